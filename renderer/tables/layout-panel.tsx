import type { TableModel, TablePack } from '../../core/tables/model.ts';
import { LevelSign } from '../parts/level-sign.tsx';
import { tableNumber } from './table-name.ts';

interface LayoutPanelProps {
  readonly pack: TablePack;
  readonly onTable: (table: TableModel) => void;
  readonly onProfiles: () => void;
}

/** 版式: what of the printed form no document at hand confirms. It is said here and never printed. */
export function LayoutPanel({ pack, onTable, onProfiles }: LayoutPanelProps) {
  return (
    <section className="layout-panel" aria-label="版式未证实的地方">
      <p className="panel-line">
        <LevelSign level="verify" />
        下面各处没有样张证实，公开前对照本地的表样看一遍。这些话不印在表上。
      </p>
      {pack.profile.unconfirmed.length > 0 && (
        <section>
          <h3>整套表</h3>
          <Sentences sentences={pack.profile.unconfirmed} />
        </section>
      )}
      {pack.tables.map(
        (table, index) =>
          table.unconfirmed.length > 0 && (
            <section key={table.id}>
              <h3>
                <button type="button" className="link" onClick={() => onTable(table)}>
                  {tableNumber(table, index)} {table.title}
                </button>
              </h3>
              <Sentences sentences={table.unconfirmed} />
            </section>
          ),
      )}
      <p className="panel-foot">
        对照过的，在
        <button type="button" className="link" onClick={onProfiles}>
          报表格式
        </button>
        里复制一份，改正或划去。
      </p>
    </section>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
