/** The pages of a book, in the sequence of the work. An entry comes with its page; those of 录入 are named by their sheet. */
export const PAGE_GROUPS = [
  {
    title: '录入',
    entries: [
      { id: 'income', name: '收入' },
      { id: 'expenditure', name: '支出' },
      { id: 'economic', name: '经济分类' },
      { id: 'balance', name: '结转结余' },
      { id: 'three_public', name: '三公经费' },
      { id: 'counts', name: '实物量' },
      { id: 'procurement', name: '政府采购' },
      { id: 'control', name: '核对数' },
    ],
  },
  { title: '核对', entries: [{ id: 'checks', name: '检查' }] },
  { title: '成果', entries: [{ id: 'tables', name: '公开表' }] },
] as const;

type EntryId = (typeof PAGE_GROUPS)[number]['entries'][number]['id'];

/** 报表格式 is no step of the work: the menu of the book and the tables lead to it. */
export type PageId = EntryId | 'profiles';
