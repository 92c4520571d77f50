import { mmOf } from '../../core/page/text-size.ts';
import type { TableModel } from '../../core/tables/model.ts';
import { onPage } from './paper.ts';

type Fonts = TableModel['fonts'];

/** What stands in for a Chinese font on a computer that has not got it. */
const FAMILIES: Readonly<Record<string, string>> = {
  黑体: 'SimHei, "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
  楷体: 'KaiTi, "Noto Serif CJK SC", "Source Han Serif SC", serif',
  仿宋: 'FangSong, "Noto Serif CJK SC", "Source Han Serif SC", serif',
};
const SONG = 'SimSun, "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif';

/** Closer than the layout counts, so that fonts which draw their lines higher make no row higher than it prints. */
const LINE_HEIGHT = 1.2;

function cssFont({ name, size, bold }: Fonts[keyof Fonts]): string {
  const family = FAMILIES[name] ?? SONG;
  return `${bold === true ? 600 : 400} ${onPage(mmOf(size))}/${LINE_HEIGHT} "${name}", ${family}`;
}

/** The fonts of the profile as CSS variables: `--font-title`, `--font-amount`, … */
export function fontVariables(fonts: Fonts): Record<`--font-${string}`, string> {
  return Object.fromEntries(Object.entries(fonts).map(([part, font]) => [`--font-${part}`, cssFont(font)]));
}
