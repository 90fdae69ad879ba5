/** The fused statement over random facts agrees, subject by subject and sum by sum, with the plain evaluator written from the specification. */
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { items } from '#catalog/catalog.ts';
import { subjectKinds } from '#catalog/items/item.ts';
import { judgeStatement } from '#features/evaluation/judgeStatement.ts';
import { factTableName } from '#facts/factTables.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';
import { evaluateCel } from '../reference/cel.ts';
import { colours, items as plainItems, levelOf, variablesOf } from '../reference/items.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const month = '2024-03-01';
const settlements = ['522301A001', '522301A002'];

/** A small generator, the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const edges = [-60, -31, -30, -1, 0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 15, 30, 31, 59, 60, 90, 91, 100, 181, 250, 5000, 7500, 8250, 9000, 11250];

function randomFact(type: 'int' | 'double' | 'bool', random: () => number): boolean | number | null {
  if (random() < 0.12) return null;
  if (type === 'bool') return random() < 0.4;
  const edge = edges[Math.floor(random() * edges.length)] ?? 0;
  return type === 'int' ? edge : edge + (random() < 0.3 ? 0.5 : 0);
}

describe.each(subjectKinds)('items of %s', (kind) => {
  it('have the findings and numbers that the specification gives', async () => {
    const random = generator(kind.length * 7919);
    const { facts } = subjectFacts[kind];
    const subjects = Array.from({ length: 600 }, (_, index) => ({
      settlement_code: settlements[index % 2] ?? '',
      month,
      as_of: '2024-03-15',
      subject_key: `S${index}`,
      facts: Object.fromEntries(facts.map((fact) => [fact.name, randomFact(fact.type, random)])),
    }));
    const table = factTableName(kind);
    await test.database.execute(sql`
      insert into ${raw(table)} select (jsonb_populate_record(null::${raw(table)}, row)).*
      from jsonb_array_elements(${JSON.stringify(subjects.map(({ facts: values, ...head }) => ({ ...head, ...values })))}::jsonb) as row`);

    const ofKind = items.filter((item) => item.subject === kind);
    const statement = judgeStatement(kind, ofKind, (item, name) => item.params[name as `p_${string}`]?.default ?? Number.NaN, {
      month,
      day: '2024-03-15',
      settlements: `array['${settlements.join("', '")}']`,
    });
    await test.database.transaction((tx) => tx.raw(statement));

    const findings = await test.database.query<{ item_code: string; subject_key: string; level: string }>(
      sql`select item_code, subject_key, level from finding`,
    );
    const found = new Map(findings.map((row) => [`${row.item_code}/${row.subject_key}`, row.level]));
    const numbers = await test.database.query<{
      settlement_code: string;
      item_code: string;
      numerator: number;
      denominator: number;
      unknown: number;
      blue: number;
    }>(sql`select settlement_code, item_code, numerator, denominator, unknown, blue from indicator`);

    for (const item of plainItems.filter((candidate) => candidate.subject === kind)) {
      const sums = new Map(settlements.map((code) => [code, { numerator: 0, denominator: 0, unknown: 0, blue: 0 }]));
      for (const subject of subjects) {
        const level = levelOf(item, subject.facts);
        expect([item.code, subject.subject_key, found.get(`${item.code}/${subject.subject_key}`) ?? 'quiet', subject.facts]).toEqual([
          item.code,
          subject.subject_key,
          level === 'none' || level === 'not_applicable' ? 'quiet' : level,
          subject.facts,
        ]);
        const sum = sums.get(subject.settlement_code);
        if (!sum) continue;
        if (level === 'blue') sum.blue += 1;
        const known = level !== 'unknown';
        const names = {
          ...variablesOf(item, subject.facts),
          applies: known ? level !== 'not_applicable' : null,
          warned: known ? colours.some((colour) => colour === level) : null,
        };
        if (item.indicator.mode === 'sum' && evaluateCel(item.applies, variablesOf(item, subject.facts)) !== true) continue;
        const denominator = evaluateCel(item.indicator.denominator, names);
        const numerator = evaluateCel(item.indicator.numerator, names);
        if (item.indicator.mode === 'sum') {
          if (numerator === null || denominator === null) sum.unknown += 1;
          else {
            sum.numerator += Number(numerator);
            sum.denominator += Number(denominator);
          }
        } else if (denominator === null || (denominator === true && numerator === null)) sum.unknown += 1;
        else if (denominator === true) {
          sum.denominator += 1;
          sum.numerator += numerator === true ? 1 : 0;
        }
      }
      for (const [code, sum] of sums) {
        const { numerator, denominator, unknown, blue } = numbers.find((row) => row.settlement_code === code && row.item_code === item.code) ?? {};
        expect({ item: item.code, code, numerator, denominator, unknown, blue }).toEqual({ item: item.code, code, ...sum });
      }
    }
  });
});
