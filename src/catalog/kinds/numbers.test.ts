/** How cells of whole numbers, decimals, money and yes or no are read: one line a case. */
import { describe, expect, it } from 'vitest';
import { bool } from './bool.ts';
import { decimal } from './decimal.ts';
import { int } from './int.ts';
import type { CellValue, Field, FieldOptions } from './kind.ts';
import { money } from './money.ts';

const options: FieldOptions = { zh: '数', en: 'number', required: 'no', sensitivity: 'internal' };
const typed = (text: string): CellValue => ({ text, kind: 'text' });
const number = (value: number): CellValue => ({ text: String(value), kind: 'number', number: value });

/** The value, `problem code`, `empty`, or `erase`; a remark stands behind the value. */
function reading(field: Field, cell: CellValue | string, header = ''): unknown {
  const found = field.kind.read(typeof cell === 'string' ? typed(cell) : cell, field, { header, on: '2024-01-31', today: '2024-01-31' });
  if (found.is === 'problem') return found.problem.code;
  if (found.is !== 'value') return found.is;
  return found.remark === undefined ? found.value : [found.value, found.remark.code];
}

const empties = ['', ' ', '　', '-', '--', '—', '/', 'N/A', '#N/A', '无', ' 无 ', '／', '－'];

describe('whole numbers', () => {
  it.each([
    ['12', 12],
    [' 12 ', 12],
    ['１２', 12],
    ['1,200', 1200],
    ['1，200', 1200],
    ['12.0', 12],
    ['12.00', 12],
    ['-3', -3],
    ['-0', 0],
    ['007', 7],
    ['2147483647', 2147483647],
    ['2147483648', 'cell.too-large'],
    ['-2147483648', 'cell.too-large'],
    ['99999999999999999999', 'cell.too-large'],
    ['12.5', 'cell.not-a-whole-number'],
    ['1,20', 'cell.not-a-number'],
    ['12,34,567', 'cell.not-a-number'],
    ['12人', 'cell.not-a-number'],
    ['约12', 'cell.not-a-number'],
    ['1.2E+3', 'cell.not-a-number'],
    ['15%', 'cell.not-a-number'],
    ['#清空', 'erase'],
    ['＃清空', 'erase'],
    ['#REF!', 'cell.formula-error'],
    ['####', 'cell.column-too-narrow'],
  ])('%s', (cell, expected) => expect(reading(int(options), cell)).toBe(expected));
  it.each(empties)('empty: “%s”', (cell) => expect(reading(int(options), cell)).toBe('empty'));
  it('takes number cells, also what a formula leaves of a whole number', () => {
    expect(reading(int(options), number(12))).toBe(12);
    expect(reading(int(options), number(11.999999999999998))).toBe(12);
    expect(reading(int(options), number(12.3))).toBe('cell.not-a-whole-number');
    expect(reading(int(options), { text: '1E3', kind: 'number', number: 1000 })).toBe(1000);
  });
  it('refuses percentages, dates and formulas without a result', () => {
    expect(reading(int(options), { text: '100%', kind: 'number', number: 1 })).toBe('cell.not-a-number');
    expect(reading(int(options), { text: '1900-01-03', kind: 'date', number: 3 })).toBe('cell.not-a-number');
    expect(reading(int(options), { text: '', kind: 'formula' })).toBe('cell.formula-not-computed');
    expect(reading(int(options), { text: '#N/A', kind: 'error' })).toBe('empty');
    expect(reading(int(options), { text: '#DIV/0!', kind: 'error' })).toBe('cell.formula-error');
  });
  it('holds the limits of the field', () => {
    const field = int({ ...options, min: 1, max: 30 });
    expect(reading(field, '0')).toBe('cell.too-small');
    expect(reading(field, '31')).toBe('cell.too-large');
    expect(reading(field, '30')).toBe(30);
  });
});

