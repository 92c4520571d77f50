import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { readModule } from './read-module.mjs';

/**
 * @typedef {object} SourceFile
 * @property {string} path from the project folder, with forward slashes
 * @property {string} text
 *
 * @typedef {object} Layer
 * @property {readonly string[]} folders that it may import from
 * @property {readonly string[]} testFolders that its tests may import from, besides
 * @property {(name: string) => boolean} mayUse whether it may import the package or builtin of this name
 * @property {string} because the rule in words
 */

const corePackages = ['zod', 'decimal.js', 'pinyin-pro'];
const desktopPackages = ['electron', 'better-sqlite3', 'exceljs'];
const pagePackages = ['react', 'react-dom', 'antd', '@tanstack/react-virtual'];

/** @type {Readonly<Record<string, Layer>>} */
const layers = {
  core: {
    folders: ['core'],
    testFolders: ['samples'],
    mayUse: (name) => corePackages.includes(name),
    because: `core/ is pure: it imports core/ and ${corePackages.join(', ')} only`,
  },
  electron: {
    folders: ['electron', 'core', 'migrations', 'samples'],
    testFolders: [],
    mayUse: (name) => !pagePackages.includes(name),
    because: 'electron/ imports electron/, core/, Node and packages, but nothing of the page',
  },
  renderer: {
    folders: ['renderer', 'core'],
    testFolders: ['samples'],
    mayUse: (name) => !isNode(name) && !desktopPackages.includes(name),
    because:
      "renderer/ imports renderer/, core/ and packages that run in a page: files and the database are main's",
  },
  e2e: {
    folders: ['e2e', 'core', 'samples', 'electron/testing'],
    testFolders: [],
    mayUse: () => true,
    because: 'e2e/ imports e2e/, core/ and what makes test files: it knows the app from outside only',
  },
};

/** Tests run in Node and may use what only tests need. */
const testPackages = ['vitest', 'fast-check'];

const impurities = [
  { pattern: /\bMath\s*\.\s*random\b/g, name: 'Math.random' },
  { pattern: /\bDate\s*\.\s*now\b/g, name: 'Date.now' },
  { pattern: /\bnew\s+Date\b(?!\s*\(\s*[^\s)])/g, name: 'new Date() without an argument' },
];

/**
 * What breaks the order of the layers: renderer → core ← electron.
 * @param {readonly SourceFile[]} files
 * @returns {string[]} one sentence each, with file and line
 */
export function layerProblems(files) {
  return files.flatMap((file) => {
    const name = file.path.split('/', 1)[0] ?? '';
    const layer = layers[name];
    return layer === undefined ? [] : fileProblems(file, layer, name);
  });
}

/** @param {SourceFile} file @param {Layer} layer @param {string} layerName */
function fileProblems(file, layer, layerName) {
  const source = readModule(file.text);
  const isTest = isTestFile(file.path);
  const imports = source.imports
    .filter(({ specifier }) => !isAllowed(specifier, file.path, layer, isTest))
    .map(({ specifier, line }) => `${file.path}:${line}: must not import '${specifier}': ${layer.because}.`);
  if (layerName !== 'core' || isTest) return imports;
  return [...imports, ...impurities.flatMap((impurity) => impurityProblems(file.path, source, impurity))];
}

/** @param {string} path @param {import('./read-module.mjs').ModuleText} source @param {{ pattern: RegExp, name: string }} impurity */
function impurityProblems(path, source, { pattern, name }) {
  return [...source.code.matchAll(pattern)].map(
    ({ index }) => `${path}:${source.lineAt(index)}: ${name} in core/: time and chance come in as arguments.`,
  );
}

/** @param {string} specifier @param {string} path @param {Layer} layer @param {boolean} isTest */
function isAllowed(specifier, path, layer, isTest) {
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier.replace(/[?#].*$/, ''));
    const folders = isTest ? [...layer.folders, ...layer.testFolders] : layer.folders;
    return folders.some((folder) => target.startsWith(`${folder}/`));
  }
  const name = packageName(specifier);
  return layer.mayUse(name) || (isTest && (isNode(name) || testPackages.includes(name)));
}

/** @param {string} specifier */
function packageName(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** @param {string} name */
function isNode(name) {
  return name.startsWith('node:') || isBuiltin(name);
}

/** @param {string} path */
function isTestFile(path) {
  return /\.test\.tsx?$/.test(path) || path.includes('/testing/');
}
