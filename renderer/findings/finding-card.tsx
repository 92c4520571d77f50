import type { Finding, FindingSide } from '../../core/checks/finding.ts';
import { LEVEL_NAMES, LevelSign } from '../parts/level-sign.tsx';
import { amountWords } from '../tables/amount-words.ts';

/** One law that the figures break, with both its sides, or a notice. */
export function FindingCard({ finding }: { readonly finding: Finding }) {
  return (
    <article className={`finding finding-${finding.level}`}>
      <header>
        <LevelSign level={finding.level} />
        <b>{LEVEL_NAMES[finding.level]}</b>
        <small>{finding.rule}</small>
      </header>
      <p>{finding.message}</p>
      <p className="finding-where">{finding.where}</p>
      {finding.left !== null && finding.right !== null && (
        <table className="finding-sides">
          <tbody>
            <SideRow side={finding.left} unit={finding.unit} />
            <SideRow side={finding.right} unit={finding.unit} />
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">相差（{finding.unit}）</th>
              <td className="amount">{amountWords(finding.difference, finding.unit)}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </article>
  );
}

interface SideRowProps {
  readonly side: FindingSide;
  readonly unit: Finding['unit'];
}

function SideRow({ side, unit }: SideRowProps) {
  return (
    <tr>
      <th scope="row">{side.name}</th>
      <td className="amount">{side.amount === '' ? '没有录入' : amountWords(side.amount, unit)}</td>
    </tr>
  );
}
