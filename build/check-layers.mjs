// Part of `npm run check`: fails when a file imports across the layers, or when core/ is not pure.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layerProblems } from './layer-rules.mjs';
import { projectFolder } from './paths.mjs';

const files = ['core', 'electron', 'renderer', 'e2e'].flatMap((folder) =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(join(projectFolder, path), 'utf8') })),
);

const problems = layerProblems(files);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
