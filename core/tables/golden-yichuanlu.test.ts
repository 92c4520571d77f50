import { describe, expect, it } from 'vitest';
import { checkYear } from '../checks/check-year.ts';
import { GOLDEN } from '../testing/golden/golden.ts';
import { packOfBook, printedCells, sampleBook, tableOf } from '../testing/sample.ts';
import { yearToCheck } from '../testing/year-to-check.ts';

const book = sampleBook('yichuanlu-street-2025');
const [year] = book.years;
const [unit] = year?.units ?? [];
const printed = GOLDEN.find(({ sample }) => sample === 'yichuanlu-street-2025')?.tables ?? {};

const hundredths = (text: string) => Number(text.replaceAll(',', '').replace('.', ''));

describe('宜川路街道 2025, keyed as it must have been', () => {
  it('has column 302 one row lower than it is printed: with it the table agrees in itself and with 三公 (B16)', () => {
    const document = Object.entries(printed['general-basic'] ?? {})
      .filter(([cell]) => cell.startsWith('302'))
      .map(([cell, text]) => [cell.slice(0, -' amount'.length), text] as const);
    const [total, ...rows] = document;
    // the last row prints the total once more; the amounts above it are all amounts of 302
    expect([total, rows.at(-1)]).toEqual([
      ['302', '1,844.57'],
      ['30299', '1,844.57'],
    ]);
    const amounts = rows.slice(0, -1).map(([, text]) => hundredths(text));
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(184457);

    const pack = packOfBook(book);
    const ours = printedCells(tableOf(pack, 'general-basic'));
    for (const [index, [code]] of rows.entries()) {
      const above = index === 0 ? '0.00' : (rows[index - 1]?.[1] ?? '');
      expect(ours[`${code} amount`] ?? '0.00', code).toBe(above);
    }
    const threePublic = printedCells(tableOf(pack, 'three-public'));
    expect([ours['30231 amount'], ours['30217 amount'], ours['30212 amount']]).toEqual([
      threePublic['vehicle_operation actual'],
      threePublic['reception actual'],
      threePublic['abroad actual'],
    ]);
  });

  it('says at every figure that was moved from where it was printed', () => {
    const moved = (year?.figures ?? []).filter(
      ({ sheet, row, measure }) => sheet === 'economic' && row.startsWith('302') && measure === 'actual',
    );
    expect(moved).toHaveLength(20);
    for (const { row } of moved) {
      const note = year?.notes?.find((each) => each.sheet === 'economic' && each.row === row);
      expect(note?.body, row).toMatch(/^公开表印在上一行“302\d\d .+”：302 各款印高了一行/);
    }
  });

  it('differs from the printed totals by their tails, and by 机关运行经费, which the document does not part by unit', () => {
    if (year === undefined || unit === undefined) throw new Error('the sample has a year and a unit');
    const { findings } = checkYear(yearToCheck(book), unit.code);
    const differing = findings.filter(({ level }) => level === 'error');
    expect(differing.map(({ message, left, right }) => [message, left?.amount, right?.amount])).toEqual([
      ['本年收入合计与核对数一致', '20323.2', '20323.21'],
      ['本年支出合计与核对数一致', '20323.2', '20323.21'],
      ['基本支出合计与核对数一致', '14107.45', '14107.46'],
      ['项目支出合计与核对数一致', '6215.75', '6215.76'],
      ['机关运行经费与核对数一致', '1915.3', '816.16'],
      ['收入支出决算总表总计与核对数一致', '20323.2', '20323.21'],
      ['收入决算表合计与核对数一致', '20323.2', '20323.21'],
      ['支出决算表合计与核对数一致', '20323.2', '20323.21'],
      ['财政拨款收入支出决算总表总计与核对数一致', '20323.2', '20323.21'],
      ['一般公共预算财政拨款支出决算表合计与核对数一致', '20218.2', '20218.21'],
    ]);
  });

  it('has the 年初预算 of every 项 as the narrative states it; their sum differs from the stated total by its tail', () => {
    const budgets = (year?.figures ?? []).filter(
      ({ sheet, measure, fund }) => sheet === 'expenditure' && measure === 'initial' && fund === 'general',
    );
    expect(budgets).toHaveLength(35);
    // stated: 20,707.11
    expect(budgets.reduce((sum, { value }) => sum + value, 0)).toBe(20_707_12_0000);
  });
});
