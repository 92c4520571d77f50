// `npm run icons`: the icons of the app and of its books, for each system, from their drawings. The results are
// committed, because electron-builder would fetch a tool for it that offices without GitHub cannot get.
import '../require-node.mjs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { IconIcns, IconIco } from '@shockpkg/icon-encoder';

const folder = join(import.meta.dirname, 'icons');
const icoSizes = [256, 128, 64, 48, 32, 24, 16];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
/** Types of an icns file with the width of each, pixels. @type {readonly (readonly [string, number])[]} */
const icnsTypes = [
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic11', 32],
  ['ic10', 1024],
];

for (const name of ['app', 'book']) {
  const drawing = readFileSync(join(folder, `${name}.svg`), 'utf8');
  /** @param {number} width */
  const png = (width) => new Resvg(drawing, { fitTo: { mode: 'width', value: width } }).render().asPng();

  const ico = new IconIco();
  for (const size of icoSizes) await ico.addFromPng(png(size));
  writeFileSync(join(folder, `${name}.ico`), ico.encode());

  const icns = new IconIcns();
  icns.toc = true;
  for (const [type, size] of icnsTypes) await icns.addFromPng(png(size), [type]);
  writeFileSync(join(folder, `${name}.icns`), icns.encode());

  mkdirSync(join(folder, name), { recursive: true });
  for (const size of linuxSizes) writeFileSync(join(folder, name, `${size}.png`), png(size));
}
