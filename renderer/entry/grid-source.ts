import { lineMark } from '../../core/entry/line-marks.ts';
import { refusalSentence } from '../../core/entry/refusal.ts';
import type { ViewColumn } from '../../core/entry/sheet-columns.ts';
import type { SheetLine } from '../../core/entry/sheet-lines.ts';
import type { SheetView } from '../../core/entry/sheet-view.ts';
import { namingColumn } from '../../core/figures/free-row.ts';
import { type SheetDefinition, hasCodes as sheetHasCodes } from '../../core/figures/sheets.ts';
import type { GridCell, GridColumn, GridLine, GridSource } from '../entry-grid/grid-types.ts';
import { reasonWords } from './selection-words.ts';
import type { SheetSession } from './sheet-session.ts';

/** px at 100 % */
const CODE_WIDTH = 80;
const NAME_WIDTH = 282;
const LEAST_NAME_WIDTH = 180;
const LEAST_WIDTH = 86;
const LEAST_WIDTHS: Partial<Record<ViewColumn['kind'], number>> = { percent: 82, text: 116 };
/** of one character of a heading, one digit of an amount, one comma or point, and what surrounds them */
const CHARACTER = 14;
const DIGIT = 8.3;
const SEPARATOR = 4.6;
const PADDING = 18;

/**
 * The columns of the screen: code and name, which stay where they are, and those of the sheet.
 *
 * @param totals the longest amount of each column: that of its 合计, or of any line where there is none
 * @param widths what the clerk has set, by sheet and column
 */
export function gridColumns(
  columns: readonly ViewColumn[],
  totals: readonly string[],
  widths: Readonly<Record<string, number>>,
  sheet: SheetDefinition,
): GridColumn[] {
  const hasCodes = sheetHasCodes(sheet);
  const naming = namingColumn(sheet);
  const widthOf = (id: string, standard: number) => widths[`${sheet.id} ${id}`] ?? standard;
  const fixed = { groups: [], align: 'left', frozen: true, keyed: false } as const;
  const code = {
    ...fixed,
    id: 'code',
    title: '科目编码',
    width: widthOf('code', CODE_WIDTH),
    isRowHeader: false,
  };
  const name = {
    ...fixed,
    id: naming?.id ?? 'name',
    title: naming?.name ?? (hasCodes ? '科目名称' : '项目'),
    width: widthOf('name', nameWidth(sheet)),
    isRowHeader: true,
    keyed: columns.some(({ id, keyed }) => id === naming?.id && keyed !== null),
  };
  return [
    ...(hasCodes ? [code] : []),
    name,
    ...columns.flatMap(({ id, title, groups, kind, keyed }, index): GridColumn[] => {
      // what names a row stands at its head
      if (id === naming?.id) return [];
      return [
        {
          id,
          title,
          groups,
          width: widthOf(
            id,
            Math.max(
              LEAST_WIDTHS[kind] ?? LEAST_WIDTH,
              title.length * CHARACTER + PADDING,
              isAlone(columns, index) ? groups.join('').length * CHARACTER + PADDING : 0,
              amountWidth(totals[index] ?? ''),
            ),
          ),
          align: kind === 'text' ? 'left' : 'right',
          frozen: false,
          isRowHeader: false,
          keyed: keyed !== null,
        },
      ];
    }),
  ];
}

/** Whether the heading over a column has no other column to spread over. */
function isAlone(columns: readonly ViewColumn[], index: number): boolean {
  const group = (at: number) => columns[at]?.groups.join();
  return group(index - 1) !== group(index) && group(index + 1) !== group(index);
}

/** What the 合计 shows in a column, for nothing in it is wider; where there is none, the longest of all its cells. */
export function longestAmount(view: SheetView, column: ViewColumn): string {
  const [first] = view.lines;
  if (first?.kind === 'total') return view.shown(first.id, column);
  return view.lines
    .map(({ id }) => view.shown(id, column))
    .reduce((longest, shown) => (shown.length > longest.length ? shown : longest), '');
}

/** The rows of a list are known, so none of their names is cut off. */
function nameWidth({ rows }: SheetDefinition): number {
  if (rows.kind !== 'list') return NAME_WIDTH;
  const longest = Math.max(...rows.items.map(({ name }) => name.length));
  return Math.max(LEAST_NAME_WIDTH, longest * CHARACTER + PADDING);
}

function amountWidth(amount: string): number {
  const separators = amount.replaceAll(/[^,.]/g, '').length;
  return Math.ceil((amount.length - separators) * DIGIT + separators * SEPARATOR) + PADDING;
}

/** Lines under a closed one are left out. */
function shownLines(lines: readonly SheetLine[], closed: ReadonlySet<string>): GridLine[] {
  const parents = new Set(lines.flatMap(({ parent }) => (parent === null ? [] : [parent])));
  const hidden = new Set<string>();
  const shown: GridLine[] = [];
  for (const { id, parent, level, kind, code, name } of lines) {
    if (parent !== null && (hidden.has(parent) || closed.has(parent))) {
      hidden.add(id);
      continue;
    }
    const canClose = kind !== 'total' && parents.has(id);
    shown.push({
      id,
      level,
      kind,
      expanded: canClose ? !closed.has(id) : null,
      name: `${code} ${name}`.trim(),
    });
  }
  return shown;
}

/** What the grid shows of a session, as it is now: made anew when its lines change. */
export function gridSource(session: SheetSession, closed: ReadonlySet<string>): GridSource {
  const { view } = session;
  const columns = new Map(view.columns.map((column) => [column.id, column]));
  const [first] = view.lines;
  const { sheet, fund, classification } = view.options;
  const hasCodes = sheetHasCodes(sheet);
  const markOf = (line: SheetLine) => lineMark(line, sheet, fund, classification);

  function cell(line: GridLine, { id }: GridColumn): GridCell {
    const own = view.line(line.id);
    const column = columns.get(id);
    if (own === undefined || column === undefined) {
      const text = (id === 'code' ? own?.code : own?.name) ?? '';
      const doubt = own && id === (hasCodes ? 'code' : 'name') ? markOf(own) : null;
      return {
        shown: text,
        raw: text,
        readOnly: true,
        ...(doubt ? { mark: { level: 'verify', sentence: doubt } } : {}),
      };
    }
    if (column.kind === 'text' && own.row === null) {
      const title = id === namingColumn(sheet)?.id ? own.name : '';
      return { shown: title, raw: title, readOnly: true };
    }
    const address = session.cellOf({ line: own, column });
    const refused = address && session.options.refused.get(address);
    const note = address && session.figures.note(address);
    const mark = address && session.mark(address);
    const reason = address && session.figures.reason(address);
    const source = address && session.figures.source(address);
    return {
      shown: view.shown(own.id, column),
      raw: view.raw(own.id, column),
      readOnly: !session.isKeyed(address),
      ...(refused ? { refused: { text: refused.text, sentence: refusalSentence(refused) } } : {}),
      ...(mark ? { mark: { level: mark.level, sentence: mark.sentence } } : {}),
      ...(note ? { note } : {}),
      ...(reason ? { note: reasonWords(reason) } : {}),
      ...(source ? { source } : {}),
    };
  }

  return {
    lines: shownLines(view.lines, closed),
    pinned: first?.kind === 'total' ? 1 : 0,
    cell,
    version: (line) => view.version(line.id),
  };
}
