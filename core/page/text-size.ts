import type { PrintedColumn } from '../tables/model.ts';

/** Height of a line as a multiple of the font's size, for 宋体 and the fonts that stand in for it. */
export const LINE_HEIGHT = 1.3;

/** Points: what Excel keeps free at the sides of a cell's text (5 pixels), and an indent of one level. */
const CELL_WHITE = 4;
export const INDENT = 9;

/** Columns come out up to a twentieth narrower where Calibri is missing (WPS or LibreOffice on Linux). */
const CERTAIN_WIDTH = 0.95;

const POINTS_PER_MM = 72 / 25.4;

export function pointsOf(mm: number): number {
  return mm * POINTS_PER_MM;
}

export function mmOf(points: number): number {
  return points / POINTS_PER_MM;
}

export function widthOf(columns: readonly PrintedColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** How many half-widths of a font a line over these columns holds for certain. */
export function roomIn(columns: readonly PrintedColumn[], fontSize: number, indent = 0): number {
  const across = pointsOf(widthOf(columns)) * CERTAIN_WIDTH - CELL_WHITE - indent * INDENT;
  return Math.floor(across / (fontSize / 2));
}

/** The length of a text in half-widths: a Chinese character is two, a digit one. */
export function halfWidths(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u00ff' ? 2 : 1), 0);
}

/** Lines that a text takes where a line holds so many half-widths. */
export function linesOf(text: string, room: number): number {
  return text.split('\n').reduce((lines, paragraph) => {
    const length = halfWidths(paragraph);
    // A bracket or a comma may pull its neighbour into the next line, so a full line cannot be counted on.
    return lines + (length <= room ? 1 : Math.ceil(length / Math.max(2, room - 2)));
  }, 0);
}
