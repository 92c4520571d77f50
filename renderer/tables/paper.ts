import type { TableModel } from '../../core/tables/model.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A4, mm */
const PAPER: Readonly<Record<TableModel['orientation'], Size>> = {
  portrait: { width: 210, height: 297 },
  landscape: { width: 297, height: 210 },
};

/** mm, at every edge, as in the workbook; styles/sheet.css */
const MARGIN = 15;
const PIXELS_PER_MM = 96 / 25.4;
const MM_PER_POINT = 25.4 / 72;
/** px: smaller figures cannot be read off the screen, larger ones leave too few rows on it */
const FIGURE = { least: 10.5, most: 15 };
/** mm: a row is as high as the page allows, between these */
const ROW = { least: 5.2, most: 7.4 };
/** mm, of one note, of the lines above the table, and of one more line of a heading */
const NOTE = 6;
const ABOVE_TABLE = 17;
const HEADING_LINE = 3.4;

export const ZOOMS = ['width', 'page', 'actual'] as const;
/** 页宽 · 整页 · 100% */
export type Zoom = (typeof ZOOMS)[number];

/** The page in mm, before it is scaled to the window. */
export interface PageLayout {
  readonly paper: Size;
  /** how much the table shrinks so that it is not wider than the page, as the printer does it; 1: not at all */
  readonly shrink: number;
  readonly rowHeight: number;
}

export function pageLayout(model: TableModel): PageLayout {
  const paper = PAPER[model.orientation];
  const tableWidth = model.columns.reduce((sum, column) => sum + column.width, 0);
  const lines = model.header.length + model.body.length;
  const breaks = Math.max(...model.header.flat().map((cell) => cell.text.split('\n').length - 1), 0);
  const around = ABOVE_TABLE + model.notes.length * NOTE + breaks * HEADING_LINE;
  const room = paper.height - 2 * MARGIN - around;
  return {
    paper,
    shrink: Math.min(1, (paper.width - 2 * MARGIN) / tableWidth),
    rowHeight: Math.min(ROW.most, Math.max(ROW.least, room / lines)),
  };
}

/**
 * How large the page is drawn; 1 is the size of the paper. 页宽 fits the width as long as the figures keep a good size:
 * a page that would be too small is moved sideways instead.
 */
export function pageScale(
  zoom: Zoom,
  desk: Size,
  { paper, shrink }: PageLayout,
  figurePoints: number,
): number {
  if (zoom === 'actual') return 1;
  const byWidth = desk.width / (paper.width * PIXELS_PER_MM);
  if (zoom === 'page') return Math.min(byWidth, desk.height / (paper.height * PIXELS_PER_MM));
  const figure = figurePoints * MM_PER_POINT * PIXELS_PER_MM * shrink;
  return Math.min(Math.max(byWidth, FIGURE.least / figure), FIGURE.most / figure);
}

export function pixelsPerMm(scale: number): number {
  return scale * PIXELS_PER_MM;
}

export function pointsToMm(points: number): number {
  return points * MM_PER_POINT;
}

/**
 * The type size in points at which an amount stands in its column: that of the profile, or less for one that is too
 * long. Amounts are never cut off. In 宋体 every digit and sign is half as wide as the type is high.
 */
export function fittingPoints(text: string, points: number, columnWidth: number): number {
  const padding = 2;
  const width = (text.length * pointsToMm(points)) / 2;
  return Math.min(points, (points * (columnWidth - padding)) / width);
}
