/** What is met in a document, in order. Names are without their prefix: `x:row` is `row`. */
export interface XmlHandlers {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads XML as spreadsheet programs write it, without trees and without entities of its own (a document type is
 * skipped, so nothing can be expanded). It does not judge: what is broken gives fewer events.
 */
export function readXml(document: string, handlers: XmlHandlers): void {
  let place = 0;
  for (;;) {
    const open = document.indexOf('<', place);
    if (open === -1) return;
    if (open > place) handlers.text(decoded(document.slice(place, open)));
    const special = SPECIAL.find(([begin]) => document.startsWith(begin, open));
    if (special !== undefined) {
      const [begin, end] = special;
      const close = document.indexOf(end, open + begin.length);
      if (close === -1) return;
      if (begin === '<![CDATA[') handlers.text(document.slice(open + begin.length, close));
      place = close + end.length;
      continue;
    }
    const close = tagEnd(document, open);
    if (close === -1) return;
    readTag(document.slice(open + 1, close), handlers);
    place = close + 1;
  }
}

const SPECIAL = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/** The `>` that ends a tag; one inside an attribute does not. */
function tagEnd(document: string, open: number): number {
  let quote = '';
  for (let place = open + 1; place < document.length; place += 1) {
    const character = document[place] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return place;
  }
  return -1;
}

function readTag(tag: string, handlers: XmlHandlers): void {
  if (tag.startsWith('/')) {
    handlers.close(localName(tag.slice(1).trim()));
    return;
  }
  const isEmpty = tag.endsWith('/');
  const inner = isEmpty ? tag.slice(0, -1) : tag;
  const space = inner.search(/\s/);
  const name = localName(space === -1 ? inner : inner.slice(0, space));
  handlers.open(name, space === -1 ? '' : inner.slice(space));
  if (isEmpty) handlers.close(name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its name without prefix; `undefined`: it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decoded(value);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return ENTITIES[entity] ?? whole;
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
