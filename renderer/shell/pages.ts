import type { RegisterId } from '../../core/registers/register.ts';

interface Entry {
  readonly id: string;
  readonly name: string;
  /** sheets that share the entry, as tabs of its page; the first is shown first */
  readonly sheets?: readonly { readonly id: string; readonly name: string }[];
}

/** The pages of a book, in the sequence of the work. Those of 录入 are named by their sheet. */
export const PAGE_GROUPS = [
  { title: '', entries: [{ id: 'overview', name: '总览' }] },
  { title: '取数', entries: [{ id: 'import', name: '导入' }] },
  {
    title: '录入',
    entries: [
      { id: 'income', name: '收入' },
      { id: 'expenditure', name: '支出' },
      {
        id: 'economic',
        name: '经济分类',
        sheets: [
          { id: 'economic', name: '基本支出经济分类' },
          { id: 'operating', name: '机关运行经费' },
        ],
      },
      { id: 'balance', name: '结转结余' },
      {
        id: 'three_public',
        name: '三公与实物量',
        sheets: [
          { id: 'three_public', name: '“三公”经费' },
          { id: 'counts', name: '实物量' },
          { id: 'reception_parts', name: '接待费构成' },
        ],
      },
      {
        id: 'procurement',
        name: '采购与服务',
        sheets: [
          { id: 'procurement', name: '政府采购' },
          { id: 'purchased_services', name: '政府购买服务' },
          { id: 'projects', name: '项目绩效' },
        ],
      },
      {
        id: 'assets',
        name: '资产与车辆',
        sheets: [
          { id: 'assets', name: '资产' },
          { id: 'vehicles', name: '公务用车' },
          { id: 'equipment', name: '大型设备' },
          { id: 'cards', name: '资产卡片' },
          { id: 'staff', name: '人员' },
        ],
      },
      { id: 'control', name: '核对数' },
    ],
  },
  { title: '核对', entries: [{ id: 'checks', name: '检查' }] },
  { title: '成果', entries: [{ id: 'tables', name: '公开表' }] },
] as const satisfies readonly { readonly title: string; readonly entries: readonly Entry[] }[];

type OwnEntry = (typeof PAGE_GROUPS)[number]['entries'][number];
type SheetTabId = Extract<OwnEntry, { readonly sheets: unknown }>['sheets'][number]['id'];

/** 报表格式 and 单位与年度 are no steps of the work: the menu of the book leads to them. */
export type PageId = OwnEntry['id'] | SheetTabId | 'profiles' | 'setup';

/** The tabs of an entry. */
export interface SheetTab {
  readonly id: PageId;
  readonly name: string;
}

const ENTRIES: readonly Entry[] = PAGE_GROUPS.flatMap(({ entries }): readonly Entry[] => entries);

function entryOf(page: string): Entry | undefined {
  return ENTRIES.find(({ id, sheets }) => id === page || sheets?.some((sheet) => sheet.id === page));
}

/** The entry of the sequence that a page belongs to; a page of no entry stands for itself. */
export function entryOfPage(page: PageId): PageId {
  return (entryOf(page)?.id ?? page) as PageId;
}

/** The sheets that share a page's entry, in their order; none where the page has an entry alone. */
export function tabsOfPage(page: PageId): readonly SheetTab[] {
  return (entryOf(page)?.sheets ?? []) as readonly SheetTab[];
}

/** Every page by its name; an entry that has tabs is the first of them. */
export const ALL_PAGES: readonly SheetTab[] = [
  ...ENTRIES.flatMap(({ id, name, sheets }) => [
    { id, name },
    ...(sheets ?? []).filter((sheet) => sheet.name !== name),
  ]),
  { id: 'setup', name: '单位与年度' },
  { id: 'profiles', name: '报表格式' },
].map(({ id, name }) => ({ id: id as PageId, name }));

/** The registers behind the sheets that nobody keys. */
const REGISTER_PAGES: Readonly<Record<string, PageId>> = {
  register_totals: 'vehicles',
  asset_cards: 'cards',
};

/** The page on which a sheet is keyed, or what it follows from; `null`: it has none. */
export function pageOfSheet(sheet: string): PageId | null {
  const register = REGISTER_PAGES[sheet];
  if (register !== undefined) return register;
  return entryOf(sheet) === undefined ? null : (sheet as PageId);
}

/** The register that a page shows; `null`: it shows none. */
export function registerOfPage(page: PageId): RegisterId | null {
  if (page === 'vehicles' || page === 'equipment') return page;
  return page === 'cards' ? 'assets' : null;
}

/** Whether something names a page of the sequence. */
export function isPage(id: string): id is PageId {
  return entryOf(id) !== undefined;
}
