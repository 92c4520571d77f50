const SIZE = 14;
/** More texts than any screen shows; then the memory is given back. */
const MOST_TEXTS = 20_000;

let context: CanvasRenderingContext2D | null = null;
let family = '';
const widths = new Map<string, number>();

/** Width of a text of a cell in px, measured once. */
export function textWidth(text: string, isBold: boolean, zoom: number): number {
  const font = `${isBold ? 600 : 400} ${SIZE * zoom}px`;
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > MOST_TEXTS) widths.clear();
  const width = measured(text, font);
  widths.set(key, width);
  return width;
}

function measured(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return 0;
  family ||= getComputedStyle(document.body).fontFamily;
  context.font = `${font} ${family}`;
  return context.measureText(text).width;
}
