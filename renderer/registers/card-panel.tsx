import { Button } from 'antd';
import type { MoneyUnit } from '../../core/money/fen.ts';
import { type CardEvent, EVENT_NAMES } from '../../core/registers/card.ts';
import { dayInWords } from '../../core/registers/dates.ts';
import { fieldOf, type RegisterDefinition } from '../../core/registers/register.ts';
import type { DraftTask } from './card-draft.ts';
import { cellWords } from './card-list.tsx';
import { type ShownCard, stateWords } from './shown-cards.ts';

interface CardPanelProps {
  readonly register: RegisterDefinition;
  readonly card: ShownCard;
  readonly money: MoneyUnit;
  /** `null`: nothing can be recorded here */
  readonly onTask: ((task: DraftTask) => void) | null;
}

/** One card: what it is, what may happen to it, and what was recorded of it. */
export function CardPanel({ register, card, money, onTask }: CardPanelProps) {
  const { state, standing, where } = card;
  const own = { card: card.card.card, replaces: null };
  const canGoOn = onTask !== null && (where === 'there' || where === 'later') && isThere(standing);
  return (
    <div className="card-panel">
      <h2>
        {String(state.fields['number'] ?? '')} <span>{String(state.fields['name'] ?? '')}</span>
      </h2>
      <dl>
        {register.fields.map((field) => (
          <div key={field.id}>
            <dt>{field.short ?? field.name}</dt>
            <dd>{cellWords(field, state.fields[field.id], money)}</dd>
          </div>
        ))}
        <div>
          <dt>状态</dt>
          <dd>{stateWords(card)}</dd>
        </div>
      </dl>
      {canGoOn && (
        <div className="form-actions">
          <Button size="small" onClick={() => onTask({ ...own, kind: 'change' })}>
            登记变动
          </Button>
          <Button size="small" onClick={() => onTask({ ...own, kind: 'dispose' })}>
            登记处置
          </Button>
          <Button size="small" onClick={() => onTask({ ...own, kind: 'write-off' })}>
            登记核销
          </Button>
        </div>
      )}
      <h3>记录</h3>
      <ul className="card-events">
        {[...card.card.events]
          .toSorted((a, b) => b.id - a.id)
          .map((event) => (
            <EventLine
              key={event.id}
              register={register}
              event={event}
              money={money}
              stands={standing.some(({ id }) => id === event.id)}
              onTask={onTask && ((kind) => onTask({ ...own, kind, replaces: event.id }))}
            />
          ))}
      </ul>
    </div>
  );
}

/** Nothing comes behind the end of a card. */
function isThere(standing: readonly CardEvent[]): boolean {
  return standing.every(({ kind }) => kind === 'add' || kind === 'change');
}

interface EventLineProps {
  readonly register: RegisterDefinition;
  readonly event: CardEvent;
  readonly money: MoneyUnit;
  /** false: it was put right or withdrawn */
  readonly stands: boolean;
  readonly onTask: ((kind: DraftTask['kind']) => void) | null;
}

function EventLine({ register, event, money, stands, onTask }: EventLineProps) {
  const { kind, date, reason, fields } = event;
  const changed =
    kind === 'change'
      ? Object.entries(fields).map(([id, value]) => {
          const field = fieldOf(register, id);
          return `${field.short ?? field.name}改为${value === null ? '空' : cellWords(field, value, money)}`;
        })
      : [];
  const said = [...changed, ...(reason === null ? [] : [reason])].join('；');
  const title = kind === 'withdraw' ? '作废前一条' : `${dayInWords(date)} ${EVENT_NAMES[kind]}`;
  return (
    <li className={stands ? undefined : 'replaced'}>
      <p>
        <b>{title}</b>
        {!stands && kind !== 'withdraw' && <span className="replaced-sign">已改正或作废</span>}
        {stands && onTask !== null && (
          <span className="event-actions">
            <button type="button" className="link" aria-label={`改正 ${title}`} onClick={() => onTask(kind)}>
              改正
            </button>
            <button
              type="button"
              className="link"
              aria-label={`作废 ${title}`}
              onClick={() => onTask('withdraw')}
            >
              作废
            </button>
          </span>
        )}
      </p>
      {said !== '' && <p>{said}</p>}
    </li>
  );
}
