/** Every example of every item, in the item's own file, through the SQL of the house and in process: both give what the example says. */
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { items } from '#catalog/catalog.ts';
import { type Item, subjectKinds } from '#catalog/items/item.ts';
import { factTableName } from '#facts/factTables.ts';
import { judgeStatement, levelColumn, levelledFacts } from '#features/evaluation/judgeStatement.ts';
import { decideExample } from '#features/standards/decideExample.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';
import { stateOfRank } from '#rules/levelToSql.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const month = '2024-03-01';
const settlement = '522301A001';
const declared = (item: Item, name: string): number => item.params[name as `p_${string}`]?.default ?? Number.NaN;
const keyOf = (item: Item, index: number): string => `${item.code}[${index}]`;
const isLevel = (state: string): boolean => state !== 'none' && state !== 'not_applicable';

/** Facts of all examples of the items, one subject an example. */
async function writeFacts(kind: Item['subject'], ofKind: readonly Item[]): Promise<void> {
  const table = factTableName(kind);
  const subjects = ofKind.flatMap((item) =>
    item.examples.map(([, given], index) => ({ settlement_code: settlement, month, as_of: '2024-03-15', subject_key: keyOf(item, index), ...given })),
  );
  await test.database.execute(sql`
    insert into ${raw(table)} select (jsonb_populate_record(null::${raw(table)}, row)).* from jsonb_array_elements(${JSON.stringify(subjects)}::jsonb) as row`);
}

/** What the statement of an evaluation wrote as findings, by item and subject. */
async function judged(kind: Item['subject'], ofKind: readonly Item[]): Promise<Map<string, string>> {
  await test.database.transaction((tx) =>
    tx.raw(judgeStatement(kind, ofKind, declared, { month, day: '2024-03-15', settlements: `array['${settlement}']` })),
  );
  const rows = await test.database.query<{ item_code: string; subject_key: string; level: string }>(
    sql`select item_code, subject_key, level from finding where month = ${month}::date`,
  );
  return new Map(rows.map((row) => [`${row.item_code} ${row.subject_key}`, row.level]));
}

/** The state of every subject, by item and subject: also of those that no finding is kept for. */
async function levelled(kind: Item['subject'], ofKind: readonly Item[]): Promise<Map<string, string>> {
  const states = ofKind.map((item) => `'${item.code}', ${stateOfRank(levelColumn(item))}`).join(', ');
  const rows = await test.database.query<{ subject_key: string; states: Record<string, string> }>(
    raw(`select subject_key, jsonb_build_object(${states}) as states from (${levelledFacts(kind, ofKind, declared, 'true')}) facts`),
  );
  return new Map(rows.flatMap((row) => Object.entries(row.states).map(([code, state]) => [`${code} ${row.subject_key}`, state] as const)));
}

describe.each(subjectKinds)('the examples of items of %s', (kind) => {
  it('come out as they say, in PostgreSQL and in process', async () => {
    const ofKind = items.filter((item) => item.subject === kind);
    await writeFacts(kind, ofKind);
    const findings = await judged(kind, ofKind);
    const states = await levelled(kind, ofKind);
    const compared = ofKind.flatMap((item) =>
      item.examples.map(([name, given, expected], index) => {
        const key = `${item.code} ${keyOf(item, index)}`;
        return {
          item: item.code,
          name,
          expected,
          given,
          finding: findings.get(key) ?? 'quiet',
          state: states.get(key),
          process: decideExample(item, given),
        };
      }),
    );
    expect(compared.length).toBeGreaterThanOrEqual(ofKind.length * 3);
    for (const { expected, finding, state, process, ...example } of compared)
      expect({ ...example, finding, state, process }).toEqual({
        ...example,
        finding: isLevel(expected) ? expected : 'quiet',
        state: expected,
        process: expected,
      });
  });
});
