import { Classification } from '../classification/classification.ts';
import { addressName } from '../figures/address-name.ts';
import {
  ADJUSTABLE_SHEETS,
  ADJUSTMENT_UNIT,
  type Book,
  type BookYear,
  type CellText,
  CONTROL_SHEET,
  DEPARTMENT_UNIT,
  type Department,
  FIRST_YEAR,
  type Figure,
  type FigureAddress,
  isUnitCode,
  LAST_YEAR,
  UNIT_KINDS,
  type Unit,
  type UnitNote,
  type UnitText,
} from '../figures/figure.ts';
import { FUND_NAMES, findSheet, SHEETS } from '../figures/sheets.ts';
import { readJson } from '../json/read-json.ts';
import type { MoneyUnit } from '../money/fen.ts';
import { type Problem, problem } from '../problems.ts';
import { BUILT_IN_PROFILES } from '../profiles/built-in.ts';
import type { Profile } from '../profiles/profile.ts';
import type { BookRegister } from '../registers/book-register.ts';
import { registerOf } from '../registers/register.ts';
import { failure, type Result, success } from '../result.ts';
import { FreeRows } from './free-rows.ts';
import {
  asArray,
  asName,
  asObject,
  asText,
  asWord,
  checkKeys,
  type JsonObject,
  objectsIn,
  optional,
  type Path,
  Refusal,
  shown,
} from './json-reader.ts';
import { readLine } from './read-lines.ts';
import { readNote } from './read-note.ts';
import { readProfiles } from './read-profiles.ts';
import { readRegisters } from './read-registers.ts';

export const FORMAT = 'mingzhang-book/1';

/**
 * Reads an interchange file `mingzhang-book/1` (DESIGN §8). It is taken whole or refused whole.
 *
 * @param text the file's content
 * @param name what to call the file in a refusal
 * @returns the book, or the first thing wrong with its JSON path
 */
export function readBook(text: string, name: string): Result<Book, Problem> {
  const json = readJson(text, name);
  if (!json.ok) return json;
  try {
    return success(readRoot(json.value, name));
  } catch (error) {
    if (error instanceof Refusal) return failure(error.problem);
    throw error;
  }
}

function readRoot(json: unknown, name: string): Book {
  const format = typeof json === 'object' && json !== null ? (json as JsonObject)['format'] : undefined;
  if (typeof format !== 'string' || !/^mingzhang-book\/[1-9]\d*$/.test(format)) {
    throw new Refusal(problem('not-interchange', { where: name }));
  }
  if (format !== FORMAT) throw new Refusal(problem('newer-interchange', { where: name, found: format }));
  const root = asObject(json, '$');
  checkKeys(root, '$', ['format', 'money', 'department', 'years'], ['profiles']);
  const money = asWord<MoneyUnit>(root['money'], ['wan', 'yuan'], '金额单位', '$.money');
  const profiles = readProfiles(optional(root['profiles'], []));
  const department = readDepartment(asObject(root['department'], '$.department'), profiles);
  const read = asArray(root['years'], '$.years').map((year, index) =>
    readYear(asObject(year, `$.years[${index}]`), money, `$.years[${index}]`),
  );
  const years = read.map(({ year }) => year);
  if (years.length === 0) {
    throw new Refusal(problem('wrong-type', { where: '$.years', expected: '至少一个年度' }));
  }
  const seen = new Set<number>();
  for (const [index, { year }] of years.entries()) {
    if (seen.has(year)) throw new Refusal(problem('duplicate-year', { where: `$.years[${index}]`, year }));
    seen.add(year);
  }
  const registers = oneOfEach(read.flatMap((year) => year.registers));
  return {
    department,
    ...(profiles.length === 0 ? {} : { profiles }),
    years,
    ...(registers.length === 0 ? {} : { registers }),
  };
}

/** Registers belong to no year: they stand with one, whichever, and not with two. */
function oneOfEach(registers: readonly BookRegister[]): readonly BookRegister[] {
  for (const [index, { unit, register }] of registers.entries()) {
    const isTwice = registers
      .slice(0, index)
      .some((each) => each.unit === unit && each.register === register);
    if (isTwice) {
      const { name } = registerOf(register);
      throw new Refusal(problem('duplicate-register', { where: `单位 ${unit} `, register: name }));
    }
  }
  return registers;
}

function readDepartment(department: JsonObject, own: readonly Profile[]): Department {
  const path = '$.department';
  checkKeys(department, path, ['name', 'region', 'profile']);
  const profiles = [...BUILT_IN_PROFILES, ...own].map((profile) => profile.id);
  return {
    name: asName(department['name'], `${path}.name`),
    region: asName(department['region'], `${path}.region`),
    profile: asWord(department['profile'], profiles, '报表格式', `${path}.profile`),
  };
}

/** A year, with the registers that its units bring along. */
interface ReadYear {
  readonly year: BookYear;
  readonly registers: readonly BookRegister[];
}

function readYear(source: JsonObject, money: MoneyUnit, path: Path): ReadYear {
  checkKeys(source, path, ['year', 'units'], ['adjustments', 'control']);
  const year = source['year'];
  if (typeof year !== 'number' || !Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new Refusal(problem('bad-year', { where: `${path}.year`, found: shown(year) }));
  }
  const sources = asArray(source['units'], `${path}.units`);
  const reader = new YearReader(year, money, new FreeRows(sources));
  for (const [index, unit] of sources.entries()) {
    reader.readUnit(asObject(unit, `${path}.units[${index}]`), `${path}.units[${index}]`);
  }
  if (reader.units.length === 0) {
    throw new Refusal(problem('wrong-type', { where: `${path}.units`, expected: '至少一个单位' }));
  }
  for (const [line, at] of objectsIn(source, 'adjustments', path)) reader.readAdjustment(line, at);
  for (const [line, at] of objectsIn(source, 'control', path)) reader.readControl(line, at);
  const { units, figures, texts, notes, cellTexts, registers } = reader;
  return {
    year: {
      year,
      units,
      figures,
      texts,
      ...(notes.length === 0 ? {} : { notes }),
      ...(cellTexts.length === 0 ? {} : { cellTexts }),
    },
    registers,
  };
}

