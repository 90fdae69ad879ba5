/** A house in use takes one change of the declarations after another: the proposed files lead to what is declared, its rows are there, and it evaluates. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registers } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { currentTable, historyTable } from '#derive/registerTables.ts';
import { registerView } from '#derive/registerView.ts';
import type { Table } from '#derive/table.ts';
import type { View } from '#derive/view.ts';
import { type DeclaredStructure, structureOf } from '#features/declaredStructure.ts';
import { tables } from '#features/tables.ts';
import { views } from '#features/views.ts';
import type { Database } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import type { Proposal } from '#platform/structure/proposal.ts';
import { missingInMigrations, proposeMigration } from '#platform/structure/proposeMigration.ts';
import { withScratchDatabase } from '#platform/structure/scratch.ts';
import { writeMigration } from '#platform/structure/writeMigration.ts';
import { people } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, sendEmployment } from '../scenes/caseHouse.ts';

interface Declared {
  readonly tables: readonly Table[];
  readonly views: readonly View[];
  /** SQL that no declaration of ours writes yet. */
  readonly beside?: string;
}

const structureIn = ({ tables, views, beside = '' }: Declared): DeclaredStructure => {
  const { sql: text, makeRole } = structureOf(tables, views);
  return { sql: `${text}\n${beside}`, makeRole };
};

/** A register otherwise, in its two tables and its view. */
function withRegister(from: Declared, register: Register): Declared {
  const ours = [currentTable(register), historyTable(register)];
  const view = registerView(register);
  return {
    ...from,
    tables: [...from.tables.filter(({ name }) => !ours.some((one) => one.name === name)), ...ours],
    views: [...from.views.filter(({ name }) => name !== view.name), view],
  };
}

const withTable = (from: Declared, name: string, change: (table: Table) => Table): Declared => ({
  ...from,
  tables: from.tables.map((table) => (table.name === name ? change(table) : table)),
});

const { head_name, ...withoutHeadName } = registers.household.fields;
const { searchedBy: _, ...headOfHousehold } = registers.household;
const { employment } = registers;

