/** The form of a department's sheet: which headers it uses in which order, and how it writes what stands below them. */
import type { Field } from '#catalog/kinds/kind.ts';
import type { CellContent, SheetColumn } from '#platform/files/write/sheetXml.ts';
import { type Day, isoDay } from '../days.ts';
import { type Random, streamFor } from '../random.ts';
import type { Household, Named, Person } from '../world.ts';
import { eraseOrder, type Source, type SourceRow } from './source.ts';
import { type DayForm, drawDayForm, writeIdentity, writingOf } from './written.ts';

export type FileKind = 'xlsx' | 'csv-gb18030' | 'csv-utf8';

/** A column of a form and the field that it comes from; `part` tells the number from the name of a reference. */
export interface FormColumn {
  readonly field: string;
  readonly part: 'value' | 'number' | 'name';
  readonly header: string;
  readonly format: NonNullable<SheetColumn['format']>;
  /** `day` is that of the delivery. */
  write(row: SourceRow, day: Day): CellContent;
}

export interface SheetForm {
  readonly kind: FileKind;
  readonly columns: readonly FormColumn[];
  readonly hasTitles: boolean;
  /** A first column 序号, and a last row 合计. */
  readonly isNumbered: boolean;
  readonly hasTotal: boolean;
  /** What stands in cells without a statement. */
  readonly blank: '' | '/' | '-';
}

const erased: CellContent = { value: eraseOrder, format: 'text' };
const identityHeader = /证件|身份证|公民身份/;
const codeHeader = /编码|代码|编号|标识码/;

/** The form in which a sender writes a register: always the same for the same seed. */
export function formFor(source: Source, sender: string, seed: number): SheetForm {
  const random = streamFor(seed, `form ${source.register.name} ${sender}`);
  const kind = random.weighted<FileKind>([
    ['xlsx', 0.8],
    ['csv-gb18030', 0.14],
    ['csv-utf8', 0.06],
  ]);
  const writer = new FormWriter(source, random, kind !== 'xlsx');
  const columns = mayMove(random.chance(0.6), source.fields, random).flatMap((field) => writer.columnsFor(field));
  for (const header of source.wideHeaders ?? []) columns.push(writer.wideColumn(header));
  if (kind !== 'xlsx') columns.push(dataDateColumn);
  return {
    kind,
    columns,
    hasTitles: kind === 'xlsx' && random.chance(0.6),
    isNumbered: random.chance(0.5),
    hasTotal: random.chance(0.3),
    blank: random.weighted<SheetForm['blank']>([
      ['', 0.8],
      ['/', 0.1],
      ['-', 0.1],
    ]),
  };
}

/** What a system exports says for which day it is true. */
const dataDateColumn: FormColumn = { field: 'data_date', part: 'value', header: '数据日期', format: 'text', write: (_row, day) => isoDay(day) };

/** The order of the template, or the same with some columns moved. */
function mayMove(moves: boolean, fields: readonly string[], random: Random): readonly string[] {
  if (!moves || fields.length < 3) return fields;
  const order = [...fields];
  for (let turn = 0; turn < 3; turn += 1) {
    const [moved] = order.splice(random.between(1, order.length - 1), 1);
    if (moved !== undefined) order.splice(random.between(1, order.length), 0, moved);
  }
  return order;
}

class FormWriter {
  private readonly used = new Set<string>();
  private readonly dayForm: DayForm | 'serial';
  /** What each header would be taken for: the first field that claims it. */
  private readonly meaning = new Map<string, string>();

  constructor(
    private readonly source: Source,
    private readonly random: Random,
    private readonly asText: boolean,
  ) {
    this.dayForm = drawDayForm(random);
    const fields = Object.entries(source.register.fields);
    const claim = (header: string, claimant: string): void => void (this.meaning.has(header) || this.meaning.set(header, claimant));
    for (const header of source.wideHeaders ?? []) claim(header, '');
    for (const [name, field] of fields) claim(field.zh, name);
    for (const [name, field] of fields) for (const alias of field.aliases) claim(alias, name);
    for (const [name, field] of fields) for (const header of field.nameHeaders) claim(header, `${name} name`);
  }

