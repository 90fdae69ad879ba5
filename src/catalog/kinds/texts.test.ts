/** How cells of text, identity numbers, organisation codes, telephones, points and references are read: one line a case. */
import { describe, expect, it } from 'vitest';
import { idCard } from './idCard.ts';
import { birthDateOf, checkDigitOf, looksLikeIdNumber, sexOf } from './identityNumber.ts';
import type { CellValue, Field, FieldOptions, ReadContext } from './kind.ts';
import { phone } from './phone.ts';
import { point } from './point.ts';
import { ref } from './ref.ts';
import { refs } from './refs.ts';
import { sealedText } from './sealedText.ts';
import { text } from './text.ts';
import { uscc, usccCheckOf } from './uscc.ts';

const options: FieldOptions = { zh: '栏', en: 'field', required: 'no', sensitivity: 'personal' };
const number = (value: number, digitsLost = false): CellValue => ({
  text: value.toLocaleString('fullwide', { useGrouping: false }),
  kind: 'number',
  number: value,
  digitsLost,
});

function read(field: Field, cell: CellValue | string, more: Partial<ReadContext> = {}) {
  const given: CellValue = typeof cell === 'string' ? { text: cell, kind: 'text' } : cell;
  return field.kind.read(given, field, { header: '', on: '2024-01-31', today: '2024-01-31', ...more });
}

function reading(field: Field, cell: CellValue | string, more: Partial<ReadContext> = {}): unknown {
  const found = read(field, cell, more);
  if (found.is === 'problem') return found.problem.code;
  return found.is === 'value' ? found.value : found.is;
}

const withCheck = (first17: string): string => first17 + checkDigitOf(first17);
const woman = withCheck('52239919900307002');
const born1950 = withCheck('52239919500101001');
const fifteen = born1950.slice(0, 6) + born1950.slice(8, 17);
const endingX =
  Array.from({ length: 99 }, (_, serial) => withCheck(`522399199003070${String(serial).padStart(2, '0')}`)).find((id) => id.endsWith('X')) ?? '';
const empties = ['', ' ', '-', '--', '—', '/', 'N/A', '#N/A', '无'];

describe('text', () => {
  const field = text(options);
  it.each([
    ['  布依  寨 ', '布依  寨'],
    ['ＡＢ－１', 'AB-1'],
    ['第一行\r\n第二行', '第一行\n第二行'],
    ['\u202D13800000000\u202C', '13800000000'],
    ['a\u0000b', 'ab'],
    ['无', '无'],
    ['—', 'empty'],
    ['／', 'empty'],
    ['#清空', 'erase'],
    ['5.22399E+17', 'cell.digits-lost'],
    ['#VALUE!', 'cell.formula-error'],
    ['#1楼', '#1楼'],
  ])('%s', (cell, expected) => expect(reading(field, cell)).toBe(expected));
  it('counts characters, not code units', () => {
    expect(reading(field, '寨'.repeat(200))).toBe('寨'.repeat(200));
    expect(reading(field, '寨'.repeat(201))).toBe('cell.too-long');
    expect(reading(field, '𠮷'.repeat(200))).toBe('𠮷'.repeat(200));
    expect(reading(text({ ...options, maxLength: 2 }), '𠮷野家')).toBe('cell.too-long');
  });
  it('takes numbers as their shortest decimal text and refuses those that lost digits', () => {
    expect(reading(field, number(301))).toBe('301');
    expect(reading(field, { text: '1E-7', kind: 'number', number: 1e-7 })).toBe('0.0000001');
    expect(reading(field, number(522399199003070000, true))).toBe('cell.digits-lost');
  });
  it('marks what a spreadsheet has turned into a date', () =>
    expect(read(field, { text: '2026-01-02', kind: 'date', number: 46024 })).toMatchObject({
      value: '2026-01-02',
      remark: { code: 'cell.date-in-text' },
    }));
  it('holds pattern and endings of the field', () => {
    const building = text({ ...options, pattern: '^[0-9A-Z]{1,8}$', takeOff: ['号楼', '栋', '幢'] });
    expect(reading(building, '3栋')).toBe('3');
    expect(reading(building, '3 号楼')).toBe('3');
    expect(reading(building, 'Ａ３幢')).toBe('A3');
    expect(reading(building, '栋')).toBe('cell.wrong-form');
    expect(reading(building, '三栋')).toBe('cell.wrong-form');
  });
  it('is encrypted where the field is sealed', () => {
    const sealed = sealedText({ ...options, maxLength: 40 });
    expect(sealed.kind.sealed).toBe(true);
    expect(sealed.kind.column(sealed)).toBe('bytea');
    expect(reading(sealed, ' 微信 abc ')).toBe('微信 abc');
  });
});

