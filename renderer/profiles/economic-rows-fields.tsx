import type { Classification } from '../../core/classification/classification.ts';
import type { ProfileTable } from '../../core/profiles/profile.ts';
import { codesInWords, codesOf } from './edit-edition.ts';
import { TextField } from './fields.tsx';

type EconomicRows = NonNullable<ProfileTable['economicRows']>;

interface EconomicRowsFieldsProps {
  readonly rows: EconomicRows;
  readonly classification: Classification;
  readonly onChange: (rows: EconomicRows) => Promise<string | null>;
}

const HINT = '每行一个编码，按排印的先后；名称由程序印，后面写不写都可以';

/** The fixed 款 of a table by economic classification, one list for each group of columns. */
export function EconomicRowsFields({ rows, classification, onChange }: EconomicRowsFieldsProps) {
  async function commit(text: string, update: (codes: string[]) => EconomicRows) {
    const codes = codesOf(text);
    return codes.ok ? onChange(update(codes.value)) : codes.error;
  }

  const shown = (codes: readonly string[]) => (
    <span className="code-lines">{codesInWords(codes, classification)}</span>
  );
  return (
    <>
      <TextField
        label="人员经费的行"
        value={codesInWords(rows.personnel, classification)}
        rows={8}
        shown={shown(rows.personnel)}
        hint={HINT}
        onCommit={(text) => commit(text, (personnel) => ({ ...rows, personnel }))}
      />
      {rows.public.map((group, index) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place on the page
          key={index}
          label={rows.public.length === 1 ? '公用经费的行' : `公用经费第 ${index + 1} 组的行`}
          value={codesInWords(group, classification)}
          rows={8}
          shown={shown(group)}
          hint={HINT}
          onCommit={(text) =>
            commit(text, (codes) => ({
              ...rows,
              public: rows.public.map((each, at) => (at === index ? codes : each)),
            }))
          }
        />
      ))}
    </>
  );
}
