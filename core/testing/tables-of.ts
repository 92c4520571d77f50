import type { CellText, SummedFigure } from '../figures/figure.ts';
import { fen } from '../money/fen.ts';
import { builtInProfile } from '../profiles/built-in.ts';
import type { Profile, ProfileEdition } from '../profiles/profile.ts';
import { buildTables } from '../tables/build.ts';
import type { TablePack } from '../tables/model.ts';
import { FigureSums } from '../tables/sums.ts';

/** 决算 of so many 万元, of 一般公共预算 unless another fund is named. */
export function spent(
  sheet: string,
  row: string,
  column: string,
  wan: number,
  fund: SummedFigure['fund'] = 'general',
): SummedFigure {
  return { sheet, row, fund, column, measure: 'actual', value: fen(wan * 1_000_000) };
}

/** A built-in profile with all its editions changed. */
export function changedProfile(
  id: string,
  change: (edition: ProfileEdition) => ProfileEdition = (edition) => edition,
): Profile {
  const profile = builtInProfile(id);
  if (profile === undefined) throw new Error(`no profile ${id}`);
  return { ...profile, editions: profile.editions.map(change) };
}

interface TablesOf {
  readonly profile: Profile;
  readonly figures: readonly SummedFigure[];
  readonly entity?: '部门' | '单位';
  readonly cellTexts?: readonly CellText[];
}

/** The tables of 某局 that a profile prints for 2024 of these figures and nothing else. */
export function tablesOf({ profile, figures, entity = '部门', cellTexts = [] }: TablesOf): TablePack {
  return buildTables({ profile, year: 2024, name: '某局', entity, sums: new FigureSums(figures), cellTexts });
}
