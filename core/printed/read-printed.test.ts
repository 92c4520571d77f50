import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packOfBook, sampleBook } from '../testing/sample.ts';
import { packJson } from './pack-json.ts';
import { PRINTED_FORMAT } from './printed-tables.ts';
import { readPrinted } from './read-printed.ts';

const published = readFileSync(
  new URL('../../samples/yichuanlu-street-2025-printed.json', import.meta.url),
  'utf8',
);

/** The published document with one thing in it changed. */
function changed(from: string, to: string): string {
  expect(published).toContain(from);
  return published.replace(from, to);
}

function refusal(file: string): string {
  const read = readPrinted(file, '公开表.json');
  return read.ok ? 'taken' : read.error.message;
}

describe('a printed document', () => {
  it('is read as it is printed, mistakes and all', () => {
    const read = readPrinted(published, '公开表.json');
    if (!read.ok) throw new Error(read.error.message);
    const { tables, statements } = read.value;
    const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)));
    expect([tables.length, cells.length, statements.length]).toEqual([9, 622, 57]);
    const basic = tables.find(({ id }) => id === 'general-basic');
    const printed = (code: string) => basic?.rows.find((row) => row.code === code)?.cells['amount'];
    expect([printed('30229'), printed('30231'), printed('30299')]).toEqual(['19.56', '81.11', '1,844.57']);
    expect(statements.filter((statement) => statement.includes('135.00万元'))).toHaveLength(1);
  });

  it('has the form in which our own tables are printed', () => {
    const own = packJson(packOfBook(sampleBook('yichuanlu-street-2025')));
    const file = JSON.stringify({
      ...own,
      format: PRINTED_FORMAT,
      title: '账簿',
      source: '',
      statements: [],
    });
    expect(refusal(file)).toBe('$.source 应是不空的文字，改正后再导入。');
    expect(readPrinted(file.replace('"source":""', '"source":"账簿"'), '')).toMatchObject({ ok: true });
  });

  it('is refused whole, with the place and what should stand there', () => {
    expect(refusal('{')).toMatch(/^公开表\.json 不是有效的 JSON 文件/);
    expect(refusal('[]')).toMatch(/^公开表\.json 应是一份公开表文件/);
    expect(refusal(changed('mingzhang-printed/1', 'mingzhang-printed/2'))).toMatch(
      /^\$\.format 应是"mingzhang-printed\/1"/,
    );
    expect(refusal(changed('"year": 2025', '"year": 25'))).toMatch(/^\$\.year 应是2000 到 2099 之间的整数/);
    expect(refusal(changed('"id": "summary"', '"id": "cover"'))).toMatch(/^\$\.tables\[0\]\.id 应是已知的表/);
    expect(refusal(changed('{"amount": "20218.21"}', '{"amount": 20218.21}'))).toMatch(
      /^\$\.tables\[0\]\.rows\[0\]\.cells\.amount 应是文字/,
    );
    expect(refusal(changed('"code": "2010507"', '"code": "20105070"'))).toMatch(/应是3、5 或 7 位科目编码/);
    expect(refusal(changed('"money": "wan"', '"money": "wan", "unit": "元"'))).toMatch(/没有“unit”的内容/);
    expect(refusal(changed('"year": 2025', '"year": 2025, "year": 2024'))).toMatch(/“year”写了两次/);
  });
});
