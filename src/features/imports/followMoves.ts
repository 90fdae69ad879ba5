/** Rows follow their household: when it moves, or a person joins another one, the settlement of what belongs to them goes along. */
import { registers } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import { placeColumnNames } from '#derive/registerTables.ts';
import type { Transaction } from '#platform/database/database.ts';
import { executeText, existsText, queryText } from './importSql.ts';

const stored = Object.values(registers).filter(({ name }) => name !== 'warning_case' && name !== 'register_feed');

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
  const columns = register.name === 'household' ? ['settlement_code', ...placeColumnNames(registers.person)] : ['settlement_code'];
  await tx.raw(`
    drop table if exists movers;
    create temporary table movers on commit drop as
    select c.row_id from merged m join ${register.name} c on c.row_id = m.x_row
    where m.x_changed and not m.x_late and (${columns.map((column) => `m.${column} is distinct from c.${column}`).join(' or ')})`);
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
  const columns = ['settlement_code', ...placeColumnNames(registers.person)];
  await executeText(
    tx,
    `
    with old as (
      select p.row_id, p.person_no, p.settlement_code as old_code, ${columns.map((column) => `h.${column}`).join(', ')}
      from person p join household h on h.household_no = p.household_no
      where ${whose} and (${columns.map((column) => `p.${column} is distinct from h.${column}`).join(' or ')})
    ), moved as (
      update person p set ${columns.map((column) => `${column} = old.${column}`).join(', ')} from old where old.row_id = p.row_id
    ), noted as (
      insert into moved_person select person_no, settlement_code from old where old_code is distinct from settlement_code
    )
    insert into left_behind select old_code from old union all select settlement_code from old`,
  );
}
