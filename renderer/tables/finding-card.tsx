import type { Finding, FindingSide } from '../../core/checks/finding.ts';
import { LEVEL_NAMES, LevelSign } from '../parts/level-sign.tsx';
import { amountWords } from './amount-words.ts';

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
            <SideRow side={finding.left} />
            <SideRow side={finding.right} />
          </tbody>
          <tfoot>
            <tr>
              <td>相差（{finding.unit}）</td>
              <td className="amount">{amountWords(finding.difference)}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </article>
  );
}

function SideRow({ side }: { readonly side: FindingSide }) {
  return (
    <tr>
      <td>{side.name}</td>
      <td className="amount">{side.amount === '' ? '没有录入' : amountWords(side.amount)}</td>
    </tr>
  );
}
