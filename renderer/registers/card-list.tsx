import { type CSSProperties, type KeyboardEvent, memo, useRef } from 'react';
import type { Unit } from '../../core/figures/figure.ts';
import { fen, type MoneyUnit } from '../../core/money/fen.ts';
import { formatFull } from '../../core/money/format.ts';
import { fieldWords } from '../../core/registers/check-card.ts';
import type { RegisterDefinition, RegisterField } from '../../core/registers/register.ts';
import { useActiveRows } from '../incoming/use-active-rows.ts';
import { useStable } from '../use-stable.ts';
import { type ShownCard, stateWords, unitName } from './shown-cards.ts';

interface CardListProps {
  readonly register: RegisterDefinition;
  readonly cards: readonly ShownCard[];
  readonly money: MoneyUnit;
  /** the units of a department, whose cards stand in one list; `null`: they are all of one unit */
  readonly units: readonly Unit[] | null;
  /** id of the chosen card; `null`: none is */
  readonly chosen: string | null;
  readonly onChoose: (card: ShownCard) => void;
  /** Enter: to what can be done with it */
  readonly onOpen: (card: ShownCard) => void;
}

/** px */
const ROW_HEIGHT = 30;
const UNIT_WIDTH = 170;
const DATE_WIDTH = 98;
const STATE_WIDTH = 128;

function listedFields({ fields }: RegisterDefinition): readonly RegisterField[] {
  return fields.filter(({ width }) => width > 0);
}

/** All lines are equally wide, so that they stand under each other. */
function tracksOf(fields: readonly RegisterField[], hasUnits: boolean): CSSProperties {
  const widths = fields.map(({ width, kind }) =>
    kind === 'text' ? `minmax(${width}px, 1fr)` : `${width}px`,
  );
  const all = [...(hasUnits ? [`${UNIT_WIDTH}px`] : []), ...widths, `${DATE_WIDTH}px`, `${STATE_WIDTH}px`];
  const least = fields.reduce(
    (sum, { width }) => sum + width,
    (hasUnits ? UNIT_WIDTH : 0) + DATE_WIDTH + STATE_WIDTH,
  );
  return { '--columns': all.join(' '), '--least': `${least}px` } as CSSProperties;
}

function isRight({ kind }: RegisterField): boolean {
  return kind === 'fen' || kind === 'count';
}

/** The cards of a register; those in sight are drawn. Arrows choose one, Enter leads to what can be done with it. */
export function CardList(props: CardListProps) {
  const { register, cards, money, units, chosen, onChoose, onOpen } = props;
  const at = cards.findIndex(({ card }) => card.card === chosen);
  const { scroller, virtualizer, onKeyDown } = useActiveRows({
    count: cards.length,
    active: at,
    estimate: () => ROW_HEIGHT,
    onActive: (index) => {
      const card = cards[index];
      if (card !== undefined) onChoose(card);
    },
  });
  const latest = useRef({ onChoose, onOpen });
  latest.current = { onChoose, onOpen };
  const onRow = useStable((card: ShownCard) => {
    latest.current.onChoose(card);
    scroller.current?.focus({ preventScroll: true });
  });

  function onKey(event: KeyboardEvent) {
    const card = cards[at];
    if (event.key === 'Enter' && !event.ctrlKey && card !== undefined) {
      event.preventDefault();
      onOpen(card);
    } else onKeyDown(event);
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={register.name}
      aria-rowcount={cards.length + 1}
      aria-activedescendant={at === -1 ? undefined : rowId(cards[at])}
      tabIndex={0}
      className="card-list"
      style={tracksOf(listedFields(register), units !== null)}
      onKeyDown={onKey}
    >
      <div role="rowgroup" className="card-head">
        <div role="row" className="card-line" aria-rowindex={1}>
          {units !== null && <div role="columnheader">单位</div>}
          {listedFields(register).map((field) => (
            <div
              key={field.id}
              role="columnheader"
              className={isRight(field) ? 'right' : undefined}
              title={field.name}
            >
              {field.short ?? field.name}
            </div>
          ))}
          <div role="columnheader">取得日期</div>
          <div role="columnheader">状态</div>
        </div>
      </div>
      <div role="rowgroup" className="card-body" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const card = cards[index];
          return (
            card && (
              <CardLine
                key={`${card.card.unit} ${card.card.card}`}
                register={register}
                card={card}
                money={money}
                unit={units === null ? null : unitName(units, card.card.unit)}
                index={index}
                top={start}
                isChosen={index === at}
                onRow={onRow}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function rowId(card: ShownCard | undefined): string | undefined {
  return card && `card-${card.card.card}`;
}

interface CardLineProps {
  readonly register: RegisterDefinition;
  readonly card: ShownCard;
  readonly money: MoneyUnit;
  readonly unit: string | null;
  readonly index: number;
  readonly top: number;
  readonly isChosen: boolean;
  readonly onRow: (card: ShownCard) => void;
}

const CardLine = memo(function CardLine(props: CardLineProps) {
  const { register, card, money, unit, index, top, isChosen, onRow } = props;
  const { fields, acquired } = card.state;
  const classes = ['card-line', card.where === 'there' ? '' : 'away', isChosen ? 'chosen' : ''];
  return (
    <div
      id={rowId(card)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={classes.filter(Boolean).join(' ')}
      style={{ top }}
      onMouseDown={() => onRow(card)}
    >
      {unit !== null && (
        <div role="gridcell" title={unit}>
          {unit}
        </div>
      )}
      {listedFields(register).map((field) => (
        <div
          key={field.id}
          role="gridcell"
          className={isRight(field) ? 'right' : undefined}
          title={field.kind === 'text' ? String(fields[field.id] ?? '') : undefined}
        >
          {cellWords(field, fields[field.id], money)}
        </div>
      ))}
      <div role="gridcell">{acquired}</div>
      <div role="gridcell">{stateWords(card)}</div>
    </div>
  );
});

/** A value as a list or a panel shows it. */
export function cellWords(
  field: RegisterField,
  value: string | number | boolean | undefined,
  money: MoneyUnit,
): string {
  return field.kind === 'fen' && typeof value === 'number'
    ? formatFull(fen(value), money)
    : fieldWords(field, value);
}
