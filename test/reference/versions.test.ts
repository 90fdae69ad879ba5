/** Which version of a row counts: merging, late sheets, full lists, corrections of events. */
import { describe, expect, test } from 'vitest';
import { versionsAt } from './versions.ts';
import type { Row, Statement, World } from './world.ts';

type Told = readonly [dataDate: string, row: Row, more?: Partial<Statement>];

const world = (register: string, told: readonly Told[]): World => ({
  statements: told.map(([dataDate, row, more], index) => ({ register, row, dataDate, order: index + 1, ...more })),
  feed: [],
  calendar: new Map(),
});
const missing = { missing: true } as const;
const clinic = (cells: Row): Row => ({ org_no: 'Y1', ...cells });
const at = (told: readonly Told[], date: string): readonly Row[] => versionsAt(world('clinic', told), 'clinic', date);

describe('state registers', () => {
  test('a filled cell replaces, an empty cell says nothing, a cleared one is empty', () => {
    const told: Told[] = [
      ['2024-01-01', clinic({ gps: 2, beds: 9 })],
      ['2024-02-01', clinic({ gps: 3, beds: null })],
      ['2024-03-01', clinic({}), { cleared: ['beds'] }],
    ];
    expect(at(told, '2023-12-31')).toEqual([]);
    expect(at(told, '2024-01-31')).toEqual([clinic({ gps: 2, beds: 9 })]);
    expect(at(told, '2024-02-01')).toEqual([clinic({ gps: 3, beds: 9 })]);
    expect(at(told, '2024-03-01')).toEqual([clinic({ gps: 3, beds: null })]);
  });

  test('January A, March A, late February B: B from February, A again from March', () => {
    const told: Told[] = [
      ['2024-01-01', clinic({ gps: 1 })],
      ['2024-03-01', clinic({ gps: 1 })],
      ['2024-02-01', clinic({ gps: 2 })],
    ];
    expect(['2024-01-31', '2024-02-29', '2024-03-01'].map((date) => at(told, date)[0]?.gps)).toEqual([1, 2, 1]);
  });

  test('a late row merges from the version before it and leaves the later whole row alone', () => {
    const told: Told[] = [
      ['2024-01-01', clinic({ gps: 1, beds: 5 })],
      ['2024-03-01', clinic({ gps: 3 })],
      ['2024-02-01', clinic({ beds: 7 })],
    ];
    expect(at(told, '2024-02-01')).toEqual([clinic({ gps: 1, beds: 7 })]);
    expect(at(told, '2024-03-01')).toEqual([clinic({ gps: 3, beds: 5 })]);
  });

  test('of two statements of one date the later stored fills over the first', () => {
    const told: Told[] = [
      ['2024-01-01', clinic({ gps: 1, beds: 5 })],
      ['2024-01-01', clinic({ gps: 2 })],
    ];
    expect(at(told, '2024-01-01')).toEqual([clinic({ gps: 2, beds: 5 })]);
  });

  test('a full list takes the row away from its date until it returns', () => {
    const told: Told[] = [
      ['2024-01-01', clinic({ gps: 1 })],
      ['2024-02-01', clinic({}), missing],
      ['2024-04-01', clinic({ beds: 4 })],
    ];
    expect(at(told, '2024-01-31')).toHaveLength(1);
    expect(at(told, '2024-02-01')).toEqual([]);
    expect(at(told, '2024-04-01')).toEqual([clinic({ gps: 1, beds: 4 })]);
  });

  test('a full list never marks a row newer than itself, and a row of its own date it does', () => {
    const told: Told[] = [
      ['2024-03-01', clinic({ gps: 1 })],
      ['2024-02-01', clinic({}), missing],
    ];
    expect(at(told, '2024-03-01')).toHaveLength(1);
    expect(at([...told, ['2024-03-01', clinic({}), missing]], '2024-03-01')).toEqual([]);
  });
});

describe('event registers', () => {
  test('a correction changes the past; dates after T read as empty', () => {
    const told: Told[] = [
      ['2024-05-01', { case_no: 'D1', accepted_on: '2024-04-01', people: 3 }],
      ['2024-06-01', { case_no: 'D1', closed_on: '2024-05-20', people: 4 }],
    ];
    const disputes = (date: string): Row[] => versionsAt(world('dispute', told), 'dispute', date);
    expect(disputes('2024-03-31')).toEqual([]);
    expect(disputes('2024-04-01')).toEqual([{ case_no: 'D1', accepted_on: '2024-04-01', people: 4, closed_on: null }]);
    expect(disputes('2024-05-20')[0]?.closed_on).toBe('2024-05-20');
  });

  test('a claim counts from its day, an enrolment from the first day of its year', () => {
    const told: Told[] = [
      ['2024-01-01', { policy_year: 2024, person_no: 'P1' }],
      ['2024-01-01', { policy_year: 2024, person_no: 'P1', claim_no: 'L1', claimed_on: '2024-06-01' }],
    ];
    const claims = (date: string): number => versionsAt(world('housing_insurance', told), 'housing_insurance', date).length;
    expect(['2023-12-31', '2024-01-01', '2024-06-01'].map(claims)).toEqual([0, 1, 2]);
  });

  test('income of a quarter counts from its last day', () => {
    const told: Told[] = [['2024-01-01', { household_no: 'H1', period: '2024-Q1', income_item: '11' }]];
    const rows = (date: string): number => versionsAt(world('income', told), 'income', date).length;
    expect(['2024-03-30', '2024-03-31'].map(rows)).toEqual([0, 1]);
  });

  test('the time limit of an appeal is read before it comes, a judgement not yet given is not', () => {
    const row = {
      appeal_no: 'Q1',
      accepted_at: '2024-06-01T08:00:00+08:00',
      due_at: '2024-07-01T00:00:00+08:00',
      visited_at: '2024-06-09T10:00:00+08:00',
      satisfaction: '4',
    };
    const appeals = (moment: string): Row[] => versionsAt(world('appeal', [['2024-06-01', row]]), 'appeal', '2024-06-09', Date.parse(moment));
    expect(appeals('2024-06-09T09:59:59+08:00')).toEqual([{ ...row, visited_at: null, satisfaction: null }]);
    expect(appeals('2024-06-09T10:00:00+08:00')).toEqual([row]);
  });
});
