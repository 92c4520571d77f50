import { expect, it } from 'vitest';
import { builtInProfile } from '../../core/profiles/built-in.ts';
import { buildTables } from '../../core/tables/build.ts';
import { FigureSums } from '../../core/tables/sums.ts';
import { cellName, columnNames } from './cell-name.ts';

function namesIn(profileId: string) {
  const profile = builtInProfile(profileId);
  if (profile === undefined) throw new Error(`no profile ${profileId}`);
  const sums = new FigureSums([]);
  const { tables } = buildTables({ profile, year: 2024, name: '示例', entity: '部门', sums });
  return (id: string, line: number, column: number) => {
    const model = tables.find((table) => table.id === id);
    const cell = model?.body[line]?.find((each) => each.column === column);
    return model && cell && cellName(model, columnNames(model), cell);
  };
}

it('names a number by its row and by all headings over its column', () => {
  const nameOf = namesIn('shanghai');
  expect(nameOf('summary', 0, 3)).toBe('一、一般公共服务支出，支出 决算数，空');
  expect(nameOf('gov-fund', 0, 4)).toBe('合计，本年支出 小计，空');
  expect(nameOf('three-public', 0, 6)).toBe(
    '公务用车购置费，财政拨款“三公”经费 公务用车购置及运行维护费 公务用车购置费 预算数，空',
  );
});

it('leaves 行次, 栏次 and 类款项 out of the name', () => {
  const nameOf = namesIn('mof');
  expect(nameOf('summary', 0, 5)).toBe('一、一般公共服务支出，支出 决算数，空');
  expect(nameOf('gov-fund', 0, 6)).toBe('合计，本年支出 小计，空');
  expect(nameOf('three-public', 0, 3)).toBe(
    '公务用车购置费，预算数 公务用车购置及运行维护费 公务用车购置费，空',
  );
});
