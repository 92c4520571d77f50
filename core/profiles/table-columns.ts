import type { ProfileColumn, TableId } from './profile.ts';

const BY_CODE = ['code', 'name'];
const SPENT = ['total', 'basic', 'project'];
const CARRIED = [...BY_CODE, 'opening', 'income', ...SPENT, 'closing'];
const group = (prefix: string) => [`${prefix}_code`, `${prefix}_label`, `${prefix}_amount`];
const BASIC = [...group('personnel'), ...group('public'), ...group('public_2')];
const THREE_PUBLIC_ITEMS = [
  'total',
  'abroad',
  'vehicle_total',
  'vehicle_purchase',
  'vehicle_operation',
  'reception',
];

/** The keys of the columns that each table knows to fill; a profile chooses among them, names and orders them. */
export const TABLE_COLUMNS: Readonly<Record<TableId, readonly string[]>> = {
  summary: ['income_label', 'income_amount', 'expenditure_label', 'expenditure_amount'],
  income: [...BY_CODE, 'total', 'appropriation', 'superior', 'undertaking', 'business', 'affiliate', 'other'],
  expenditure: [...BY_CODE, ...SPENT, 'remit', 'business', 'subsidy'],
  'appropriation-summary': [
    'income_label',
    'income_amount',
    'expenditure_label',
    'total',
    'general',
    'gov_fund',
    'state_capital',
  ],
  'general-balance': CARRIED,
  'general-expenditure': [...BY_CODE, ...SPENT],
  'general-basic': BASIC,
  'gov-fund': CARRIED,
  'gov-fund-basic': BASIC,
  'state-capital': CARRIED,
  'three-public': THREE_PUBLIC_ITEMS.flatMap((item) => [`${item}_budget`, `${item}_actual`]),
  procurement: ['label', 'amount'],
  'purchased-services': ['name', 'catalog', 'amount'],
};

const CARRIED_AMOUNTS = ['opening', 'income', 'total', 'closing'];

/** The columns without which a table would say something else than it does, or nothing, to judge by those it has. */
export function neededColumns(table: TableId, keys: readonly string[]): readonly string[] {
  switch (table) {
    case 'summary':
    case 'procurement':
      return TABLE_COLUMNS[table];
    case 'income':
    case 'expenditure':
    case 'general-expenditure':
      return [...BY_CODE, 'total'];
    case 'appropriation-summary':
      return ['income_label', 'income_amount', 'expenditure_label', 'total'];
    case 'general-balance':
    case 'gov-fund':
      return [...BY_CODE, ...CARRIED_AMOUNTS];
    case 'state-capital':
      // 收入支出 as a whole, or 支出 alone
      return keys.some((key) => key !== 'total' && CARRIED_AMOUNTS.includes(key))
        ? [...BY_CODE, ...CARRIED_AMOUNTS]
        : [...BY_CODE, 'total'];
    case 'general-basic':
    case 'gov-fund-basic': {
      const third = group('public_2');
      const hasThird = third.some((key) => keys.includes(key));
      return [...group('personnel'), ...group('public'), ...(hasThird ? third : [])];
    }
    case 'three-public':
      return ['total_budget', 'total_actual'];
    case 'purchased-services':
      return ['name', 'amount'];
  }
}

/** The keys of a profile's columns, from the left. */
export function columnKeys(columns: readonly ProfileColumn[]): string[] {
  return columns.flatMap((column) => ('key' in column ? [column.key] : columnKeys(column.columns)));
}
