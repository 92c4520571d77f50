import type { PageId } from '../shell/pages.ts';

const WAYS: readonly { readonly page: PageId; readonly name: string; readonly says: string }[] = [
  {
    page: 'import',
    name: '导入财决报表',
    says: '从部门决算系统导出的财决02、03、04、07、08-1、09、11 和附03，逐行核对后一次录入。',
  },
  { page: 'import', name: '读入上年公开表', says: '上年公布的 xlsx 读作上年决算，用来比较增减。' },
  { page: 'income', name: '直接录入', says: '从收入开始，按 Ctrl+I 加科目，逐格录入，也可从 Excel 粘贴。' },
];

/** An empty year: how to begin. */
export function Begin({ onPage }: { readonly onPage: (page: PageId, keys: boolean) => void }) {
  return (
    <section className="box begin-ways" aria-labelledby="begin-title">
      <header className="box-head">
        <h2 id="begin-title">这一年还没有数</h2>
        <p>从这里开始</p>
      </header>
      <ul>
        {WAYS.map(({ page, name, says }) => (
          <li key={name}>
            <button type="button" className="link" onClick={() => onPage(page, page !== 'import')}>
              {name}
            </button>
            <p>{says}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
