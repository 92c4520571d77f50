import type { GridCell } from '../../core/recognition/grid.ts';
import { attribute, readXml } from './xml.ts';

/** The texts that cells of a workbook share. */
export function readSharedTexts(document: string): string[] {
  const texts: string[] = [];
  const text = new RichText();
  readXml(document, {
    open: (name) => {
      if (name === 'si') text.begin();
      text.open(name);
    },
    close: (name) => {
      text.close(name);
      if (name === 'si') texts.push(text.text);
    },
    text: (part) => text.add(part),
  });
  return texts;
}

/** Collects the text of runs; how it is to be read aloud is none of it. */
class RichText {
  text = '';
  #isText = false;
  #isAloud = false;

  begin(): void {
    this.text = '';
  }

  open(name: string): void {
    if (name === 't') this.#isText = true;
    else if (name === 'rPh') this.#isAloud = true;
  }

  close(name: string): void {
    if (name === 't') this.#isText = false;
    else if (name === 'rPh') this.#isAloud = false;
  }

  add(part: string): void {
    if (this.#isText && !this.#isAloud) this.text += part;
  }
}

/** A cell while it is read. */
interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  isFormula: boolean;
  value: string | null;
}

interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Cells of one worksheet that hold something. */
export function readSheetCells(document: string, shared: readonly string[], most: number): GridCell[] {
  const cells: GridCell[] = [];
  const merges = new Map<string, Merge>();
  const inline = new RichText();
  let row = -1;
  let column = -1;
  let cell: OpenCell | null = null;
  let isValue = false;
  readXml(document, {
    open: (name, attributes) => {
      inline.open(name);
      if (name === 'row') {
        row = Number(attribute(attributes, 'r') ?? row + 2) - 1;
        column = -1;
      } else if (name === 'c') {
        // some programs leave the addresses out: the cells then stand one after the other
        const place = placeOf(attribute(attributes, 'r') ?? '');
        row = place?.row ?? row;
        column = place?.column ?? column + 1;
        cell = { row, column, type: attribute(attributes, 't') ?? 'n', isFormula: false, value: null };
        inline.begin();
      } else if (name === 'f' && cell !== null) cell.isFormula = true;
      else if (name === 'v' && cell !== null) {
        isValue = true;
        cell.value = '';
      } else if (name === 'mergeCell') {
        const merge = mergeOf(attribute(attributes, 'ref') ?? '');
        if (merge !== null && merges.size < most) merges.set(`${merge.top} ${merge.left}`, merge);
      }
    },
    close: (name) => {
      inline.close(name);
      if (name === 'v') isValue = false;
      if (name !== 'c' || cell === null) return;
      const read = cellOf(cell, shared, inline.text);
      if (read !== null && cells.length < most) cells.push(read);
      cell = null;
    },
    text: (part) => {
      inline.add(part);
      if (isValue && cell !== null) cell.value += part;
    },
  });
  return cells.map((each) => {
    const merge = merges.get(`${each.row} ${each.column}`);
    if (merge === undefined) return each;
    return { ...each, rowSpan: merge.bottom - merge.top + 1, columnSpan: merge.right - merge.left + 1 };
  });
}

function cellOf(
  { row, column, type, isFormula, value }: OpenCell,
  shared: readonly string[],
  inline: string,
): GridCell | null {
  const at = { row, column, rowSpan: 1, columnSpan: 1 };
  if (type === 'e') return { ...at, text: value ?? '', isNumber: false, fault: 'error' };
  // a text of no characters is a value too, a formula without any has never been computed
  if (isFormula && (value === null || (value === '' && type === 'n'))) {
    return { ...at, text: '', isNumber: false, fault: 'no-value' };
  }
  const text = type === 's' ? (shared[Number(value)] ?? '') : type === 'inlineStr' ? inline : (value ?? '');
  if (text.trim() === '') return null;
  return { ...at, text: text.replace(/_x([0-9A-F]{4})_/gi, escaped), isNumber: type === 'n' };
}

/** Excel writes `_x000D_` for characters that XML cannot hold. */
function escaped(_: string, code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16));
}

function placeOf(address: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? [];
  if (letters === undefined) return null;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

function mergeOf(reference: string): Merge | null {
  const [from, to] = reference.split(':').map(placeOf);
  if (from == null || to == null) return null;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
