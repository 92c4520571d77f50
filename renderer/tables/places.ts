import type { PrintedCell, TableModel } from '../../core/tables/model.ts';

/** Where a number stands in the printed body. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface NumberPlace extends Place {
  /** false: the cell prints nothing */
  readonly printed: boolean;
}

/** The cells that a number stands behind, printed or blank, in reading order. */
export function numberPlaces(body: TableModel['body']): NumberPlace[] {
  return body.flatMap((cells, line) =>
    cells
      .filter((cell) => cell.value !== undefined)
      .map((cell) => ({ line, column: cell.column, printed: cell.text !== '' })),
  );
}

export function cellAt(body: TableModel['body'], place: Place): PrintedCell | undefined {
  return body[place.line]?.find((cell) => cell.column === place.column);
}

/** Where a number of `TableModel.rows` is printed; `null`: it is not. @param column `''`: the first number of the row */
export function placeOfNumber(
  body: TableModel['body'],
  wanted: { readonly row: number; readonly column: string },
): Place | null {
  const found = numberPlaces(body).find((place) => {
    const value = cellAt(body, place)?.value;
    return value?.row === wanted.row && (wanted.column === '' || value.column === wanted.column);
  });
  return found === undefined ? null : { line: found.line, column: found.column };
}

/** The id of a number's element, by which a key finds it. */
export function placeId({ line, column }: Place): string {
  return `number-${line}-${column}`;
}

/** Where Tab enters the table: its first number, or its first cell that could have one. */
export function firstPlace(places: readonly NumberPlace[]): Place | undefined {
  return places.find((place) => place.printed) ?? places[0];
}

const ALONG: Readonly<Record<string, (from: Place, to: Place) => number>> = {
  ArrowUp: (from, to) => from.line - to.line,
  ArrowDown: (from, to) => to.line - from.line,
  ArrowLeft: (from, to) => from.column - to.column,
  ArrowRight: (from, to) => to.column - from.column,
};

/**
 * The next number in the direction of an arrow key. Up and down stay in the column. Left and right stay in the line
 * if it has a number there, and else go to the nearest line of the next column that has one: the two sides of a
 * summary table have little in common but the page. With `stepping`, blank cells count as numbers.
 */
export function nextPlace(
  places: readonly NumberPlace[],
  from: Place,
  key: string,
  stepping: boolean,
): Place | null {
  const along = ALONG[key];
  if (along === undefined) return null;
  const ahead = places.filter((place) => (stepping || place.printed) && along(from, place) > 0);
  const vertical = key === 'ArrowUp' || key === 'ArrowDown';
  const sameTrack = ahead.filter((place) =>
    vertical ? place.column === from.column : place.line === from.line,
  );
  if (sameTrack.length > 0 || vertical) return nearest(sameTrack, (place) => [along(from, place), 0]);
  return nearest(ahead, (place) => [along(from, place), Math.abs(place.line - from.line)]);
}

function nearest(
  places: readonly Place[],
  distance: (place: Place) => readonly [number, number],
): Place | null {
  const [first] = places.toSorted((a, b) => {
    const [a1, a2] = distance(a);
    const [b1, b2] = distance(b);
    return a1 - b1 || a2 - b2;
  });
  return first === undefined ? null : { line: first.line, column: first.column };
}