describe('identity numbers', () => {
  const field = idCard(options);
  it('knows check digit, birth date and sex', () => {
    expect(checkDigitOf('11010519491231002')).toBe('X');
    expect(birthDateOf(woman)).toBe('1990-03-07');
    expect(sexOf(woman)).toBe('2');
    expect(sexOf(born1950)).toBe('1');
  });
  it('takes every way of writing a right number', () => {
    expect(reading(field, woman)).toBe(woman);
    expect(reading(field, ` ${woman.slice(0, 6)} ${woman.slice(6, 14)} ${woman.slice(14)} `)).toBe(woman);
    expect(reading(field, `'${woman}`)).toBe(woman);
    expect(reading(field, `’${woman}`)).toBe(woman);
    expect(reading(field, Array.from(woman, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''))).toBe(woman);
    expect(reading(field, endingX.toLowerCase())).toBe(endingX);
  });
  it('widens 15 digits with 19', () => {
    expect(reading(field, fifteen)).toBe(born1950);
    expect(reading(field, number(Number(fifteen)))).toBe(born1950);
  });
  it.each([
    ['a digit too few', woman.slice(0, 17), 'cell.id-form'],
    ['letters', 'P1234567', 'cell.id-form'],
    ['a wrong check digit', woman.slice(0, 17) + (woman.endsWith('1') ? '2' : '1'), 'cell.id-check-digit'],
    ['the zeros of a spreadsheet', '522399199003072000', 'cell.id-end-lost'],
    ['a scientific number', '5.22399E+17', 'cell.digits-lost'],
    ['no such birthday', withCheck('52239919900230002'), 'cell.id-birth-date'],
    ['born before 1900', withCheck('52239918991231002'), 'cell.id-birth-date'],
    ['not yet born', withCheck('52239920240201002'), 'cell.id-birth-date'],
    ['15 digits without a birthday', '522399501301001', 'cell.id-birth-date'],
  ])('refuses %s', (_, cell, expected) => expect(reading(field, cell)).toBe(expected));
  it('marks a right number that ends in 000', () =>
    expect(read(field, '522399199003071000')).toMatchObject({ value: '522399199003071000', remark: { code: 'cell.id-ends-in-000' } }));
  it('refuses a number that lost its last digits in a spreadsheet', () =>
    expect(reading(field, number(522399199003071000, true))).toBe('cell.digits-lost'));
  it.each(empties)('empty: “%s”', (cell) => expect(reading(field, cell)).toBe('empty'));
  it('takes other characters for other papers', () => {
    expect(reading(field, 'e 1234567', { idType: '5' })).toBe('E1234567');
    expect(reading(field, 'T520123456', { idType: '3' })).toBe('T520123456');
    expect(reading(field, '正在办理', { idType: '9' })).toBe('cell.id-other-form');
    expect(reading(field, 'E1234567', { idType: '1' })).toBe('cell.id-form');
  });
  it('never shows a whole number in a problem', () => {
    const wrong = woman.slice(0, 17) + (woman.endsWith('1') ? '2' : '1');
    for (const made of [
      field,
      phone(options),
      uscc(options),
      ref('person', options),
      text({ ...options, pattern: '^x$' }),
      sealedText({ ...options, maxLength: 3 }),
    ]) {
      for (const cell of [wrong, `${wrong.slice(0, 6)} ${wrong.slice(6, 14)} ${wrong.slice(14)}`])
        expect(JSON.stringify(read(made, cell)), made.kind.name).not.toMatch(/\d(?: ?\d){10}/);
    }
  });
  it('tells numbers from other texts', () => {
    expect([woman, fifteen, endingX.toLowerCase(), `'${woman}`, `${woman.slice(0, 17)}9`].map(looksLikeIdNumber)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['P00000001', '522301A001', '522301001001', '王小明', '', '123456789012345678'].map(looksLikeIdNumber)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('organisation codes', () => {
  const field = uscc(options);
  const right = `91522399000000001${usccCheckOf('91522399000000001')}`;
  it('takes a right code, also in small letters and with blanks', () => {
    expect(usccCheckOf('91350100M000100Y4')).toBe('3');
    expect(reading(field, right)).toBe(right);
    expect(reading(field, ` ${right.toLowerCase().slice(0, 8)} ${right.slice(8)} `)).toBe(right);
  });
  it.each([
    ['a wrong check character', right.slice(0, 17) + (right.endsWith('1') ? '2' : '1'), 'cell.uscc-check'],
    ['a letter that is never used', `9152239900000000I${right.slice(17)}`, 'cell.uscc-form'],
    ['an old registration number', '522399000000001', 'cell.uscc-form'],
  ])('refuses %s', (_, cell, expected) => expect(reading(field, cell)).toBe(expected));
  it.each(empties)('empty: “%s”', (cell) => expect(reading(field, cell)).toBe('empty'));
});

describe('telephones', () => {
  const field = phone(options);
  it.each([
    ['19900000001', '19900000001'],
    ['199 0000 0001', '19900000001'],
    ['199-0000-0001', '19900000001'],
    ['+86 199 0000 0001', '19900000001'],
    ['8619900000001', '19900000001'],
    ['+86-859-3222222', '08593222222'],
    ['0859-3222222', '08593222222'],
    ['(0859)3222222', '08593222222'],
    ['（０８５９）３２２２２２２', '08593222222'],
    ['010-12345678', '01012345678'],
    ['0755—12345678', '075512345678'],
    ['12000000000', 'cell.phone-form'],
    ['1990000000', 'cell.phone-form'],
    ['3222222', 'cell.phone-form'],
    ['12345', 'cell.phone-form'],
    ['8593222222', 'cell.phone-form'],
    ['1.99E+10', 'cell.digits-lost'],
    ['19900000001、19900000002', 'cell.phone-several'],
    ['19900000001/0859-3222222', 'cell.phone-several'],
    ['#清空', 'erase'],
  ])('%s', (cell, expected) => expect(reading(field, cell)).toBe(expected));
  it.each(empties)('empty: “%s”', (cell) => expect(reading(field, cell)).toBe('empty'));
  it('takes number cells', () => {
    expect(reading(field, number(19900000001))).toBe('19900000001');
    expect(reading(field, { text: '1.9900000001E10', kind: 'number', number: 19900000001 })).toBe('19900000001');
  });
});

describe('points', () => {
  const field = point(options);
  it.each([
    ['104.8955,25.0920', '104.8955,25.092'],
    ['104.8955，25.0920', '104.8955,25.092'],
    [' 104.8955, 25.0920 ', '104.8955,25.092'],
    ['73,3', '73,3'],
    ['136,54', '136,54'],
    ['72.99,25', 'cell.point-outside'],
    ['136.01,25', 'cell.point-outside'],
    ['104,54.01', 'cell.point-outside'],
    ['25.0920,104.8955', 'cell.point-swapped'],
    ['104.8955', 'cell.not-a-point'],
    ['东经104度,北纬25度', 'cell.not-a-point'],
    ['104.8955,25.0920,1200', 'cell.not-a-point'],
    ['#清空', 'erase'],
  ])('%s', (cell, expected) => expect(reading(field, cell)).toBe(expected));
  it.each(empties)('empty: “%s”', (cell) => expect(reading(field, cell)).toBe('empty'));
});

describe('references', () => {
  const person = ref('person', options);
  const settlement = ref('settlement', options);
  const several = refs('settlement', options);
  it('brings identity numbers into their stored form and leaves other keys alone', () => {
    expect(reading(person, `'${woman}`)).toBe(woman);
    expect(reading(person, fifteen)).toBe(born1950);
    expect(reading(person, 'P00000001')).toBe('P00000001');
    expect(reading(person, `${woman.slice(0, 17)}${woman.endsWith('1') ? '2' : '1'}`)).toBe('cell.id-check-digit');
    expect(reading(settlement, ' 阳光新城安置点 ')).toBe('阳光新城安置点');
    expect(reading(settlement, '５２２３０１Ａ００１')).toBe('522301A001');
    expect(reading(ref('street_community', options), '522301001001')).toBe('522301001001');
  });
  it('refuses a number that lost digits', () => expect(reading(person, number(522399199003071000, true))).toBe('cell.digits-lost'));
  it.each(empties)('empty: “%s”', (cell) => {
    expect(reading(settlement, cell)).toBe('empty');
    expect(reading(several, cell)).toBe('empty');
  });
  it.each<[string, unknown]>([
    ['522301A001', ['522301A001']],
    ['522301A001、522301A002', ['522301A001', '522301A002']],
    ['522301A001；522301A002;522301A001', ['522301A001', '522301A002']],
    ['522301A001\n522301A002', ['522301A001', '522301A002']],
    ['A,B', ['A,B']],
    ['、', 'empty'],
    ['#清空', 'erase'],
    ['522301A001、#清空', 'cell.erase-stands-alone'],
  ])('several: %s', (cell, expected) => expect(reading(several, cell)).toEqual(expected));
  it('several persons by number', () => expect(reading(refs('person', options), `${fifteen}、${woman}`)).toEqual([born1950, woman]));
});
