import { expect, it } from 'vitest';
import { checkText } from './check-text.ts';
import { newRowId } from './new-row.ts';

const edit = { sheet: 'projects', row: '001-001', column: 'name', body: '信息化运维' };

it.each([
  [edit, null],
  [{ ...edit, body: null }, null],
  [{ ...edit, body: '两\n行' }, 'bad-text'],
  [{ ...edit, body: '\u200b' }, 'bad-text'],
  [{ ...edit, body: '长'.repeat(201) }, 'bad-text'],
  [{ ...edit, column: 'amount' }, 'unknown-word'],
  [{ ...edit, sheet: 'income' }, 'unknown-word'],
  [{ ...edit, row: '合计' }, 'unknown-word'],
])('%j may be stored, or is refused with %s', (text, code) => {
  expect(checkText(text)?.code ?? null).toBe(code);
});

it('numbers a new row after all that its unit has had', () => {
  expect(newRowId('001', [])).toBe('001-001');
  expect(newRowId('001', ['001-002', '001-x', '002-009', '0013'])).toBe('001-003');
  expect(newRowId('1', ['1-999'])).toBe('1-1000');
});
