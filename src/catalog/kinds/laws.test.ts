/** Laws that every kind keeps, over all fields of all registers and any cell. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registers } from '../catalog.ts';
import { codeLists } from '../codes/codeLists.ts';
import { dayText } from './calendarDay.ts';
import { normalText } from './cellText.ts';
import { checkDigitOf } from './identityNumber.ts';
import type { CellValue, Field, FieldValue, ReadContext } from './kind.ts';
import { usccCheckOf } from './uscc.ts';

const context = (field: Field): ReadContext => ({ header: field.zh, on: '2026-06-30', today: '9999-12-31' });
const textCell = (text: string): CellValue => ({ text, kind: 'text' });
const fields = Object.values<{ name: string; fields: Readonly<Record<string, Field>> }>(registers).flatMap((register) =>
  Object.entries(register.fields).map(([name, field]) => ({ name: `${register.name}.${name}`, field })),
);
/** One field for each kind and set of rules, so that equal ones are not tried forty times. */
const kindsOfField = [
  ...new Map(
    fields.map((one) => [
      JSON.stringify([one.field.kind.name, one.field.codes, one.field.scale, one.field.pattern, one.field.min, one.field.accept, one.field.target]),
      one,
    ]),
  ).values(),
];

const pieces = fc.constantFrom(
  '1',
  '0',
  '-',
  '.',
  ',',
  '/',
  '、',
  ';',
  '年',
  '月',
  '日',
  '季度',
  'Q',
  '万元',
  '元',
  '¥',
  '%',
  ' ',
  '　',
  '\n',
  '无',
  '是',
  '２',
  'E+',
  'X',
  '贵州省',
  '兴义',
  '#',
  '#清空',
  '\u200b',
  '\ud800',
  '2023',
  '12',
  '522301',
  '19900000001',
  'T',
  ':',
  '+08:00',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
);
const anyCell: fc.Arbitrary<CellValue> = fc.oneof(
  anyText.map(textCell),
  fc.record({
    text: anyText,
    kind: fc.constantFrom('text', 'number', 'date', 'bool', 'error', 'formula'),
    number: fc.double(),
    digitsLost: fc.boolean(),
  }),
  fc
    .oneof(fc.integer(), fc.double({ min: -1e6, max: 1e8 }), fc.double())
    .map((number): CellValue => ({ text: String(number), kind: 'number', number })),
);

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => dayText(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()));
const plainText = fc.stringMatching(/^[一-龥A-Za-z][一-龥A-Za-z0-9 ·-]{0,8}[一-龥A-Z0-9]$/);

/** Values that a field of each kind may hold. */
const values: Readonly<Record<string, (field: Field) => fc.Arbitrary<FieldValue>>> = {
  text: () => plainText,
  sealedText: () => plainText,
  int: (field) => fc.integer({ min: field.min ?? -2_147_483_647, max: field.max ?? 2_147_483_647 }),
  decimal: (field) =>
    fc
      .integer({ min: (field.min ?? -999) * 10 ** (field.scale ?? 2), max: (field.max ?? 999) * 10 ** (field.scale ?? 2) })
      .map((units) => (units / 10 ** (field.scale ?? 2)).toFixed(field.scale)),
  money: (field) => fc.integer({ min: (field.min ?? -1e7) * 100, max: (field.max ?? 1e7) * 100 }).map((cents) => (cents / 100).toFixed(2)),
  date: () => day,
  datetime: () =>
    fc
      .tuple(day, fc.integer({ min: 0, max: 86_399 }))
      .map(([date, second]) => `${date}T${new Date(second * 1000).toISOString().slice(11, 19)}+08:00`),
  month: () => day.map((date) => date.slice(0, 7)),
  quarter: () => fc.tuple(day, fc.integer({ min: 1, max: 4 })).map(([date, number]) => `${date.slice(0, 4)}-Q${number}`),
  bool: () => fc.boolean(),
  code: (field) => fc.constantFrom(...validCodes(field)),
  codes: (field) => fc.subarray(validCodes(field), { minLength: 1 }),
  ref: () => plainText,
  refs: () => fc.uniqueArray(fc.stringMatching(/^[A-Z0-9]{4,20}$/), { minLength: 1, maxLength: 5 }),
  idCard: () => fc.tuple(day, fc.integer({ min: 0, max: 999 })).map(([date, serial]) => idOf(date, serial)),
  uscc: () => fc.integer({ min: 0, max: 999_999_999 }).map((serial) => usccOf(serial)),
  phone: () => fc.integer({ min: 0, max: 99_999_999 }).map((serial) => `199${String(serial).padStart(8, '0')}`),
  point: () =>
    fc
      .tuple(fc.integer({ min: 7300, max: 13600 }), fc.integer({ min: 300, max: 5400 }))
      .map(([longitude, latitude]) => `${longitude / 100},${latitude / 100}`),
};

