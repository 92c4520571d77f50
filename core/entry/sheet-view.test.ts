import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import { type Fund, findSheet, SHEETS, type SheetDefinition } from '../figures/sheets.ts';
import { sampleBook } from '../testing/sample.ts';
import { rowDeletion } from './delete-row.ts';
import type { FigureEdit } from './edit.ts';
import { findInSheet } from './find.ts';
import { type FundView, fundsOf, hasFundTotal, keyedElsewhere } from './sheet-columns.ts';
import { SheetFigures } from './sheet-figures.ts';
import { SheetView } from './sheet-view.ts';

const classification = new Classification(2024);

function sheetOf(id: string): SheetDefinition {
  const sheet = findSheet(id);
  if (sheet === undefined) throw new Error(id);
  return sheet;
}

function viewOf(figures: SheetFigures, fund: FundView, sheet = 'expenditure'): SheetView {
  return new SheetView(figures, {
    sheet: sheetOf(sheet),
    fund,
    measure: 'actual',
    money: 'wan',
    classification,
    keyable: true,
  });
}

/** The lines of a view as a clerk reads them: code, name, then the cells. */
function printed(view: SheetView): string[][] {
  return view.lines.map(({ id, code, name }) => [
    code,
    name,
    ...view.columns.map((column) => view.shown(id, column)),
  ]);
}

function figuresOf(unit: string, sheet: string): SheetFigures {
  const [year] = sampleBook('example-street-2024').years;
  const own = (year?.figures ?? []).filter((figure) => figure.unit === unit && figure.sheet === sheet);
  return new SheetFigures({ figures: own, notes: [] });
}

const edit = (row: string, value: number | null, column = 'basic', measure = 'actual' as const) => ({
  sheet: 'expenditure',
  row,
  fund: 'general' as const,
  column,
  measure,
  value,
});

