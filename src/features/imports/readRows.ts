/** Reads the rows of a sheet into drafts: each cell by its kind, then the rules of the whole row, then the rows that a wide row becomes. */
import type { CellValue, Field, ReadContext, Reading } from '#catalog/kinds/kind.ts';
import type { EventDate, Register } from '#catalog/registers/register.ts';
import { date } from '#catalog/kinds/date.ts';
import type { Cell } from '#platform/files/sheets.ts';
import { eraseIn } from './eraseIn.ts';
import type { MappedColumn, SheetMapping } from './mapColumns.ts';
import type { PlaceNames } from './placeNames.ts';
import { erase, type ReferenceStatement, type RowDraft, troubleOf } from './rowDraft.ts';
import { spreadWide, wideColumns } from './spreadWide.ts';
import type { StagePlan } from './stagePlan.ts';
import { ReadRow, wordRules, wordRulesOf } from './wordRules.ts';

/** What holds for all rows of an import. */
export interface ReadingTerms {
  readonly dataDate: string;
  readonly today: string;
  readonly places: PlaceNames;
}

type Cells = readonly (Cell | undefined)[];
type Step = (cells: Cells, row: RowDraft, context: MutableContext) => void;
type MutableContext = { -readonly [Key in keyof ReadContext]: ReadContext[Key] };

const dataDateField = date({ zh: '数据日期', en: 'data date', required: 'auto', sensitivity: 'internal', past: true });
const birthField = date({ zh: '出生日期', en: 'date of birth', required: 'no', sensitivity: 'personal' });

/** Makes the reader of one sheet: cells of a row in, drafts out (several from a wide row, none from one without an amount). */
export function rowReader(plan: StagePlan, sheet: number, mapping: SheetMapping, terms: ReadingTerms): (line: number, cells: Cells) => RowDraft[] {
  const { register } = plan;
  const steps = inReadingOrder(register, mapping.columns).map((column) => stepFor(plan, mapping, column, terms));
  const rules = wordRulesOf(register).filter((rule) => rule.row);
  const columnOf = new Map(mapping.columns.flatMap(({ meaning, index }) => ('field' in meaning ? [[meaning.field, index] as const] : [])));
  const wide = mapping.columns.some(({ meaning }) => meaning.is === 'wide') ? wideColumns(mapping) : undefined;
  const context: MutableContext = { header: '', on: terms.dataDate, today: terms.today };
  const view = new ReadRow(plan.places);
  return (line, cells) => {
    const row: RowDraft = {
      sheet,
      line,
      dataDate: terms.dataDate,
      values: new Array(plan.fields.length),
      references: new Array(plan.fields.length),
      troubles: [],
    };
    context.on = terms.dataDate;
    delete context.idType;
    for (const step of steps) step(cells, row, context);
    if (row.values.includes(erase)) forgetNames(row);
    view.row = row;
    for (const rule of rules) rule.row?.(view);
    if (row.troubles.length > 1) row.troubles.sort((a, b) => (columnOf.get(a.field ?? '') ?? 0) - (columnOf.get(b.field ?? '') ?? 0));
    return wide === undefined ? [row] : spreadWide(plan, row, cells, wide, context);
  };
}

/** A number that is to be erased is not looked up by the name beside it. */
function forgetNames(row: RowDraft): void {
  for (const [place, value] of row.values.entries())
    if (value === erase && row.references[place]?.numbers.every((number) => number === undefined)) row.references[place] = undefined;
}

/** What others need to be read goes first: the kind of identity paper, the data date, the date of the event. */
function inReadingOrder(register: Register, columns: readonly MappedColumn[]): readonly MappedColumn[] {
  const rank = ({ meaning }: MappedColumn): number => {
    if (meaning.is === 'dataDate' || meaning.is === 'year') return 0;
    if (meaning.is !== 'field') return 3;
    if (register.fields[meaning.field]?.codes === 'ID_TYPE') return 0;
    return register.date && eventFields(register.date).includes(meaning.field) ? 1 : 2;
  };
  return columns.filter(({ meaning }) => meaning.is !== 'wide').toSorted((a, b) => rank(a) - rank(b));
}

function eventFields(on: EventDate): readonly string[] {
  return 'field' in on ? [on.field] : [on.lastDayOf];
}

