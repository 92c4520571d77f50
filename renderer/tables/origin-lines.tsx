import type { Origin } from '../../core/tables/origin.ts';

/** The figures that a number stands on, or what each unit brings to it where they are many, and their sum. */
export function OriginLines({ origin }: { readonly origin: Origin }) {
  const { lines, total, printed, exactYuan } = origin;
  if (total === 0) return <p className="origin-sum">账簿里没有录入构成它的数，所以这一格是空的。</p>;
  const isBlankZero = printed === '' && exactYuan !== '';
  return (
    <>
      <h3>
        {total === 1 ? '由 1 个录入数得来' : `由 ${total} 个录入数相加`}
        {lines.length < total && '，按单位列出'}
      </h3>
      <table className="origin-lines">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
          <tbody key={index}>
            <tr>
              <td>{line.title}</td>
              <td className="amount">{line.amount}</td>
            </tr>
            <tr className="origin-detail">
              <td colSpan={2}>{line.detail}</td>
            </tr>
          </tbody>
        ))}
        <tfoot>
          <tr>
            <td>合计</td>
            <td className="amount">{isBlankZero ? '0.00，按格式印为空' : printed}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}