  /** A header that can only mean this field and that no other column has taken. */
  private header(candidates: readonly string[], claimant: string, unit = ''): string | undefined {
    const free = candidates.filter((header) => this.meaning.get(header) === claimant && !this.used.has(header));
    if (free.length === 0) return undefined;
    const header = this.random.chance(0.45) ? (free[0] as string) : this.random.pick(free);
    this.used.add(header);
    return /[)）]$/.test(header) ? header : header + unit;
  }

  columnsFor(name: string): FormColumn[] {
    const field = this.source.register.fields[name];
    if (!field) throw new RangeError(`${this.source.register.name} has no field ${name}`);
    if (field.kind.name === 'ref' || field.kind.name === 'refs') return this.referenceColumns(name, field);
    const { format, write, unit } = writingOf(field, this.random, this.asText, this.dayForm);
    const put = write as (value: unknown) => CellContent;
    const header = this.header([field.zh, ...field.aliases], name, unit) ?? field.zh;
    return [
      {
        field: name,
        part: 'value',
        header,
        format,
        write: ({ cells }) => (cells[name] === undefined ? undefined : cells[name] === eraseOrder ? erased : put(cells[name])),
      },
    ];
  }

  wideColumn(header: string): FormColumn {
    return { field: header, part: 'value', header: `${header}(元)`, format: 'general', write: ({ wide }) => wide?.[header] };
  }

  private referenceColumns(name: string, field: Field): FormColumn[] {
    if (field.target === 'person' || field.target === 'household') return this.peopleColumns(name, field);
    const mayName = this.mayName(field);
    const choices = [field.zh, ...field.aliases].filter((header) => mayName || field.target === 'settlement' || !/名称/.test(header));
    const header = this.header(choices, name) ?? field.zh;
    const byCode = !mayName || codeHeader.test(header) || (field.target === 'settlement' ? /编码|代码/.test(header) : this.random.chance(0.25));
    const one = byCode ? ({ code }: Named): string => code : ({ name: label }: Named): string => label;
    if (field.kind.name === 'refs')
      return [
        {
          field: name,
          part: 'value',
          header,
          format: 'text',
          write: ({ cells }) => (cells[name] as readonly Named[] | undefined)?.map(one).join('、'),
        },
      ];
    return [
      {
        field: name,
        part: 'value',
        header,
        format: 'text',
        write: ({ cells }) => (cells[name] === undefined ? undefined : one(cells[name] as Named)),
      },
    ];
  }

  /** Names are safe for settlements and organisations, and inside the row's own settlement for buildings and communities. */
  private mayName({ target }: Field): boolean {
    if (target === 'building' || target === 'street_community') return this.source.fields.includes('settlement_code');
    return target !== 'device' && target !== 'facility' && target !== 'appeal';
  }

  /** An identity number beside the name that it is checked against. */
  private peopleColumns(name: string, field: Field): FormColumn[] {
    const number =
      this.header(
        [field.zh, ...field.aliases].filter((header) => identityHeader.test(header)),
        name,
      ) ?? field.zh;
    const { format, write } = writeIdentity(this.random);
    const put = write as (id: string) => CellContent;
    const columns: FormColumn[] = [
      {
        field: name,
        part: 'number',
        header: number,
        format,
        write: ({ cells }) =>
          people(cells[name])
            .map(({ idNo }) => put(idNo))
            .join('、') || undefined,
      },
    ];
    const label = this.header(field.nameHeaders, `${name} name`);
    if (label !== undefined)
      columns.push({
        field: name,
        part: 'name',
        header: label,
        format: 'text',
        write: ({ cells }) =>
          people(cells[name])
            .map((person) => person.name)
            .join('、') || undefined,
      });
    return this.random.chance(0.6) ? columns.reverse() : columns;
  }
}

/** The persons of a reference: the head stands for a household. */
function people(cell: unknown): readonly Person[] {
  if (cell === undefined) return [];
  if (Array.isArray(cell)) return cell as readonly Person[];
  return [cell !== null && typeof cell === 'object' && 'head' in cell ? (cell as Household).head : (cell as Person)];
}