function validCodes(field: Field): string[] {
  return codeLists[field.codes ?? 'SEX'].entries
    .filter((entry) => (entry.validFrom ?? '') <= '2026-06-30' && (entry.validTo ?? '9999') >= '2026-06-30')
    .map((entry) => entry.code);
}

function idOf(date: string, serial: number): string {
  const first17 = `522399${date.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
}

function usccOf(serial: number): string {
  const first17 = `91522399${String(serial).padStart(9, '0')}`;
  return first17 + usccCheckOf(first17);
}

/** What a written value is read as, marks aside. */
function home(field: Field, value: FieldValue): unknown {
  const found = read(field, textCell(field.kind.write(value, field)));
  return found.is === 'value' ? found.value : found;
}

const read = (field: Field, cell: CellValue) => field.kind.read(cell, field, context(field));

describe('laws of kinds', () => {
  it.each(kindsOfField)('$name: any cell is read without an exception, and what was read comes home', ({ field }) => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const found = read(field, cell);
        if (found.is === 'problem') {
          expect(found.problem.code).toMatch(/^cell\.[a-z0-9-]+$/);
          expect(found.problem.zh).toMatch(/[。”]$/);
        }
        if (found.is !== 'value') return;
        expect(field.kind.schema(field).safeParse(found.value).success, JSON.stringify(found.value)).toBe(true);
        expect(home(field, found.value)).toEqual(found.value);
      }),
      { numRuns: 300 },
    );
  });

  it.each(kindsOfField)('$name: a value is written so that it is read back', ({ field }) => {
    const arbitrary = values[field.kind.name];
    if (arbitrary === undefined) throw new TypeError(`no values for ${field.kind.name}`);
    if (field.pattern !== undefined) return;
    fc.assert(
      fc.property(arbitrary(field), (value) => {
        expect(home(field, value)).toEqual(value);
      }),
      { numRuns: 100 },
    );
  });

  it('the normal form of a normal form is itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalText(normalText(text))).toBe(normalText(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('#清空 erases and blanks state nothing, in every field', () => {
    for (const { field, name } of fields) {
      expect(read(field, textCell('#清空')), name).toEqual({ is: 'erase' });
      for (const blank of ['', ' ', '-', '--', '—', '/', 'N/A', '#N/A']) expect(read(field, textCell(blank)), name).toEqual({ is: 'empty' });
    }
  });

  it('every synonym of a field stands for a code of its list and is no label of another', () => {
    for (const { field, name } of fields) {
      for (const [synonym, code] of Object.entries(field.accept))
        expect(read(field, textCell(synonym)), `${name} ${synonym}`).toEqual({ is: 'value', value: code });
    }
  });

  it('every default is read as a value', () => {
    for (const { field, name } of fields) {
      if (field.default !== undefined) expect(read(field, textCell(field.default)).is, name).toBe('value');
    }
  });

  it('every schema has a JSON form, and a sealed kind is stored as bytea', () => {
    for (const { field, name } of kindsOfField) {
      expect(z.toJSONSchema(field.kind.schema(field)), name).toHaveProperty('type');
      expect(field.kind.column(field) === 'bytea', name).toBe(field.kind.sealed === true);
    }
  });
});
