/** The pages of a book, in the sequence of the work. An entry comes with its page. */
export const PAGE_GROUPS = [
  { title: '录入', entries: [{ id: 'expenditure', name: '支出' }] },
  { title: '成果', entries: [{ id: 'tables', name: '公开表' }] },
] as const;

type EntryId = (typeof PAGE_GROUPS)[number]['entries'][number]['id'];

/** 报表格式 is no step of the work: the menu of the book and the tables lead to it. */
export type PageId = EntryId | 'profiles';
