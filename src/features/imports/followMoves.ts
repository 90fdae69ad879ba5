/** Rows follow their household: when it moves, or a person joins another one, the settlement of what belongs to them goes along. */
import { registers } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import { placeColumnNames } from '#derive/registerTables.ts';
import type { Transaction } from '#platform/database/database.ts';
import { executeText, existsText, queryText } from './importSql.ts';

const stored = Object.values(registers).filter(({ name }) => name !== 'warning_case' && name !== 'register_feed');

const placesOfPersons = ['settlement_code', ...placeColumnNames(registers.person)];
const differs = (one: string, other: string, columns: readonly string[]): string =>
  `(${columns.map((column) => `${one}.${column} is distinct from ${other}.${column}`).join(' or ')})`;

/** Registers whose rows lie where a household or person lives, with the field that says whose they are. */
function followers(target: 'household' | 'person'): { register: Register; field: string }[] {
  return stored.flatMap((register) => {
    const [field = ''] = register.settlementVia;
    return register.name !== 'person' && register.fields[field]?.kind.name === 'ref' && register.fields[field]?.target === target
      ? [{ register, field }]
      : [];
  });
}

/** Whether rows of a register can take others along. */
export function takesAlong(register: Register): boolean {
  return register.name === 'household' || register.name === 'person';
}

/** Before merged rows are stored: the rows that will lie elsewhere, as `movers`. */
export async function noteMovers(tx: Transaction, register: Register): Promise<void> {
  const columns = register.name === 'household' ? placesOfPersons : ['settlement_code'];
  await tx.raw(`
    drop table if exists movers;
    create temporary table movers on commit drop as
    select c.row_id from merged m join ${register.name} c on c.row_id = m.x_row
    where m.x_changed and not m.x_late and ${differs('m', 'c', columns)}`);
}

/** After an import or an undo of households or persons: moves what belongs to the rows of `changed` (a query of row numbers). Answers the settlements that lost or won rows. */
export async function followMoves(tx: Transaction, register: Register, changed: string): Promise<string[]> {
  if (!takesAlong(register) || !(await existsText(tx, changed))) return [];
  await tx.raw(`
    create temporary table moved_household (household_no text, settlement_code text) on commit drop;
    create temporary table moved_person (person_no text, settlement_code text) on commit drop;
    create temporary table left_behind (settlement_code text) on commit drop`);
  if (register.name === 'household')
    await tx.raw(`insert into moved_household select household_no, settlement_code from household where row_id in (${changed})`);
  await movePersons(tx, register.name === 'household' ? 'p.household_no in (select household_no from moved_household)' : `p.row_id in (${changed})`);
  if (register.name === 'person') await tx.raw(`insert into moved_person select person_no, settlement_code from person where row_id in (${changed})`);
  for (const target of ['household', 'person'] as const) {
    if (!(await existsText(tx, `select from moved_${target}`))) continue;
    await tx.raw(`analyze moved_${target}`);
    for (const { register: follower, field } of followers(target)) {
      await executeText(
        tx,
        `
        with old as (
          select f.row_id, f.settlement_code as old_code, m.settlement_code from ${follower.name} f join moved_${target} m on m.${target}_no = f.${field}
          where m.settlement_code is not null and f.settlement_code is distinct from m.settlement_code
        ), moved as (update ${follower.name} f set settlement_code = old.settlement_code from old where old.row_id = f.row_id)
        insert into left_behind select old_code from old union all select settlement_code from old`,
      );
    }
  }
  const rows = await queryText<{ settlement_code: string }>(tx, 'select distinct settlement_code from left_behind where settlement_code is not null');
  await tx.raw('drop table moved_household, moved_person, left_behind');
  return rows.map(({ settlement_code }) => settlement_code);
}

async function movePersons(tx: Transaction, whose: string): Promise<void> {
  const columns = placesOfPersons;
  await executeText(
    tx,
    `
    with old as (
      select p.row_id, p.person_no, p.settlement_code as old_code, ${columns.map((column) => `h.${column}`).join(', ')}
      from person p join household h on h.household_no = p.household_no
      where ${whose} and ${differs('p', 'h', columns)}
    ), moved as (
      update person p set ${columns.map((column) => `${column} = old.${column}`).join(', ')} from old where old.row_id = p.row_id
    ), noted as (
      insert into moved_person select person_no, settlement_code from old where old_code is distinct from settlement_code
    )
    insert into left_behind select old_code from old union all select settlement_code from old`,
  );
}

/** Households that stand elsewhere than they once stood, and persons who live there or once lived in another household. */
const movedHouseholds = `select h.household_no from household h join household_history b using (row_id) where ${differs('b', 'h', placesOfPersons)}`;
const movedPersons = `select p.person_no from person p where p.household_no in (${movedHouseholds})
  union select p.person_no from person p join person_history b using (row_id) where b.household_no is distinct from p.household_no`;

/** Rows of an import that speak of a day before their household moved: they lie where it lives now, as they would had they come before it moved. Answers the settlements where they lie. */
export async function catchUp(tx: Transaction, { name }: Register, importId: number): Promise<string[]> {
  const statements = (['household', 'person'] as const).flatMap((target) =>
    followers(target)
      .filter(({ register }) => register.name === name)
      .map(
        ({ field }) => `
        update ${name} f set settlement_code = home.settlement_code from ${target} home
        where f.import_id = ${importId} and home.${target}_no = f.${field} and f.settlement_code is distinct from home.settlement_code
          and f.${field} in (${target === 'household' ? movedHouseholds : movedPersons})
        returning f.settlement_code`,
      ),
  );
  if (name === 'person')
    statements.push(`
        update person f set ${placesOfPersons.map((column) => `${column} = home.${column}`).join(', ')} from household home
        where f.import_id = ${importId} and home.household_no = f.household_no and ${differs('f', 'home', placesOfPersons)}
          and f.household_no in (${movedHouseholds})
        returning f.settlement_code`);
  const settlements = new Set<string>();
  for (const statement of statements)
    for (const { settlement_code: code } of await queryText<{ settlement_code: string | null }>(tx, statement))
      if (code !== null) settlements.add(code);
  return [...settlements];
}
