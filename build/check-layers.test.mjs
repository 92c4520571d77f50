import { expect, test } from 'vitest';
import { layerProblems } from './layer-rules.mjs';

/** @param {string} path @param {string} text */
function problems(path, text) {
  return layerProblems([{ path, text }]);
}

test('an import from core to electron is refused, with file and line', () => {
  const found = problems(
    'core/money/fen.ts',
    "import { a } from './a.ts';\nimport { open } from '../../electron/store/open.ts';\n",
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(
    /^core\/money\/fen\.ts:2: must not import '\.\.\/\.\.\/electron\/store\/open\.ts'/,
  );
});

test.each([
  ['core/a.ts', "import type { Store } from '../electron/store.ts';"],
  ['core/a.ts', "export * from '../renderer/app.tsx';"],
  ['core/a.ts', "export {\n  a,\n  b,\n} from '../renderer/app.tsx';"],
  ['core/a.ts', "import '../electron/main.ts';"],
  ['core/a.ts', "const a = await import('../electron/main.ts');"],
  ['core/a.ts', 'const a = await import(`../electron/main.ts`);'],
  ['core/a.ts', "let a: import('../electron/main.ts').A;"],
  ['core/a.ts', "const a = require('../electron/main.ts');"],
  ['core/a.ts', "import { readFileSync } from 'node:fs';"],
  ['core/a.ts', "import { readFileSync } from 'fs';"],
  ['core/a.ts', "import { test } from 'vitest';"],
  ['core/a.ts', "import exceljs from 'exceljs';"],
  ['core/a.test.ts', "import { open } from '../electron/open.ts';"],
  ['electron/a.ts', "import { App } from '../renderer/app.tsx';"],
  ['electron/a.ts', "import { Button } from 'antd';"],
  ['electron/a.ts', "import { client } from 'react-dom/client';"],
  ['renderer/a.tsx', "import { open } from '../electron/open.ts';"],
  ['renderer/a.tsx', "import { ipcRenderer } from 'electron';"],
  ['renderer/a.tsx', "import { join } from 'node:path';"],
  ['renderer/a.tsx', "import Database from 'better-sqlite3';"],
  ['renderer/a.tsx', "const all = import.meta.glob('../electron/*.ts');"],
  ['e2e/a.spec.ts', "import { open } from '../electron/open.ts';"],
])('%s: %s is refused', (path, text) => {
  expect(problems(path, text)).toHaveLength(1);
});

test.each([
  ['core/a/b.ts', "import { c } from '../c.ts';\nimport data from './data/d.json' with { type: 'json' };"],
  ['core/a.ts', "import { z } from 'zod';\nimport { pinyin } from 'pinyin-pro';"],
  ['core/a.ts', "// import { open } from '../electron/open.ts';\n/* import 'electron'; */"],
  ['core/a.ts', 'const text = "import { open } from \'../electron/open.ts\'";'],
  ['core/a.test.ts', "import { readFileSync } from 'node:fs';\nimport { test } from 'vitest';"],
  ['core/testing/book.ts', "import fc from 'fast-check';"],
  [
    'electron/a.ts',
    "import { join } from 'node:path';\nimport { a } from '../core/a.ts';\nimport Database from 'better-sqlite3';",
  ],
  ['renderer/a.tsx', "import { a } from '../core/a.ts';\nimport { Button } from 'antd';\nimport './a.css';"],
  ['e2e/a.spec.ts', "import { test } from './fixtures.ts';\nimport { a } from '../core/a.ts';"],
  ['build/a.ts', "import 'anything';"],
])('%s: %s is allowed', (path, text) => {
  expect(problems(path, text)).toEqual([]);
});

const inTemplate = ['`$', '{Date.now()}`'].join('');

test.each(['Math.random()', 'Date.now()', 'new Date()', 'new Date', 'new Date( )', inTemplate])(
  'core knows no %s',
  (expression) => {
    expect(problems('core/a.ts', `export const a = 1;\nexport const b = ${expression};`)).toEqual([
      expect.stringMatching(/^core\/a\.ts:2: /),
    ]);
    expect(problems('core/a.test.ts', `const b = ${expression};`)).toEqual([]);
    expect(problems('electron/a.ts', `const b = ${expression};`)).toEqual([]);
  },
);

test('core may read a given time, and speak of the clock in comments and strings', () => {
  const text =
    "// Date.now()\nconst a = new Date(2024, 1, 1);\nconst b = new Date(\n  time,\n);\nconst c = 'new Date()';";
  expect(problems('core/a.ts', text)).toEqual([]);
});
