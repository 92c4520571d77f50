import { z } from 'zod';
import regions from './data/regions.json' with { type: 'json' };

/** Places, each with the built-in 报表格式 that its departments print in. */
export const REGIONS = z.array(z.strictObject({ name: z.string(), profile: z.string() })).parse(regions);

/** The short name that people write: 上海, 内蒙古. */
function shortName(name: string): string {
  return name.replace(/(市|省|(壮族|回族|维吾尔)?自治区)$/, '');
}

/** The 报表格式 proposed for a region as somebody typed it (`上海市普陀区`); `null`: none is known. */
export function profileOfRegion(region: string): string | null {
  const typed = region.trim();
  return REGIONS.find(({ name }) => typed.startsWith(shortName(name)))?.profile ?? null;
}
