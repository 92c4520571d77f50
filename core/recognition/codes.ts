import type { GridCell } from './grid.ts';
import { plain } from './words.ts';

const WHOLE = /^\d{3}(\d{2}){0,2}$/;

/**
 * The code of a row from its columns: whole in any of them (S6 prints 2080501 in the column 类), or parted over 类, 款
 * and 项. A blank part is that of the row above, where a place prints only the lowest one.
 *
 * @param before the code of the row above
 */
export function readCode(cells: readonly (GridCell | undefined)[], before: string): string | null {
  const parts = cells.map((cell) => plain(cell?.text ?? ''));
  const whole = parts.find((part, index) => WHOLE.test(part) && (part.length > 3 || index === 0));
  const rest = parts.slice(1).filter((part) => part !== '');
  if (whole !== undefined && (whole.length > 3 || rest.length === 0)) return whole;
  if (rest.length === 0 || !rest.every((part) => /^\d{1,2}$/.test(part))) return null;
  const [section = '', item = ''] = parts.slice(1).map((part) => (part === '' ? '' : part.padStart(2, '0')));
  const top = whole ?? before.slice(0, 3);
  const middle = section === '' && before.startsWith(top) ? before.slice(3, 5) : section;
  const code = `${top}${middle}${item}`;
  return WHOLE.test(code) && (item === '' || middle !== '') ? code : null;
}
