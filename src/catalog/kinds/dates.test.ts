/** How cells of dates, moments, months and quarters are read: one line a case. */
import { describe, expect, it } from 'vitest';
import { date } from './date.ts';
import { datetime } from './datetime.ts';
import type { CellValue, Field, FieldOptions } from './kind.ts';
import { month } from './month.ts';
import { quarter } from './quarter.ts';

const options: FieldOptions = { zh: '日期', en: 'date', required: 'no', sensitivity: 'internal' };
const number = (value: number): CellValue => ({ text: String(value), kind: 'number', number: value });

function reading(field: Field, cell: CellValue | string): unknown {
  const given: CellValue = typeof cell === 'string' ? { text: cell, kind: 'text' } : cell;
  const found = field.kind.read(given, field, { header: '', on: '2024-01-31', today: '2024-01-31' });
  if (found.is === 'problem') return found.problem.code;
  if (found.is !== 'value') return found.is;
  return found.remark === undefined ? found.value : [found.value, found.remark.code];
}

const empties = ['', ' ', '-', '--', '—', '/', 'N/A', '#N/A', '无'];

describe('dates', () => {
  const field = date(options);
  it.each([
    ['2023-01-05', '2023-01-05'],
    ['2023-1-5', '2023-01-05'],
    ['2023/1/5', '2023-01-05'],
    ['2023.1.5', '2023-01-05'],
    ['20230105', '2023-01-05'],
    ['2023年1月5日', '2023-01-05'],
    ['2023 年 1 月 5 日', '2023-01-05'],
    ['２０２３－０１－０５', '2023-01-05'],
    [' 2023-01-05\n', '2023-01-05'],
    ['2023-01-05 00:00:00', '2023-01-05'],
    ['2023/1/5 14:30', '2023-01-05'],
    ['2023-01-05T16:30:00Z', '2023-01-06'],
    ['1900-01-01', '1900-01-01'],
    ['2024-02-29', '2024-02-29'],
    ['9999-12-31', '9999-12-31'],
    ['2023年1月', ['2023-01-01', 'cell.day-added']],
    ['2023年01月份', ['2023-01-01', 'cell.day-added']],
    ['2023-01', ['2023-01-01', 'cell.day-added']],
    ['2023/1', ['2023-01-01', 'cell.day-added']],
    ['1985.03', ['1985-03-01', 'cell.day-added']],
    ['1985.1', 'cell.ambiguous-month'],
    ['44931', '2023-01-05'],
    ['1899-12-31', 'cell.before-1900'],
    ['18991231', 'cell.before-1900'],
    ['2023-02-29', 'cell.no-such-date'],
    ['1900-02-29', 'cell.no-such-date'],
    ['2023-13-01', 'cell.no-such-date'],
    ['20230431', 'cell.no-such-date'],
    ['2023-00-10', 'cell.no-such-date'],
    ['2023-13', 'cell.no-such-date'],
    ['23-1-5', 'cell.two-digit-year'],
    ['5/1/23', 'cell.two-digit-year'],
    ['230105', 'cell.not-a-date'],
    ['202301', 'cell.not-a-date'],
    ['2023', 'cell.only-a-year'],
    ['2023年', 'cell.only-a-year'],
    ['5/1/2023', 'cell.not-a-date'],
    ['2023-1/5', 'cell.not-a-date'],
    ['61', 'cell.not-a-date'],
    ['去年', 'cell.not-a-date'],
    ['#清空', 'erase'],
  ])('%s', (cell, expected) => expect(reading(field, cell)).toEqual(expected));
  it.each(empties)('empty: “%s”', (cell) => expect(reading(field, cell)).toBe('empty'));
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, 'cell.no-such-date'],
    [61, '1900-03-01'],
    [44931, '2023-01-05'],
    [44931.75, '2023-01-05'],
    [0, 'cell.no-such-date'],
    [0.5, 'cell.no-such-date'],
    [20230105, '2023-01-05'],
    [202301, 'cell.not-a-date'],
    [2023, 'cell.only-a-year'],
    [1985.03, ['1985-03-01', 'cell.day-added']],
    [-5, 'cell.not-a-date'],
  ])('the number %s', (value, expected) => expect(reading(field, number(value))).toEqual(expected));
  it.each([
    [43469, '2023-01-05'],
    [0, '1904-01-01'],
    [20230105, '2023-01-05'],
    [2023, 'cell.only-a-year'],
    [109_000, 'cell.not-a-date'],
  ])('the number %s of a workbook that counts from 1904', (value, expected) =>
    expect(reading(field, { ...number(value), system: 1904 })).toEqual(expected),
  );
  it('reads date cells by their text, else by their serial', () => {
    expect(reading(field, { text: '2023-01-05 14:30:00', kind: 'date', number: 43469.604 })).toBe('2023-01-05');
    expect(reading(field, { text: '1/5/23', kind: 'date', number: 44931 })).toBe('2023-01-05');
    expect(reading(field, { text: '2023', kind: 'date', number: 2023 })).toBe('1905-07-15');
    expect(reading(field, { text: '1900-02-29', kind: 'date', number: 60 })).toBe('cell.no-such-date');
  });
  it('refuses days after the import where the past is asked for', () => {
    const past = date({ ...options, past: true });
    expect(reading(past, '2024-01-31')).toBe('2024-01-31');
    expect(reading(past, '2024-02-01')).toBe('cell.in-future');
    expect(reading(month({ ...options, past: true }), '2024-01')).toBe('2024-01');
    expect(reading(month({ ...options, past: true }), '2024-02')).toBe('cell.in-future');
    expect(reading(datetime({ ...options, past: true }), '2024-01-31 23:59')).toBe('2024-01-31T23:59:00+08:00');
    expect(reading(datetime({ ...options, past: true }), '2024-02-01')).toBe('cell.in-future');
  });
});