describe('decimals', () => {
  const area = decimal(8, 2, options);
  const rate = decimal(5, 2, { ...options, note: 'percent', min: 0, max: 100 });
  it.each([
    ['85', '85.00'],
    ['85.5', '85.50'],
    ['1,085.55', '1085.55'],
    ['.5', '0.50'],
    ['-0', '0.00'],
    ['85.555', ['85.56', 'cell.rounded']],
    ['85.554', ['85.55', 'cell.rounded']],
    ['-85.555', ['-85.56', 'cell.rounded']],
    ['85.5000000001', '85.50'],
    ['85.4999999999', '85.50'],
    ['999999.99', '999999.99'],
    ['1000000', 'cell.too-large'],
    ['85%', 'cell.not-percent'],
    ['85㎡', 'cell.not-a-number'],
  ])('%s', (cell, expected) => expect(reading(area, cell)).toEqual(expected));
  it.each(empties)('empty: “%s”', (cell) => expect(reading(area, cell)).toBe('empty'));
  it('drops % where the unit is percent', () => {
    expect(reading(rate, '85%')).toBe('85.00');
    expect(reading(rate, '85.5 ％')).toBe('85.50');
    expect(reading(rate, { text: '85%', kind: 'number', number: 0.85 })).toBe('85.00');
    expect(reading(rate, '101')).toBe('cell.too-large');
    expect(reading(area, '85%', '比例(%)')).toBe('85.00');
  });
  it('says nothing about the noise of binary fractions, whatever the size', () => {
    expect(reading(area, number(0.1 + 0.2))).toBe('0.30');
    expect(reading(area, number(1.005 * 1000))).toBe('1005.00');
    expect(reading(decimal(14, 4, options), '123456789.12340001')).toBe('123456789.1234');
    expect(reading(area, { text: '1e-12', kind: 'number', number: 1e-12 })).toBe('0.00');
  });
});

describe('money', () => {
  const field = money({ ...options, zh: '金额' });
  it.each([
    ['1200', '', '1200.00'],
    ['1,200.5', '', '1200.50'],
    ['¥1,200.50', '', '1200.50'],
    ['￥ 1200', '', '1200.00'],
    ['1200元', '', '1200.00'],
    ['1.2万元', '', '12000.00'],
    ['1.2 万', '', '12000.00'],
    ['1.2', '收入(万元)', '12000.00'],
    ['1.2万元', '收入(万元)', '12000.00'],
    ['1200元', '收入(万元)', '1200.00'],
    ['1.23456', '收入(万元)', '12345.60'],
    ['0.00000001', '收入(万元)', ['0.00', 'cell.rounded']],
    ['1.15', '收入（万元）', '11500.00'],
    ['0.07', '万元', '700.00'],
    ['8', '单元', '8.00'],
    ['2', '资金(百万元)', '2000000.00'],
    ['2', '资金(亿元)', '200000000.00'],
    ['-1200', '', '-1200.00'],
    ['¥-3.5', '', '-3.50'],
    ['1234.5000000001', '', '1234.50'],
    ['1234.565', '', ['1234.57', 'cell.rounded']],
    ['999999999999.99', '', '999999999999.99'],
    ['1000000000000', '', 'cell.too-large'],
    ['一千元', '', 'cell.not-money'],
    ['1200-1500', '', 'cell.not-money'],
    ['1.2.3', '', 'cell.not-money'],
    ['约1200元', '', 'cell.not-money'],
    ['#清空', '', 'erase'],
  ])('%s under “%s”', (cell, header, expected) => expect(reading(field, cell, header)).toEqual(expected));
  it.each(empties)('empty: “%s”', (cell) => expect(reading(field, cell)).toBe('empty'));
  it('holds the limits after the unit is taken in', () => {
    const wage = money({ ...options, min: 0, max: 100_000 });
    expect(reading(wage, '10', '月收入(万元)')).toBe('100000.00');
    expect(reading(wage, '10.1', '月收入(万元)')).toBe('cell.too-large');
    expect(reading(wage, '-1')).toBe('cell.too-small');
  });
});

describe('yes or no', () => {
  const field = bool(options);
  it.each(['是', '有', '1', '１', 'Y', 'y', 'yes', 'true', 'TRUE', '√', '✓', ' 是 ', '1.0'])('yes: %s', (cell) =>
    expect(reading(field, cell)).toBe(true),
  );
  it.each(['否', '无', '0', 'N', 'n', 'no', 'false', '×', '✗'])('no: %s', (cell) => expect(reading(field, cell)).toBe(false));
  it.each(['', '-', '--', '—', '/', 'N/A', '#N/A'])('empty: “%s”', (cell) => expect(reading(field, cell)).toBe('empty'));
  it.each(['2', '不详', 'x', '已办'])('refused: %s', (cell) => expect(reading(field, cell)).toBe('cell.not-yes-or-no'));
  it('takes the yes and no of spreadsheets', () => {
    expect(reading(field, { text: 'TRUE', kind: 'bool', number: 1 })).toBe(true);
    expect(reading(field, number(0))).toBe(false);
    expect(reading(field, '#清空')).toBe('erase');
  });
});
