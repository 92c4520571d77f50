import type { Finding, FindingPart, FindingSide } from '../../core/checks/finding.ts';
import type { FindingWays } from '../book/ways.ts';
import { amountWords } from '../tables/amount-words.ts';
import { restOfSide } from './finding-links.ts';
import type { SideLists } from './use-side-lists.ts';

interface FindingSidesProps {
  readonly finding: Finding;
  readonly lists: SideLists;
  readonly ways: Pick<FindingWays, 'onGoTo' | 'canGoTo'>;
}

/** Both sides of a comparison and their difference; a side of several figures opens into a list of them. */
export function FindingSides({ finding, lists, ways }: FindingSidesProps) {
  const { left, right, difference, unit } = finding;
  if (left === null || right === null) return null;
  const shared = { unit, lists, ways };
  return (
    <table className="finding-sides">
      <SideRows side={left} {...shared} />
      <SideRows side={right} {...shared} />
      <tfoot>
        <tr>
          <th scope="row">{unit === '个' ? '相差（个）' : '差额'}</th>
          <td className="amount">{amountWords(difference, unit)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

interface SideRowsProps extends Pick<FindingSidesProps, 'lists' | 'ways'> {
  readonly side: FindingSide;
  readonly unit: Finding['unit'];
}

function SideRows({ side, unit, lists, ways }: SideRowsProps) {
  const isOpen = lists.isOpen(side);
  return (
    <tbody>
      <tr>
        <th scope="row">{side.name}</th>
        <td className="amount">
          <SideAmount side={side} unit={unit} lists={lists} ways={ways} />
        </td>
      </tr>
      {isOpen && (
        <tr className="side-list">
          <td colSpan={2}>
            <PartList side={side} unit={unit} ways={ways} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** An amount that stands on one figure leads to it; one that adds several up lists them. */
function SideAmount({ side, unit, lists, ways }: SideRowsProps) {
  const { amount, parts, partCount } = side;
  const shown = amount === '' ? '没有录入' : amountWords(amount, unit);
  if (partCount > 1) {
    const isOpen = lists.isOpen(side);
    return (
      <button
        type="button"
        className="amount-link"
        title={`${isOpen ? '收起' : '列出'} ${partCount} 个来源数`}
        aria-expanded={isOpen}
        onClick={() => lists.toggle([side])}
      >
        {shown}
      </button>
    );
  }
  const [only] = parts;
  return only === undefined ? shown : <PartAmount part={only} shown={shown} ways={ways} />;
}

interface PartAmountProps extends Pick<FindingSidesProps, 'ways'> {
  readonly part: FindingPart;
  readonly shown: string;
}

function PartAmount({ part: { name, place }, shown, ways }: PartAmountProps) {
  if (!ways.canGoTo(place)) return shown;
  return (
    <button type="button" className="amount-link" title={`转到 ${name}`} onClick={() => ways.onGoTo(place)}>
      {shown}
    </button>
  );
}

/** The figures behind a side, each a way to its cell, adding up to the side. */
function PartList({ side, unit, ways }: Omit<SideRowsProps, 'lists'>) {
  const rest = restOfSide(side);
  return (
    <table className="part-list">
      <tbody>
        {side.parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts may say the same
          <tr key={index}>
            <th scope="row">{part.name}</th>
            <td className="amount">
              <PartAmount part={part} shown={amountWords(part.amount, unit)} ways={ways} />
            </td>
          </tr>
        ))}
        {rest !== null && (
          <tr>
            <th scope="row">其余 {rest.count} 个数</th>
            <td className="amount">{amountWords(rest.amount, unit)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          <td className="amount">{amountWords(side.amount, unit)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