/** Collects one year and refuses what may stand in it only once. */
class YearReader {
  readonly units: Unit[] = [];
  readonly figures: Figure[] = [];
  readonly texts: UnitText[] = [];
  readonly notes: UnitNote[] = [];
  readonly registers: BookRegister[] = [];
  readonly #year: number;
  readonly #money: MoneyUnit;
  readonly #classification: Classification;
  readonly #freeRows: FreeRows;
  readonly #addresses = new Set<string>();
  readonly #noted = new Set<string>();
  /** which form of balance lines a unit and fund uses: by 项, or one for all */
  readonly #balanceForms = new Map<string, 'item' | 'whole'>();

  constructor(year: number, money: MoneyUnit, freeRows: FreeRows) {
    this.#year = year;
    this.#money = money;
    this.#freeRows = freeRows;
    this.#classification = new Classification(year);
  }

  get cellTexts(): CellText[] {
    return this.#freeRows.texts;
  }

  readUnit(source: JsonObject, path: Path) {
    checkKeys(source, path, ['code', 'name', 'kind'], ['sheets', 'registers', 'texts', 'notes']);
    const code = asText(source['code'], `${path}.code`);
    if (!isUnitCode(code))
      throw new Refusal(problem('bad-unit-code', { where: `${path}.code`, found: code }));
    if (this.units.some((unit) => unit.code === code)) {
      throw new Refusal(problem('duplicate-unit', { where: `${path}.code`, code }));
    }
    const name = asName(source['name'], `${path}.name`);
    this.units.push({ code, name, kind: asWord(source['kind'], UNIT_KINDS, '单位类别', `${path}.kind`) });
    this.#readSheets(asObject(optional(source['sheets'], {}), `${path}.sheets`), code, `${path}.sheets`);
    const registers = asObject(optional(source['registers'], {}), `${path}.registers`);
    const of = { unit: code, year: this.#year, money: this.#money, path: `${path}.registers` };
    this.registers.push(...readRegisters(registers, of));
    const texts = asObject(optional(source['texts'], {}), `${path}.texts`);
    for (const [slot, body] of Object.entries(texts)) {
      asName(slot, `${path}.texts`);
      this.texts.push({ unit: code, slot, body: asText(body, `${path}.texts["${slot}"]`) });
    }
    for (const [line, at] of objectsIn(source, 'notes', path)) {
      const context = {
        unit: code,
        classification: this.#classification,
        freeRows: this.#freeRows,
        path: at,
      };
      const note = readNote(line, context);
      this.#refuseTwice(note, this.#noted, { where: at, what: '批注' });
      this.notes.push(note);
    }
  }

  readAdjustment(line: JsonObject, path: Path) {
    const id = asWord(line['sheet'], ADJUSTABLE_SHEETS, '录入表', `${path}.sheet`);
    this.#readLine(line, id, ADJUSTMENT_UNIT, path);
  }

  /** A control figure of the department as a whole. */
  readControl(line: JsonObject, path: Path) {
    this.#readLine(line, CONTROL_SHEET, DEPARTMENT_UNIT, path);
  }

  #readSheets(sheets: JsonObject, unit: string, path: Path) {
    checkKeys(
      sheets,
      path,
      [],
      SHEETS.map((sheet) => sheet.id),
    );
    for (const [id, lines] of Object.entries(sheets)) {
      for (const [index, line] of asArray(lines, `${path}.${id}`).entries()) {
        this.#readLine(asObject(line, `${path}.${id}[${index}]`), id, unit, `${path}.${id}[${index}]`);
      }
    }
  }

  #readLine(line: JsonObject, id: string, unit: string, path: Path) {
    const sheet = findSheet(id);
    if (sheet === undefined) throw new Error(`sheet ${id} was checked before`);
    const figures = readLine(line, {
      unit,
      sheet,
      money: this.#money,
      classification: this.#classification,
      path,
      freeRow: (own) => this.#freeRows.take(own, { unit, sheet, path }),
    });
    for (const figure of figures) this.#add(figure, path);
  }

  #add(figure: Figure, path: Path) {
    const { unit, sheet, row, fund, measure } = figure;
    this.#refuseTwice(figure, this.#addresses, { where: path });
    if (sheet === 'balance') {
      const form = row === '' ? 'whole' : 'item';
      const key = JSON.stringify([unit, fund, measure]);
      if ((this.#balanceForms.get(key) ?? form) !== form) {
        throw new Refusal(problem('balance-both', { where: path, unit, fund: FUND_NAMES[fund] }));
      }
      this.#balanceForms.set(key, form);
    }
    this.figures.push(figure);
  }

  #refuseTwice(at: FigureAddress, seen: Set<string>, place: { where: Path; what?: '批注' }) {
    const { unit, sheet, row, fund, column, measure } = at;
    const address = JSON.stringify([unit, sheet, row, fund, column, measure]);
    if (seen.has(address)) {
      const named = addressName(at, this.#classification, this.#freeRows.names);
      throw new Refusal(problem('duplicate-address', { ...place, address: named }));
    }
    seen.add(address);
  }
}
