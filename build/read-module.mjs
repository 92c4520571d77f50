/**
 * @typedef {object} ModuleText
 * @property {{ specifier: string, line: number }[]} imports
 * @property {string} code the text without comments and without what strings say, character for character as long
 * @property {(index: number) => number} lineAt
 */

// A template with ${…} holds code, so it is left as it is.
const commentOrString =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"|`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`/g;

const importStatements = [
  // import … from '…', export … from '…'; types too
  /\b(?:import|export)\b[^'"`;()=]*?\bfrom\s*(['"])([^'"\n]+)\1/g,
  // import '…'
  /\bimport\s*(['"])([^'"\n]+)\1/g,
  // import('…'), require('…'), require.resolve('…'), import.meta.glob('…')
  /\b(?:import|require(?:\.resolve)?|import\.meta\.glob(?:<[^>]*>)?)\s*\(\s*(['"`])([^'"`\n]+)\1/g,
];

/**
 * Reads the imports of a module without a parser: TypeScript 7 offers none, and statements as the formatter
 * writes them need none.
 * @param {string} text
 * @returns {ModuleText}
 */
export function readModule(text) {
  const withoutComments = text.replace(commentOrString, (part) =>
    part.startsWith('/') ? blank(part) : part,
  );
  const code = text.replace(commentOrString, blank);
  /** @param {number} index */
  const lineAt = (index) => text.slice(0, index).split('\n').length;
  const imports = importStatements.flatMap((pattern) =>
    [...withoutComments.matchAll(pattern)]
      // The statement itself must be code: a string may speak of imports.
      .filter(({ index }) => code[index] !== ' ')
      .map((match) => ({ specifier: match[2] ?? '', line: lineAt(match.index + match[0].length) })),
  );
  return { imports, code, lineAt };
}

/** @param {string} part */
function blank(part) {
  return part.replace(/[^\n]/g, ' ');
}