describe('a sheet on the screen', () => {
  it('is a tree of 类, 款 and 项 under the 合计, with 小计 beside', () => {
    const view = viewOf(figuresOf('001', 'expenditure'), 'general');
    expect(view.columns.map(({ id, wide }) => (wide ? `(${id})` : id))).toEqual([
      'basic',
      'project',
      'subtotal',
      '(initial)',
      'final',
      'completion',
      'prior',
      '(difference)',
      '(change)',
    ]);
    expect(printed(view).map((line) => line.slice(0, 5))).toEqual([
      ['', '合计', '1,600.00', '780.00', '2,380.00'],
      ['201', '一般公共服务支出', '1,500.00', '780.00', '2,280.00'],
      ['20103', '政府办公厅（室）及相关机构事务', '1,500.00', '780.00', '2,280.00'],
      ['2010301', '行政运行', '1,500.00', '', '1,500.00'],
      ['2010302', '一般行政管理事务', '', '780.00', '780.00'],
      ['208', '社会保障和就业支出', '100.00', '', '100.00'],
      ['20805', '行政事业单位养老支出', '100.00', '', '100.00'],
      ['2080505', '机关事业单位基本养老保险缴费支出', '100.00', '', '100.00'],
    ]);
  });

  it('compares with budget and last year where there is something to compare with', () => {
    const figures = figuresOf('001', 'expenditure');
    const view = viewOf(figures, 'general');
    view.apply([
      { ...edit('2010301', 1_600_000_000), measure: 'final' },
      { ...edit('2010302', 0, 'project'), measure: 'final' },
      { ...edit('2010301', 1_200_000_000), measure: 'prior' },
    ]);
    const cells = (line: string) =>
      view.columns.slice(3).map((column) => `${column.id} ${view.shown(line, column)}`);
    expect(cells('2010301')).toEqual([
      'initial ',
      'final 1,600.00',
      'completion 93.75%',
      'prior 1,200.00',
      'difference 300.00',
      'change 25.00%',
    ]);
    // no percentage of 0 or of nothing
    expect(cells('2010302')).toEqual([
      'initial ',
      'final 0.00',
      'completion ',
      'prior ',
      'difference ',
      'change ',
    ]);
  });

  it('tells blank from 0, in a cell and in every sum above it', () => {
    const view = viewOf(new SheetFigures({ figures: [], notes: [] }), 'general');
    const [basic] = view.columns;
    if (basic === undefined) throw new Error('no column');
    view.addRow('2010301');
    expect(view.lines.map(({ id }) => view.shown(id, basic))).toEqual(['', '', '', '']);
    view.apply([edit('2010301', 0)]);
    expect(view.lines.map(({ id }) => view.shown(id, basic))).toEqual(['0.00', '0.00', '0.00', '0.00']);
    view.apply([edit('2010301', null)]);
    expect(view.lines.map(({ id }) => view.shown(id, basic))).toEqual(['', '', '', '']);
  });

  it('keeps a row that was emptied where it is, and draws anew only the lines an edit touches', () => {
    const view = viewOf(figuresOf('001', 'expenditure'), 'general');
    const before = new Map(view.lines.map(({ id }) => [id, view.version(id)]));
    const { lines } = view;
    view.apply([edit('2080505', null)]);
    expect(view.lines).toBe(lines);
    const touched = view.lines.filter(({ id }) => view.version(id) !== before.get(id)).map(({ id }) => id);
    expect(touched).toEqual(['合计', '208', '20805', '2080505']);
  });

  it('shows every digit of an amount, and gives it back exactly', () => {
    const view = viewOf(new SheetFigures({ figures: [], notes: [] }), 'general');
    view.apply([edit('2010301', 1_234_567_891)]);
    const [basic] = view.columns;
    if (basic === undefined) throw new Error('no column');
    expect([view.shown('2010301', basic), view.raw('2010301', basic)]).toEqual([
      '1,234.567891',
      '1234.567891',
    ]);
  });

  it('can show any sheet, each with the columns that a fund takes', () => {
    for (const sheet of SHEETS) {
      for (const fund of ['general', 'other', '', 'all'] as const) {
        const view = viewOf(figuresOf('001', sheet.id), fund, sheet.id);
        const keyed = view.columns.filter((column) => column.keyed !== null).map(({ id }) => id);
        const taken = sheet.columns.filter(
          (column) =>
            fund !== 'all' &&
            column.funds.includes(fund) &&
            (column.measures ?? sheet.measures).includes('actual'),
        );
        expect(keyed).toEqual(taken.map(({ id }) => id));
      }
    }
    const economic = viewOf(figuresOf('001', 'economic'), 'general', 'economic');
    const amounts = printed(economic).map((line) => line.slice(0, 3));
    expect(amounts.slice(0, 2)).toEqual([
      ['', '合计', expect.any(String)],
      ['301', '工资福利支出', expect.any(String)],
    ]);
  });

  it('says how much a fund makes together only where its figures add up to something', () => {
    const told = SHEETS.map((sheet) => [
      sheet.id,
      fundsOf(sheet)
        .filter((fund) => hasFundTotal(sheet, fund, 'actual'))
        .join(),
    ]);
    expect(told).toEqual([
      ['income', 'general,gov_fund,state_capital,other'],
      ['expenditure', 'general,gov_fund,state_capital,other'],
      ['economic', 'general,gov_fund,state_capital,other'],
      // balances and movements
      ['balance', ''],
      ['three_public', 'general,gov_fund,state_capital'],
      ['counts', ''],
      ['reception_parts', ''],
      ['procurement', ''],
      ['purchased_services', ''],
      ['projects', ''],
      ['assets', ''],
      ['staff', ''],
      ['control', ''],
    ]);
    expect(fundsOf(sheetOf('control'))[0]).toBe('');
  });

  it('compares what adds up across its columns, also where one of them is keyed on another sheet', () => {
    const ids = (sheet: string, fund: FundView) =>
      viewOf(figuresOf('001', sheet), fund, sheet).columns.map(({ id, wide }) => (wide ? `(${id})` : id));
    expect(ids('three_public', 'general').slice(0, 3)).toEqual(['basic', 'project', 'subtotal']);
    const [lent, own] = viewOf(figuresOf('001', 'three_public'), 'general', 'three_public').columns;
    expect([lent?.keyed, own?.keyed]).toEqual([null, { column: 'project', measure: 'actual' }]);
    expect(ids('three_public', 'gov_fund').slice(0, 3)).toEqual(['basic', 'project', 'subtotal']);
    // one column is compared line by line, also where the lines add up to nothing
    expect(ids('counts', '')).toEqual(['count', 'initial', 'prior', 'difference', 'change']);
    expect(ids('economic', 'general')).toEqual(['amount', 'initial', 'prior', 'difference', 'change']);
    expect(ids('control', '')).toEqual(['amount', 'count']);
    expect(ids('control', 'general')).toEqual(['amount']);
    expect(keyedElsewhere(sheetOf('three_public'), 'general', 'initial')).toBeNull();
  });

  it('shows a count as a count beside its own of last year', () => {
    const figures = new SheetFigures({ figures: [], notes: [] });
    const view = viewOf(figures, '', 'counts');
    const meetings = { sheet: 'counts', row: 'meetings', fund: '', column: 'count' } as const;
    view.apply([
      { ...meetings, measure: 'actual', value: 12 },
      { ...meetings, measure: 'prior', value: 10 },
    ]);
    expect(view.columns.map((column) => view.shown('meetings', column))).toEqual([
      '12',
      '',
      '10',
      '2',
      '20.00%',
    ]);
    expect(figures.count('', 'actual')).toBe(1);
  });

  it('shows what follows from two columns, whole where nothing is taken away', () => {
    const figures = new SheetFigures({ figures: [], notes: [] });
    const view = viewOf(figures, '', 'assets');
    const at = (row: string, column: string, value: number) =>
      ({ sheet: 'assets', row, fund: '', column, measure: 'actual', value }) as const;
    view.apply([at('fixed', 'original', 8_000_000), at('fixed', 'depreciation', 3_000_000)]);
    view.apply([at('current', 'original', 2_000_000), at('intangible', 'depreciation', 1_000_000)]);
    const net = view.columns.find(({ id }) => id === 'net');
    if (net === undefined) throw new Error('no 净值');
    expect(['fixed', 'current', 'intangible'].map((row) => view.shown(row, net))).toEqual([
      '5.00',
      '2.00',
      '',
    ]);
  });

  it('names rows of the clerk’s own, adds up their amounts and never their scores', () => {
    const text = (row: string, body: string | null, column = 'name') => ({
      sheet: 'projects',
      row,
      column,
      body,
    });
    const figures = new SheetFigures({
      figures: [],
      notes: [],
      texts: [text('001-001', '信息化运维'), text('001-002', '课题研究')].map((each) => ({
        ...each,
        body: each.body ?? '',
      })),
    });
    const view = viewOf(figures, '', 'projects');
    const at = (row: string, column: string, value: number) =>
      ({ sheet: 'projects', row, fund: '', column, measure: 'actual', value }) as const;
    view.apply([at('001-001', 'amount', 5_000_000), at('001-001', 'score', 9_250)]);
    view.apply([at('001-002', 'amount', 1_000_000), at('001-002', 'score', 8_800)]);
    const shown = () =>
      view.lines.map(({ id, name }) => [
        name,
        ...view.columns
          .filter((column) => ['code', 'amount', 'score'].includes(column.id))
          .map((column) => view.shown(id, column)),
      ]);
    expect(shown()).toEqual([
      ['合计', '', '6.00', ''],
      ['信息化运维', '', '5.00', '92.50'],
      ['课题研究', '', '1.00', '88.00'],
    ]);
    const gone = rowDeletion(sheetOf('projects'), figures, ['001-002']);
    view.apply(gone.edits);
    view.applyTexts([...gone.texts, text('001-001', 'P-1', 'code')]);
    expect(shown()).toEqual([
      ['合计', '', '5.00', ''],
      ['信息化运维', 'P-1', '5.00', '92.50'],
    ]);
  });

  it('has after any edits the sums that it would have if it were opened anew', () => {
    const rows = ['2010301', '2010302', '2010601', '2080505', '2296002', '9999999'];
    const anyEdit: fc.Arbitrary<FigureEdit> = fc.record({
      sheet: fc.constant('expenditure'),
      row: fc.constantFrom(...rows),
      fund: fc.constantFrom<Fund>('general', 'other'),
      column: fc.constantFrom('basic', 'project'),
      measure: fc.constantFrom('actual', 'final', 'prior'),
      value: fc.option(fc.integer({ min: -1e12, max: 1e12 })),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(anyEdit, { maxLength: 4 }), { maxLength: 20 }),
        fc.constantFrom<FundView>('general', 'other', 'all'),
        (steps, fund) => {
          const figures = new SheetFigures({ figures: [], notes: [] });
          const view = viewOf(figures, fund);
          for (const step of steps) view.apply(step);
          expect(printed(view)).toEqual(printed(viewOf(figures, fund)));
          const total = view.columns.find(({ id }) => id === 'subtotal');
          if (total === undefined) throw new Error('no 小计');
          expect(view.value('合计', total)).toBe(figures.total(fund, 'actual'));
        },
      ),
    );
  });
});

describe('looking for something in a sheet', () => {
  const view = viewOf(figuresOf('001', 'expenditure'), 'general');
  it.each([
    ['20805', ['20805', '2080505']],
    ['行政', ['2010301', '2010302', '20805']],
    ['xzyx', ['2010301']],
    ['780', ['合计 project', '201 project', '20103 project', '2010302 project', '2010302 subtotal']],
    ['1,500.00', ['201 basic', '20103 basic', '2010301 basic', '2010301 subtotal']],
    ['没有', []],
    [' ', []],
  ])('%j finds %j', (query, expected) => {
    const found = findInSheet(view, view.columns, query).map(({ line, column }) =>
      column === null ? line : `${line} ${column}`,
    );
    expect(found).toEqual(expected);
  });
});