function stepFor(plan: StagePlan, mapping: SheetMapping, column: MappedColumn, terms: ReadingTerms): Step {
  const { meaning, index, header } = column;
  if (meaning.is === 'field') return fieldStep(plan, mapping, column, meaning.field, terms);
  if (meaning.is === 'name') return nameStep(plan, index, meaning.field);
  if (meaning.is === 'split') return splitStep(plan, index, header, meaning.fields);
  if (meaning.is === 'dataDate') return dataDateStep(index, terms);
  return (cells, row, context) => {
    const cell = cells[index];
    if (cell === undefined) return;
    if (meaning.is === 'birth') {
      const reading = birthField.kind.read(cell, birthField, context);
      if (reading.is === 'value') row.birth = reading.value as string;
      else if (reading.is === 'problem') row.troubles.push(troubleOf('refused', meaning.field, reading.problem));
      return;
    }
    const text = plainText(cell);
    if (text === '') return;
    if (meaning.is === 'home') row.home = text;
    else if (meaning.is === 'place') row.place = text;
    else if (meaning.is === 'year') row.year = text;
  };
}

const chinese = /^[\u4e00-\u9fff]+$/;

function plainText(cell: Cell): string {
  if (chinese.test(cell.text)) return cell.text;
  return cell.text.normalize('NFKC').trim();
}

function dataDateStep(index: number, terms: ReadingTerms): Step {
  return (cells, row, context) => {
    const cell = cells[index];
    if (cell === undefined) return;
    const reading = dataDateField.kind.read(cell, dataDateField, { header: '', on: terms.dataDate, today: terms.today });
    if (reading.is === 'problem') row.troubles.push(troubleOf('refused', 'data_date', reading.problem));
    if (reading.is !== 'value') return;
    row.dataDate = reading.value as string;
    context.on = row.dataDate;
  };
}