/** A room of its own: what a register and a person are tied to, seen by place and written by imports. */
const busStop: Table = {
  name: 'bus_stop',
  zh: '公交站',
  columns: [
    { name: 'stop_id', type: 'bigint', identity: true, notNull: true, zh: '站号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'building_code', type: 'text', zh: '楼栋' },
    { name: 'account_id', type: 'bigint', zh: '登记人' },
    { name: 'opened_on', type: 'date', notNull: true, default: 'CURRENT_DATE', zh: '启用日' },
  ],
  primaryKey: ['stop_id'],
  indexes: [{ columns: ['settlement_code', 'opened_on'], unique: true }],
  foreignKeys: [{ columns: ['account_id'], table: 'account', target: ['account_id'] }],
  spread: 'settlement',
  written: 'within-reach',
};

type Change = readonly [what: string, change: (from: Declared) => Declared];
const changes: readonly Change[] = [
  ['a register more', (from) => withRegister(from, { ...employment, name: 'bus_ride' as RegisterName, zh: '乘车台账' } as unknown as Register)],
  [
    'a field more, in the middle of a register',
    (from) =>
      withRegister(from, {
        ...registers.household,
        fields: { lift_note: { ...head_name, zh: '电梯' }, ...registers.household.fields },
      } as unknown as Register),
  ],
  [
    'a sealed field more',
    (from) =>
      withRegister(from, {
        ...registers.school,
        fields: { ...registers.school.fields, porter_phone: { ...registers.household.fields.phone } },
      } as unknown as Register),
  ],
  ['an index more', (from) => withTable(from, 'person', (table) => ({ ...table, indexes: [...table.indexes, { columns: ['birth_date'] }] }))],
  [
    'a view otherwise',
    (from) => ({
      ...from,
      views: from.views.map((view) =>
        view.name === 'board' ? { ...view, zh: '一览', columns: view.columns.filter(({ name }) => name !== 'unknown') } : view,
      ),
    }),
  ],
  ['a field less', (from) => withRegister(from, { ...headOfHousehold, fields: withoutHeadName } as unknown as Register)],
  [
    'other names',
    (from) =>
      withTable(from, 'warning', (table) => ({
        ...table,
        zh: "预警'们'",
        columns: table.columns.map((column) => ({ ...column, zh: `${column.zh}。` })),
      })),
  ],
  ['a room more', (from) => ({ ...from, tables: [...from.tables, busStop] })],
  ['other rows for those who read', (from) => withTable(from, 'employment', (table) => ({ ...table, readBy: 'with-person', fillFactor: 80 }))],
  ['a check more', (from) => ({ ...from, beside: 'alter table person add constraint person_sheet check (sheet in (0, 1, 2, 3) or sheet > 3);' })],
  [
    'one code more in the check',
    (from) => ({ ...from, beside: 'alter table person add constraint person_sheet check (sheet in (0, 1, 2, 3, 4) or sheet > 4);' }),
  ],
  [
    'another guard of the audit log',
    (from) => ({
      ...from,
      beside: `${from.beside ?? ''} create or replace function audit_refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;`,
    }),
  ],
];

let house: CaseHouse;
const folder = mkdtempSync(join(tmpdir(), 'anju-changes-'));
const works = { id: people.zhao.id, works: false, since: '2024-06-28' };
beforeAll(async () => {
  cpSync(projectPath('migrations'), folder, { recursive: true });
  house = await openCaseHouse();
  await sendEmployment(house, '2024-07-01', [works]);
  await house.evaluateOn('2024-07-01T10:00:00+08:00');
});
afterAll(async () => {
  await house?.close();
  rmSync(folder, { recursive: true });
});

const proposed = (structure: DeclaredStructure, drop = false): Promise<Proposal> =>
  withScratchDatabase(house.database.url, (empty) => proposeMigration({ empty, folder, drop }, structure));

/** All rows of all tables, by their number. */
async function countAll(database: Database): Promise<Record<string, number>> {
  const counted = await Promise.all(
    tables.map(async ({ name }) => [name, (await database.one<{ rows: number }>(sql`select count(*) as rows from ${raw(name)}`)).rows] as const),
  );
  return Object.fromEntries(counted);
}

test('each change is a file of its own, which a house with data takes', async () => {
  const before = await countAll(house.database);
  expect(before).toMatchObject({ household: 2, person: 4, employment: 1 });
  expect(before.warning).toBeGreaterThan(0);
  let declared: Declared = { tables, views };
  const kept: string[] = [];
  for (const [what, change] of changes) {
    declared = change(declared);
    const proposal = await proposed(structureIn(declared));
    expect([what, proposal.lines.length > 0, proposal.byHand, proposal.drops]).toEqual([what, true, [], []]);
    kept.push(...proposal.keeps);
    const file = writeMigration(folder, { name: 'change', why: what }, proposal);
    expect(await migrate(house.database, folder), what).toEqual([file]);
  }
  expect(kept).toEqual(['household.head_name', 'household.lift_note', 'household_history.head_name', 'household_history.lift_note']);
  expect(await countAll(house.database)).toEqual(before);
  const missing = await withScratchDatabase(house.database.url, (empty) => missingInMigrations({ empty, folder }, structureIn(declared)));
  expect(missing).toEqual([]);
  expect(await house.database.query(sql`select head_name from household where head_name is not null`)).not.toEqual([]);
}, 600_000);

test('the house imports and evaluates as before', async () => {
  await sendEmployment(house, '2024-07-20', [{ ...works, works: true }]);
  await house.evaluateOn('2024-07-20T10:00:00+08:00');
  expect(await house.database.one(sql`select max(as_of) as day from indicator`)).toEqual({ day: '2024-07-20' });
  expect((await house.get<{ total: number }>('prefecture', '/warnings')).status).toBe(200);
  expect((await house.get<{ total: number }>('grid', '/households')).status).toBe(200);
}, 120_000);

test('all the way back at once, with what is dropped asked for, is what is declared', async () => {
  const proposal = await proposed(structureOf(tables, views), true);
  expect(proposal.byHand).toEqual([]);
  expect([...proposal.drops].sort()).toEqual(
    [
      'bus_ride',
      'bus_ride_history',
      'bus_stop',
      'household.lift_note',
      'household_history.lift_note',
      'school.porter_phone',
      'school.porter_phone_index',
      'school_history.porter_phone',
      'school_history.porter_phone_index',
    ].sort(),
  );
  writeMigration(folder, { name: 'back' }, proposal);
  await migrate(house.database, folder);
  await house.evaluateOn('2024-07-21T10:00:00+08:00');
}, 240_000);
