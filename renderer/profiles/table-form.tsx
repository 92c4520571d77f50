import { Classification } from '../../core/classification/classification.ts';
import type { ProfileEdition, ProfileTable } from '../../core/profiles/profile.ts';
import { columnKeys } from '../../core/profiles/table-columns.ts';
import { Doubts } from './doubts.tsx';
import { EconomicRowsFields } from './economic-rows-fields.tsx';
import { inWords, linesOf, withOptional, withTable } from './edit-edition.ts';
import { useEditing } from './editing.ts';
import { ChoiceField, TextField } from './fields.tsx';
import { CODE_COLUMNS } from './settings-tab.tsx';

interface TableFormProps {
  readonly edition: ProfileEdition;
  readonly table: ProfileTable;
  readonly year: number;
}

/** What one table says of itself. */
export function TableForm({ edition, table, year }: TableFormProps) {
  const { change } = useEditing();
  const set = (update: (old: ProfileTable) => ProfileTable) =>
    change((old) => withTable(old, table.id, update));
  const keys = columnKeys(table.columns);
  const hasCodes = keys.includes('code');
  return (
    <form className="table-form" aria-label={table.title} onSubmit={(event) => event.preventDefault()}>
      <TextField
        label="表名"
        value={table.title}
        longest={80}
        onCommit={(title) => set((old) => ({ ...old, title }))}
      />
      <TextField
        label="表号"
        value={table.number}
        longest={20}
        width={10}
        hint={edition.numberPlace === 'title' ? '印在表名前，如“一、”' : '印在表的右上角，如“公开01表”'}
        onCommit={(number) => set((old) => ({ ...old, number }))}
      />
      <ChoiceField
        label="纸张方向"
        value={table.orientation}
        options={[
          { value: 'portrait', label: '纵向' },
          { value: 'landscape', label: '横向' },
        ]}
        onChoose={(orientation) => set((old) => ({ ...old, orientation }))}
      />
      {(hasCodes || table.id === 'purchased-services') && (
        <ChoiceField
          label="合计行"
          value={table.total ?? 'last'}
          options={[
            { value: 'first', label: '排在最前' },
            { value: 'last', label: '排在最后' },
          ]}
          onChoose={(total) => set((old) => ({ ...old, total }))}
        />
      )}
      {hasCodes && (
        <ChoiceField
          label="科目编码"
          value={table.codes ?? 'as-others'}
          options={[
            { value: 'as-others', label: `同通用版式（${CODE_COLUMNS[edition.codes]}）` },
            { value: 'one', label: CODE_COLUMNS.one },
            { value: 'parts', label: CODE_COLUMNS.parts },
          ]}
          onChoose={(codes) =>
            set((old) => withOptional(old, 'codes', codes === 'as-others' ? undefined : codes))
          }
        />
      )}
      {edition.lineNumbers && (
        <ChoiceField
          label="行次、栏次"
          value={table.plainHead === true ? 'none' : 'as-others'}
          options={[
            { value: 'as-others', label: '同通用版式（印）' },
            { value: 'none', label: '本表不印' },
          ]}
          onChoose={(plain) => set((old) => withOptional(old, 'plainHead', plain === 'none' || undefined))}
        />
      )}
      <TextField
        label="附注"
        value={table.notes.join('\n')}
        rows={3}
        shown={<Lines lines={table.notes.map(inWords)} />}
        hint="每行一条，印在表下。{部门} 印成“部门”或“单位”，{名称} 印成它的名称"
        onCommit={(text) => set((old) => ({ ...old, notes: linesOf(text) }))}
      />
      <TextField
        label="空表说明"
        value={table.emptyNote}
        shown={inWords(table.emptyNote)}
        longest={300}
        rows={2}
        hint="全表没有数时印在附注下"
        onCommit={(emptyNote) => set((old) => ({ ...old, emptyNote }))}
      />
      {table.economicRows && (
        <EconomicRowsFields
          rows={table.economicRows}
          classification={new Classification(year)}
          onChange={(economicRows) => set((old) => ({ ...old, economicRows }))}
        />
      )}
      <Doubts
        title="这张表未证实的地方"
        doubts={table.unconfirmed}
        onConfirm={(unconfirmed) => set((old) => ({ ...old, unconfirmed }))}
      />
    </form>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.length === 0 ? '空' : lines.map((line) => <p key={line}>{line}</p>);
}
