/** Indicators of settlements and areas, hand-counted. */
import { describe, expect, test } from 'vitest';
import { findingsAt } from './findingsAt.ts';
import { type Indicator, indicatorsAt } from './indicatorsAt.ts';
import { registers } from './registers.ts';
import { fullRow } from './rows.ts';
import type { Row, World } from './world.ts';

const date = '2024-06-15';
const facility = (settlement_code: string, number: number, more: Row = {}): [string, Row] => [
  'facility',
  { facility_no: `${settlement_code}-${number}`, settlement_code, facility_type: String(number).padStart(2, '0'), status: '3', ...more },
];
const household = (settlement_code: string, household_no: string, more: Row = {}): [string, Row] => [
  'household',
  { settlement_code, household_no, ...more },
];

/** Two settlements of one street, which lies in another county than their codes say; a third is merged away. */
function worldOf(rows: readonly (readonly [string, Row])[], silent: readonly (readonly [string, string])[] = []): World {
  const codes = ['522301A001', '522301A002', '522301A003'];
  const all: (readonly [string, Row])[] = [
    ...codes.map((settlement_code): [string, Row] => ['settlement', { settlement_code, status: settlement_code.endsWith('3') ? '2' : '1' }]),
    ['street_community', { area_code: '522301001', level: 'street', county_code: '5223Y1', settlement_code: codes[0] ?? '' }],
    ...rows,
  ];
  const isSilent = (name: string, code: string): boolean => silent.some(([register, settlement]) => register === name && settlement === code);
  return {
    statements: all.map(([register, row], index) => ({ register, row: fullRow(register, row, index + 1), dataDate: '2020-01-01', order: index + 1 })),
    feed: registers.flatMap(({ name }) =>
      codes.filter((code) => !isSilent(name, code)).map((settlement_code) => ({ register: name, settlement_code, data_date: date })),
    ),
    calendar: new Map(),
  };
}

const of = (world: World, item: string): Record<string, Omit<Indicator, 'area' | 'item'>> =>
  Object.fromEntries(
    indicatorsAt(world, date)
      .filter((row) => row.item === item)
      .map(({ area, item: _, ...row }) => [area, row]),
  );

describe('mode count', () => {
  test('subjects add up to street, county of the tree and prefecture; a merged settlement counts above too', () => {
    const world = worldOf([
      facility('522301A001', 1),
      facility('522301A001', 2, { status: '4', status_since: '2024-06-01' }),
      facility('522301A002', 1),
      facility('522301A002', 2, { status: '1' }),
      facility('522301A003', 1),
    ]);
    const counted = of(world, 'A02');
    expect(counted['522301A001']).toEqual({ numerator: 1, denominator: 2, unknown: 0, value: 50 });
    expect(counted['522301A002']).toEqual({ numerator: 1, denominator: 1, unknown: 0, value: 100 });
    for (const area of ['522301001', '5223Y1', '522300']) expect(counted[area]).toEqual({ numerator: 3, denominator: 4, unknown: 0, value: 75 });
    expect(counted['522301']).toBeUndefined();
  });

  test('a subject of unknown level is no denominator `applies` and counts as unknown', () => {
    const world = worldOf(
      [facility('522301A001', 1), facility('522301A001', 2, { status: '5' }), facility('522301A002', 1)],
      [['facility', '522301A002']],
    );
    expect(of(world, 'A02')['522301A001']).toEqual({ numerator: 1, denominator: 1, unknown: 1, value: 100 });
    expect(of(world, 'A02')['522301A002']).toEqual({ numerator: 0, denominator: 0, unknown: 1, value: null });
  });

  test('a denominator of its own does not ask for the level', () => {
    const dwelling = (number: string, more: Row): [string, Row] => [
      'housing',
      { house_no: number, household_no: number, settlement_code: '522301A001', ...more },
    ];
    const world = worldOf([
      household('522301A001', 'H1'),
      household('522301A001', 'H2'),
      household('522301A001', 'H3'),
      dwelling('H1', { cert_date: '2024-01-01' }),
      dwelling('H2', {}),
    ]);
    expect(of(world, 'B03')['522301A001']).toEqual({ numerator: 1, denominator: 2, unknown: 1, value: 50 });
  });
});

describe('mode sum', () => {
  test('numbers of settlements with households are added; one unknown is left out of both', () => {
    const world = worldOf(
      [household('522301A001', 'H1'), household('522301A002', 'H2'), facility('522301A001', 1), facility('522301A001', 7), facility('522301A002', 1)],
      [['facility', '522301A002']],
    );
    const summed = of(world, 'A01');
    expect(summed['522301A001']).toEqual({ numerator: 2, denominator: 10, unknown: 0, value: 20 });
    expect(summed['522300']).toEqual({ numerator: 2, denominator: 10, unknown: 1, value: 20 });
    expect(summed['522301A003']).toBeUndefined();
  });

  test('a settlement without households is not concerned', () => {
    expect(of(worldOf([]), 'A01')['522300']).toEqual({ numerator: 0, denominator: 0, unknown: 0, value: null });
  });
});

test('findings name every subject with its state, and parameters can be set', () => {
  const world = worldOf([facility('522301A001', 1, { status: '4', status_since: '2024-06-08' }), facility('522301A001', 2, { status: '1' })]);
  const levels = (parameters = {}): string[] =>
    findingsAt(world, date, parameters)
      .filter(({ item }) => item === 'A02')
      .map(({ level }) => level);
  expect(levels()).toEqual(['yellow', 'not_applicable']);
  expect(levels({ A02: { p_red: 7 } })).toEqual(['red', 'not_applicable']);
});
