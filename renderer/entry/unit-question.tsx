import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { MONEY_NAMES } from '../../core/entry/refusal.ts';
import type { SuspectUnit } from '../../core/entry/suspect-unit.ts';
import type { MoneyUnit } from '../../core/money/fen.ts';
import { KeyHint } from '../parts/key-hint.tsx';

/** Why a block is asked about. */
function doubtWords({ seems, amounts, compared }: SuspectUnit): string {
  const size = compared
    ? `大约是原数的 1 ${seems === 'yuan' ? '万倍' : '万分之一'}`
    : seems === 'yuan'
      ? '大得少见'
      : '都不到 1 万元';
  return `粘贴的 ${amounts} 个数${size}，像是${MONEY_NAMES[seems]}。`;
}

interface UnitQuestionProps {
  readonly doubt: SuspectUnit;
  /** that the book is keyed in */
  readonly money: MoneyUnit;
  /** `null`: nothing is pasted */
  readonly onAnswer: (money: MoneyUnit | null) => void;
}

/** Over the grid, while a pasted block waits: in which unit it is. The answer gives the keyboard back to the grid. */
export function UnitQuestion({ doubt, money, onAnswer }: UnitQuestionProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Escape') onAnswer(null);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const buttons = [...event.currentTarget.querySelectorAll('button')];
      const at = buttons.findIndex((button) => button.matches(':focus'));
      buttons[at + (event.key === 'ArrowRight' ? 1 : -1)]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="strip unit-question" role="alertdialog" aria-label="粘贴的单位" onKeyDown={onKeyDown}>
      <p role="alert">{doubtWords(doubt)}</p>
      <Button ref={first} size="small" type="primary" onClick={() => onAnswer(doubt.seems)}>
        按{MONEY_NAMES[doubt.seems]}换算后存入
      </Button>
      <Button size="small" onClick={() => onAnswer(money)}>
        按{MONEY_NAMES[money]}原样存入
      </Button>
      <Button size="small" onClick={() => onAnswer(null)}>
        不粘贴
        <KeyHint keys="Esc" />
      </Button>
    </div>
  );
}