function nameStep(plan: StagePlan, index: number, field: string): Step {
  const place = plan.places.get(field) ?? -1;
  const isSeveral = plan.fields[place]?.form === 'refs';
  return (cells, row) => {
    const cell = cells[index];
    if (cell === undefined) return;
    const text = plainText(cell);
    if (text === '' || /^(-|--|—|\/|无|N\/A|#N\/A|#清空)$/.test(text)) return;
    for (const name of isSeveral ? text.split(/[、,;\n]/) : [text]) {
      const compared = comparedName(name);
      if (compared !== '') referenceAt(row, place).names.push(compared);
    }
  };
}

/** A name as it is compared: without blanks and the dots between the parts of a name. */
export function comparedName(name: string): string {
  if (chinese.test(name)) return name;
  return name.normalize('NFKC').replace(/[\s·•‧・.]/g, '');
}

function referenceAt(row: RowDraft, place: number): ReferenceStatement {
  const there = row.references[place];
  if (there) return there;
  const made: ReferenceStatement = { numbers: [], names: [] };
  row.references[place] = made;
  return made;
}

function fieldStep(plan: StagePlan, mapping: SheetMapping, { index, header, meaning }: MappedColumn, name: string, { places }: ReadingTerms): Step {
  const place = plan.places.get(name) ?? -1;
  const staged = plan.fields[place];
  if (staged === undefined) throw new Error(`the field ${name} was not planned`);
  const { field, form } = staged;
  const slot = mapping.columns.filter((other) => other.meaning.is === 'field' && other.meaning.field === name && other.index < index).length;
  const { cell: rewrite } = wordRules[`${plan.register.name}.${name}`] ?? {};
  const read = remembered(field);
  const eventDate = plan.register.date && meaning.is === 'field' && eventFields(plan.register.date).includes(name) ? plan.register.date : undefined;
  const isIdType = field.codes === 'ID_TYPE';
  const year = plan.register.wide?.year?.quarter === name;
  return (cells, row, context) => {
    let cell: CellValue | undefined = cells[index];
    if (cell === undefined) return;
    if (rewrite) cell = { ...cell, text: rewrite(cell.text, places) };
    if (year && row.year !== undefined) cell = withYear(cell, row.year);
    context.header = header;
    const reading = read(cell, context);
    if (reading.is === 'empty') return;
    if (reading.is === 'problem') {
      row.troubles.push(troubleOf('refused', name, reading.problem));
      return;
    }
    if (reading.is === 'erase') {
      eraseIn(row, plan, place);
      return;
    }
    if (reading.remark) row.troubles.push(troubleOf('marked', name, reading.remark));
    if (form === 'ref' || form === 'refs') {
      referenceAt(row, place).numbers[slot] = reading.value as string | readonly string[];
      return;
    }
    row.values[place] = reading.value;
    if (isIdType) context.idType = reading.value as string;
    if (eventDate) context.on = dayOfEvent(eventDate, reading.value as string);
  };
}

/** Codes are valid on the day of an event, or on the last day of its quarter. */
function dayOfEvent(on: EventDate, value: string): string {
  if ('field' in on) return value.slice(0, 10);
  const [year, quarter] = value.split('-Q').map(Number);
  return `${year}-${['03-31', '06-30', '09-30', '12-31'][(quarter ?? 1) - 1]}`;
}

/** A sheet with a column of the year and one of the quarter alone. */
function withYear(cell: CellValue, year: string): CellValue {
  const quarter = /^第?([一二三四1-4])(?:季度|季)?$/.exec(cell.text.normalize('NFKC').trim())?.[1];
  const number = /^(\d{4})年?(?:度)?$/.exec(year)?.[1];
  return quarter && number ? { text: `${number}年第${quarter}季度`, kind: 'text' } : cell;
}

const rememberedKinds = new Set(['date', 'datetime', 'month', 'quarter', 'ref', 'code', 'codes', 'int', 'money', 'decimal']);
const mostRemembered = 4_000;

/** Reads a cell, remembering what texts of the column gave before: columns repeat themselves. */
function remembered(field: Field): (cell: CellValue, context: ReadContext) => Reading<unknown> {
  if (!rememberedKinds.has(field.kind.name)) return (cell, context) => field.kind.read(cell, field, context);
  let readings = new Map<string, Reading<unknown>>();
  let on = '';
  let misses = 0;
  let last: CellValue | undefined;
  let lastReading: Reading<unknown> = { is: 'empty' };
  const find = (cell: CellValue, context: ReadContext): Reading<unknown> => {
    if (cell.kind !== 'text' || misses > 20 * mostRemembered) return field.kind.read(cell, field, context);
    if (context.on !== on && field.codes !== undefined) readings = new Map();
    const known = readings.get(cell.text);
    if (known !== undefined) return known;
    const reading = field.kind.read(cell, field, context);
    misses++;
    if (readings.size >= mostRemembered) readings = new Map();
    readings.set(cell.text, reading);
    return reading;
  };
  return (cell, context) => {
    if (cell === last && context.on === on) return lastReading;
    lastReading = find(cell, context);
    last = cell;
    on = context.on;
    return lastReading;
  };
}

/** One cell for building, unit and room, divided at `-`. A cell with too few parts is a number that somebody must read. */
function splitStep(plan: StagePlan, index: number, header: string, fields: readonly string[]): Step {
  return (cells, row, context) => {
    const cell = cells[index];
    if (cell === undefined) return;
    const text = plainText(cell);
    if (text === '' || text === '-') return;
    const full = /^((?:5223\d{2}|5223Y1)A\d{3}-[0-9A-Z]{1,8})-(.+)$/.exec(text);
    const parts = full ? [full[1] ?? '', ...(full[2] ?? '').split('-')] : text.split('-');
    const ordered = parts.length === 2 ? [parts[0], '', parts[1]] : parts;
    fields.forEach((name, at) => {
      const place = plan.places.get(name) ?? -1;
      const staged = plan.fields[place];
      const part = (at === fields.length - 1 ? ordered.slice(at).join('-') : ordered[at])?.trim() ?? '';
      if (staged === undefined || part === '') return;
      context.header = header;
      const reading = staged.field.kind.read({ text: part, kind: 'text' }, staged.field, context);
      if (reading.is === 'problem') row.troubles.push(troubleOf('refused', name, reading.problem));
      if (reading.is !== 'value') return;
      if (staged.form === 'ref') referenceAt(row, place).numbers.push(reading.value as string);
      else row.values[place] = reading.value;
    });
  };
}
