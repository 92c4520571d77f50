import type { Profile, ProfileEdition } from '../../core/profiles/profile.ts';
import { yearsOf } from '../../core/profiles/profile.ts';
import { tableNumber } from '../tables/table-name.ts';
import { Doubts } from './doubts.tsx';
import { withTable } from './edit-edition.ts';
import { useEditing } from './editing.ts';
import { ShownField, TextField } from './fields.tsx';

interface BasisTabProps {
  readonly profile: Profile;
  readonly edition: ProfileEdition;
}

/** 依据与未证实: which documents show the layout, for which years, and what none of them shows. */
export function BasisTab({ profile, edition }: BasisTabProps) {
  const { change } = useEditing();
  const setYear = async (key: 'since' | 'until', text: string) => {
    if (!/^20\d\d$/.test(text)) return `“${text}”不是年度，写四位的年份，如 2024。`;
    return change((old) => ({ ...old, [key]: Number(text) }));
  };
  const others = profile.editions.filter((each) => each !== edition).toSorted((a, b) => a.since - b.since);
  return (
    <form className="settings-form" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label="适用年度从"
        value={String(edition.since)}
        width={5}
        onCommit={(text) => setYear('since', text)}
      />
      <TextField
        label="到"
        value={String(edition.until)}
        width={5}
        onCommit={(text) => setYear('until', text)}
      />
      {others.length > 0 && (
        <ShownField label="另有各版">
          {others.map((each) => `${yearsOf(each).trim()} 年度`).join('、')}
        </ShownField>
      )}
      <TextField
        label="依据"
        value={edition.source}
        longest={300}
        rows={2}
        hint="哪份文件或哪套已公开的表是这样印的"
        onCommit={(source) => change((old) => ({ ...old, source }))}
      />
      <Doubts
        title="整套表未证实的地方"
        doubts={edition.unconfirmed}
        onConfirm={(unconfirmed) => change((old) => ({ ...old, unconfirmed }))}
      />
      {edition.tables.map((table, index) => (
        <Doubts
          key={table.id}
          title={`${tableNumber(table, index)} ${table.title}`}
          doubts={table.unconfirmed}
          onConfirm={(unconfirmed) =>
            change((old) => withTable(old, table.id, (each) => ({ ...each, unconfirmed })))
          }
        />
      ))}
    </form>
  );
}
