import type { Difference } from '../../core/comparison/comparison.ts';

interface DifferenceTableProps {
  readonly title: string;
  /** how many cells of the table agree */
  readonly equal: number;
  readonly differences: readonly Difference[];
  readonly selected: Difference | null;
  readonly onSelect: (difference: Difference) => void;
}

/** The differences of one table; each leads to our number on the page. */
export function DifferenceTable({ title, equal, differences, selected, onSelect }: DifferenceTableProps) {
  return (
    <section>
      <h3>
        {title}
        <small className="difference-count">
          {differences.length} 处不同，{equal} 格一致
        </small>
      </h3>
      <ul className="differences" aria-label={`${title}的不同`}>
        {differences.map((difference, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two differences may say the same
          <li key={index}>
            <button
              type="button"
              aria-current={difference === selected ? 'true' : undefined}
              title="在表上选中这个数"
              onClick={() => onSelect(difference)}
            >
              <span className="difference-place">{difference.place}</span>
              <DifferenceNumbers difference={difference} />
              <span className="difference-numbers">
                {difference.difference !== '' && <Side name="相差" text={difference.difference} />}
                <small>{difference.where}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DifferenceNumbers({ difference }: { readonly difference: Difference }) {
  const { row, column, ours, theirs } = difference;
  if (row === null) return <span className="difference-missing">只有批复表有这一行，公开表没有</span>;
  if (column === '') return <span className="difference-missing">只有公开表有这一行，批复表没有</span>;
  return (
    <span className="difference-numbers">
      <Side name="公开表" text={ours} />
      <Side name="批复表" text={theirs} />
    </span>
  );
}

function Side({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <span>
      <small>{name}</small> {text === '' ? '空' : text}
    </span>
  );
}