describe('moments', () => {
  const field = datetime(options);
  it.each([
    ['2023-01-05', '2023-01-05T00:00:00+08:00'],
    ['2023年1月5日', '2023-01-05T00:00:00+08:00'],
    ['2023-01-05 14:30', '2023-01-05T14:30:00+08:00'],
    ['2023-01-05 14:30:15', '2023-01-05T14:30:15+08:00'],
    ['2023/1/5 9:05', '2023-01-05T09:05:00+08:00'],
    ['2023年1月5日 14时30分', '2023-01-05T14:30:00+08:00'],
    ['2023年1月5日14:30', '2023-01-05T14:30:00+08:00'],
    ['20230105 14:30', '2023-01-05T14:30:00+08:00'],
    ['2023-01-05T14:30:15+08:00', '2023-01-05T14:30:15+08:00'],
    ['2023-01-05T06:30:15.250Z', '2023-01-05T14:30:15+08:00'],
    ['2023-01-05T23:30:00-05:00', '2023-01-06T12:30:00+08:00'],
    ['2023-01-05 25:00', 'cell.no-such-time'],
    ['2023-01-05 14:60', 'cell.no-such-time'],
    ['2023-01', ['2023-01-01T00:00:00+08:00', 'cell.day-added']],
    ['14:30', 'cell.not-a-date'],
    ['44931.6041666667', '2023-01-05T14:30:00+08:00'],
  ])('%s', (cell, expected) => expect(reading(field, cell)).toEqual(expected));
  it.each(empties)('empty: “%s”', (cell) => expect(reading(field, cell)).toBe('empty'));
  it('takes a serial with a fraction as a date with time', () => {
    expect(reading(field, number(44931.604166666664))).toBe('2023-01-05T14:30:00+08:00');
    expect(reading(field, number(44931.99999999))).toBe('2023-01-06T00:00:00+08:00');
    expect(reading(field, { text: '2023-01-05 14:30:00', kind: 'date', number: 44931.604166666664 })).toBe('2023-01-05T14:30:00+08:00');
  });
  it('is written as people write it', () => {
    expect(field.kind.write('2023-01-05T14:30:00+08:00', field)).toBe('2023-01-05 14:30');
    expect(field.kind.write('2023-01-05T14:30:15+08:00', field)).toBe('2023-01-05 14:30:15');
  });
});

describe('months', () => {
  const field = month(options);
  it.each([
    ['2023-01', '2023-01'],
    ['202301', '2023-01'],
    ['2023年1月', '2023-01'],
    ['2023年01月份', '2023-01'],
    ['2023/1', '2023-01'],
    ['2023-01-05', '2023-01'],
    ['20230105', '2023-01'],
    ['2023年1月5日', '2023-01'],
    ['2023-13', 'cell.no-such-date'],
    ['202313', 'cell.not-a-month'],
    ['1月', 'cell.not-a-month'],
    ['2023.1', 'cell.ambiguous-month'],
    ['1899-12', 'cell.before-1900'],
    ['#清空', 'erase'],
  ])('%s', (cell, expected) => expect(reading(field, cell)).toBe(expected));
  it.each(empties)('empty: “%s”', (cell) => expect(reading(field, cell)).toBe('empty'));
  it('takes numbers', () => {
    expect(reading(field, number(202301))).toBe('2023-01');
    expect(reading(field, number(44931))).toBe('2023-01');
    expect(reading(field, { text: '2023-01-01', kind: 'date', number: 44927 })).toBe('2023-01');
  });
});

describe('quarters', () => {
  const field = quarter(options);
  it.each([
    ['2023-Q1', '2023-Q1'],
    ['2023Q1', '2023-Q1'],
    ['2023q4', '2023-Q4'],
    ['２０２３Ｑ２', '2023-Q2'],
    ['2023年第一季度', '2023-Q1'],
    ['2023年一季度', '2023-Q1'],
    ['2023年1季度', '2023-Q1'],
    ['2023年第4季度', '2023-Q4'],
    ['2023年第三季度', '2023-Q3'],
    ['2023年度第二季度', '2023-Q2'],
    ['2023年', 'cell.quarter-missing'],
    ['2023', 'cell.quarter-missing'],
    ['第一季度', 'cell.year-missing'],
    ['2023Q5', 'cell.not-a-quarter'],
    ['2023年第五季度', 'cell.not-a-quarter'],
    ['2023-01-05', 'cell.not-a-quarter'],
    ['#清空', 'erase'],
  ])('%s', (cell, expected) => expect(reading(field, cell)).toBe(expected));
  it.each(empties)('empty: “%s”', (cell) => expect(reading(field, cell)).toBe('empty'));
});
