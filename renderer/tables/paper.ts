import type { PageLayout, Size } from '../../core/page/page-layout.ts';
import { mmOf } from '../../core/page/text-size.ts';

const PIXELS_PER_MM = 96 / 25.4;
/** px: smaller figures cannot be read off the screen, larger ones leave too few rows on it */
const FIGURE = { least: 10.5, most: 15 };

export const ZOOMS = ['width', 'page', 'actual'] as const;
/** 页宽 · 整页 · 100% */
export type Zoom = (typeof ZOOMS)[number];

/**
 * How large the page is drawn; 1 is the size of the paper. 页宽 fits the width as long as the figures keep a good size:
 * a page that would be too small is moved sideways instead.
 */
export function pageScale(
  zoom: Zoom,
  desk: Size,
  { paper, shrink }: Pick<PageLayout, 'paper' | 'shrink'>,
  figurePoints: number,
): number {
  if (zoom === 'actual') return 1;
  const byWidth = desk.width / (paper.width * PIXELS_PER_MM);
  if (zoom === 'page') return Math.min(byWidth, desk.height / (paper.height * PIXELS_PER_MM));
  const figure = pixelsPerMm(mmOf(figurePoints)) * shrink;
  return Math.min(Math.max(byWidth, FIGURE.least / figure), FIGURE.most / figure);
}

export function pixelsPerMm(scale: number): number {
  return scale * PIXELS_PER_MM;
}

/** A length on the printed page, as CSS: it grows and shrinks with the page. */
export function onPage(mm: number): string {
  return `calc(var(--mm) * ${Number(mm.toFixed(4))})`;
}

/**
 * The type size in points at which an amount stands in its column: that of the profile, or less for one that is too
 * long. Amounts are never cut off. In 宋体 every digit and sign is half as wide as the type is high.
 */
export function fittingPoints(text: string, points: number, columnWidth: number): number {
  const padding = 2;
  const width = (text.length * mmOf(points)) / 2;
  return Math.min(points, (points * (columnWidth - padding)) / width);
}
