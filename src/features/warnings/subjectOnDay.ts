/** Where the subject of a warning stood on a day: in another settlement, or on no list. */
import { registers } from '#catalog/catalog.ts';
import { type SubjectKind, subjectKinds } from '#catalog/items/item.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import sql, { join, raw, type Sql } from 'sql-template-tag';

/** Condition that the subject of a warning lies in another settlement on a day: that one's evaluation judges it. */
export const livesElsewhere = (day: string): Sql => sql`(case
  when warning.household_no is not null then ${isElsewhere('household', 'household_no', sql`warning.household_no`, day)}
  ${join(
    placed.map(
      (kind) =>
        sql`when warning.subject_kind = ${kind} then ${isElsewhere(registerOf(kind), subjectFacts[kind].keyColumn, sql`warning.subject_key`, day)}`,
    ),
    '\n  ',
  )}
  else false end)`;

/** Kinds of subjects that lie in a settlement and may come to another, beside people. */
export const placed: readonly SubjectKind[] = subjectKinds.filter((kind) => !['person', 'household', 'settlement'].includes(kind));

/** Condition that the subject of a warning is missing from the latest full list of a day, or the household of a person: silence, not a value that is well. */
export const isMissing = (day: string): Sql => sql`(case
  ${join(
    subjectKinds
      .filter((kind) => registers[subjectFacts[kind].register].mode === 'state')
      .map(
        (kind) =>
          sql`when warning.subject_kind = ${kind} then ${missingFrom(registerOf(kind), subjectFacts[kind].keyColumn, sql`warning.subject_key`, day)}${kind === 'person' ? sql` or ${missingFrom('household', 'household_no', sql`warning.household_no`, day)}` : sql``}`,
      ),
    '\n  ',
  )}
  else false end)`;

const missingFrom = (register: string, keyColumn: string, key: Sql, day: string): Sql =>
  stood(register, keyColumn, key, day, (version) => sql`${version}.missing_since <= ${day}::date`);

const registerOf = (kind: SubjectKind): string => subjectFacts[kind].register;

const isElsewhere = (register: string, keyColumn: string, key: Sql, day: string): Sql =>
  stood(register, keyColumn, key, day, (version) => sql`${version}.settlement_code <> warning.settlement_code`);

/** Condition that a row of a register stood on a day, and how. Looked up row by row (`offset 0` tells the planner so): warnings are few beside the registers. */
function stood(register: string, keyColumn: string, key: Sql, day: string, so: (version: Sql) => Sql): Sql {
  const isRow = sql`${raw(`${register}.${keyColumn}`)} = ${key}`;
  const name = raw(register);
  if (registers[register as RegisterName].mode === 'event') return sql`exists (select from ${name} where ${isRow} and ${so(name)} offset 0)`;
  return sql`exists (
    select from ${name} cross join lateral (
      select ${name}.settlement_code, ${name}.missing_since where ${name}.data_date <= ${day}::date
      union all select settlement_code, missing_since from ${raw(`${register}_history`)} before
      where before.row_id = ${name}.row_id and before.data_date <= ${day}::date and before.valid_to > ${day}::date) version
    where ${isRow} and ${so(sql`version`)} offset 0)`;
}
