import { Button } from 'antd';
import { useState } from 'react';
import { proposedReason, type Transfer, transferKey } from '../../core/adjustments/transfers.ts';
import type { Classification } from '../../core/classification/classification.ts';
import { rowName } from '../../core/figures/address-name.ts';
import type { Figure } from '../../core/figures/figure.ts';
import { findColumn, findSheet, MEASURE_NAMES, type Measure } from '../../core/figures/sheets.ts';
import { fen, type MoneyUnit } from '../../core/money/fen.ts';
import { formatFull } from '../../core/money/format.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ariaKeys, useShortcut } from '../shortcut.ts';

interface TransfersProps {
  /** at least one */
  readonly transfers: readonly Transfer[];
  readonly measure: Measure;
  readonly classification: Classification;
  readonly money: MoneyUnit;
  /** true: the book has changed since, and what is found now is on its way */
  readonly isStale: boolean;
  readonly onTake: (transfer: Transfer, reason: string) => void;
  readonly onDecline: (transfer: Transfer) => void;
}

/** What may be transfers between units. Nothing is eliminated before the clerk takes it. */
export function Transfers(props: TransfersProps) {
  const { transfers, measure, isStale, onTake, onDecline } = props;
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const reasonOf = (transfer: Transfer) => reasons[transferKey(transfer)] ?? proposedReason(transfer);
  const [first] = transfers;

  useShortcut('Alt+T', () => {
    if (first !== undefined && reasonOf(first).trim() !== '') onTake(first, reasonOf(first).trim());
  });

  return (
    <section className="transfers" aria-label="可能是部门内部往来" aria-busy={isStale}>
      <h2>
        可能是部门内部往来{' '}
        <small>
          {MEASURE_NAMES[measure]}，{transfers.length} 笔；核对后再录，程序不会自己抵销
        </small>
      </h2>
      <ul>
        {transfers.map((transfer) => {
          const key = transferKey(transfer);
          const reason = reasonOf(transfer);
          return (
            <li key={key}>
              <p>{transferWords(transfer, props)}</p>
              <div className="transfer-actions">
                <input
                  type="text"
                  aria-label="这一笔的抵销理由"
                  maxLength={200}
                  value={reason}
                  onChange={({ target }) => setReasons({ ...reasons, [key]: target.value })}
                />
                <Button
                  size="small"
                  type="primary"
                  disabled={isStale || reason.trim() === ''}
                  aria-keyshortcuts={transfer === first ? ariaKeys('Alt+T') : undefined}
                  onClick={() => onTake(transfer, reason.trim())}
                >
                  两边各抵销
                  {transfer === first && <KeyHint keys="Alt+T" />}
                </Button>
                <Button size="small" onClick={() => onDecline(transfer)}>
                  不是往来
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Words = Pick<TransfersProps, 'classification' | 'money'>;

/** `5.00：003 2120199 … 上级补助收入，001 2010302 … 项目支出（8.00 里的一部分）` */
function transferWords({ income, expenditure, amount }: Transfer, words: Words) {
  return (
    <>
      <b>{formatFull(fen(amount), words.money)}</b> {placeOf(income, amount, words)}
      <span aria-hidden="true"> ⇄ </span>
      {placeOf(expenditure, amount, words)}
    </>
  );
}

function placeOf(figure: Figure, amount: number, { classification, money }: Words): string {
  const sheet = findSheet(figure.sheet);
  if (sheet === undefined) return figure.unit;
  const column = findColumn(sheet, figure.column)?.name ?? figure.column;
  const whole = figure.value === amount ? '' : `（${formatFull(fen(figure.value), money)} 里的一部分）`;
  return `${figure.unit} ${column} ${rowName(sheet, figure.row, classification)}${whole}`;
}
