import { useState } from 'react';
import type { Origin, OriginLine } from '../../core/tables/origin.ts';

/** The figures that a number stands on, or what each unit brings to it where they are many, and their sum. */
export function OriginLines({ origin }: { readonly origin: Origin }) {
  const { lines, total, printed, exactWan } = origin;
  if (total === 0) return <p className="origin-sum">账簿里没有录入构成它的数，所以这一格是空的。</p>;
  const isByUnit = lines.some((line) => line.parts !== undefined);
  return (
    <>
      <h3>
        {total === 1 ? '由 1 个录入数得来' : `由 ${total} 个录入数相加`}
        {isByUnit && '，按单位列出'}
      </h3>
      <table className="origin-lines">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
          <OriginLineRows key={index} line={line} />
        ))}
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            <td className="amount">{printed === '' ? `${exactWan}，按格式印为空` : exactWan}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}

/** A figure; or a unit, whose figures are opened on request. */
function OriginLineRows({ line }: { readonly line: OriginLine }) {
  const [isOpen, setOpen] = useState(false);
  const { title, detail, amount, parts } = line;
  return (
    <>
      <tbody>
        <tr>
          <th scope="row">
            {parts === undefined ? (
              title
            ) : (
              <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                <span className="tree-sign" aria-hidden="true">
                  {isOpen ? '▾' : '▸'}
                </span>
                {title}
              </button>
            )}
          </th>
          <td className="amount">{amount}</td>
        </tr>
        <tr className="origin-detail">
          <td colSpan={2}>{detail}</td>
        </tr>
      </tbody>
      {isOpen &&
        parts?.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
          <tbody key={index} className="origin-part">
            <tr>
              <th scope="row">{part.title}</th>
              <td className="amount">{part.amount}</td>
            </tr>
            <tr className="origin-detail">
              <td colSpan={2}>{part.detail}</td>
            </tr>
          </tbody>
        ))}
    </>
  );
}
