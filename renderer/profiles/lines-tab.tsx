import { Classification } from '../../core/classification/classification.ts';
import { INCOME_LINE_NAMES, INCOME_LINES, type ProfileEdition } from '../../core/profiles/profile.ts';
import { CheckList } from './check-list.tsx';
import { useEditing } from './editing.ts';

const INCOME_OPTIONS = INCOME_LINES.map((value) => ({ value, name: INCOME_LINE_NAMES[value] }));

interface LinesTabProps {
  readonly edition: ProfileEdition;
  readonly year: number;
}

/** 总表的行: what the summary tables list whether or not it has figures. */
export function LinesTab({ edition, year }: LinesTabProps) {
  const { change } = useEditing();
  const known = [...new Classification(year).functions()].filter(({ code }) => code.length === 3);
  // a line that the year's classification does not know stays visible, so that it can be taken out
  const strange = edition.functionLines.filter((code) => known.every((entry) => entry.code !== code));
  const options = [...known, ...strange.map((code) => ({ code, name: `${year} 年度没有这一类` }))]
    .toSorted((a, b) => a.code.localeCompare(b.code))
    .map(({ code, name }) => ({
      value: code,
      name: (
        <>
          <span className="check-code">{code}</span> {name}
        </>
      ),
    }));
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <CheckList
        legend={`收入各行：总是列出 ${edition.incomeLines.length} 行`}
        hint="没有勾上的，有数时仍按先后列出。"
        options={INCOME_OPTIONS}
        chosen={edition.incomeLines}
        onChoose={(incomeLines) => change((old) => ({ ...old, incomeLines }))}
      />
      <CheckList
        legend={`支出各类：总是列出 ${edition.functionLines.length} 类`}
        hint="没有勾上的，有数时仍按编码列出。"
        options={options}
        chosen={edition.functionLines}
        isNarrow
        onChoose={(functionLines) => change((old) => ({ ...old, functionLines }))}
      />
    </form>
  );
}
