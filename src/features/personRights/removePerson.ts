/** Takes a person out of every table: rows about them go, rows about others stay without them, and closed months keep their sums. */
import { randomBytes } from 'node:crypto';
import { erasedMark } from '#catalog/personRights.ts';
import { isPersonal } from '#derive/decideShown.ts';
import { textLiteral } from '#derive/literal.ts';
import { subjectField } from '#derive/personRefs.ts';
import { requestEvaluation } from '#features/evaluation/requestEvaluation.ts';
import { turnOfImports } from '#features/imports/importHouse.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { anyOf, holdsNumber, type Identity, isAbout, type PersonRegister, personRegisters, refersTo } from './aboutPerson.ts';
import { findKeptRows } from './keptRows.ts';
import { removeFromVisits } from './removeFromVisits.ts';

/** How many rows of which table. */
export interface Counted {
  readonly what: string;
  readonly zh: string;
  readonly en: string;
  readonly rows: number;
}

/** What was taken out. */
export interface Removal {
  readonly removed: readonly Counted[];
  readonly anonymised: readonly Counted[];
  /** Fingerprints of the files that rows came from. */
  readonly uploads: readonly string[];
  /** Settlements in which rows about the person lay or lie. */
  readonly settlements: readonly string[];
  /** Tables in which the name or other open text of the person stood, and those in which there were only codes, amounts and numbers of the platform. */
  readonly tables: { readonly worded: readonly string[]; readonly wordless: readonly string[] };
}

/** Does it in a transaction that the caller commits, or takes back for a preview. */
export async function removePerson(tx: Transaction, keys: Keys, identity: Identity): Promise<Removal> {
  await tx.query(sql`select pg_advisory_xact_lock(${turnOfImports})`);
  const nobody = `X-${randomBytes(8).toString('hex').toUpperCase()}`;
  const removed: Counted[] = [];
  const anonymised: Counted[] = [];
  const imports = new Set<number>();
  const settlements = new Set<string>(identity.settlement === null ? [] : [identity.settlement]);
  const tables = { worded: ['import_run', 'upload'], wordless: ['person_fact', 'finding'] };
  const note = (list: Counted[], counted: Counted): void => {
    if (counted.rows > 0) list.push(counted);
  };
  await emptyAppeals(tx, identity);
  for (const place of personRegisters) {
    const { register } = place;
    for (const [table, ofHistory] of [
      [register.name, ''],
      [`${register.name}_history`, '（历史）'],
    ] as const) {
      const isWorded = await holdsWords(tx, table, place, identity, keys);
      const gone = await deleteOwn(tx, table, place, identity);
      const changed = await anonymise(tx, table, place, identity, keys, nobody);
      for (const row of [...gone, ...changed]) {
        imports.add(row.import_id);
        if (row.settlement_code !== null) settlements.add(row.settlement_code);
      }
      const counted = (rows: number): Counted => ({
        what: table,
        zh: `${register.zh}${ofHistory}`,
        en: `${register.en}${ofHistory && ' (history)'}`,
        rows,
      });
      note(removed, counted(gone.length));
      note(anonymised, counted(changed.length));
      if (gone.length + changed.length > 0) tables[isWorded ? 'worded' : 'wordless'].push(table);
    }
  }
  const kept = await removeKept(tx, keys, identity);
  for (const id of kept.imports) imports.add(id);
  note(removed, { what: 'kept', zh: '退回和待匹配行', en: 'rows kept back by imports', rows: kept.rows });
  await removeWarnings(tx, identity, (counted) => note(removed, counted));
  const visits = await removeFromVisits(tx, keys, identity);
  if (visits.removed + visits.anonymised > 0) tables.wordless.push('visit_answer', 'visit_photo', 'visit_record');
  note(removed, { what: 'visit_answer', zh: '走访答复和照片', en: 'answers and photos of visits', rows: visits.removed });
  note(anonymised, { what: 'visit_record', zh: '走访登记', en: 'records of visits', rows: visits.anonymised });
  note(removed, {
    what: 'person_fact',
    zh: '监测事实',
    en: 'facts',
    rows: await tx.execute(sql`delete from person_fact where subject_key = ${identity.personNo}`),
  });
  note(anonymised, {
    what: 'finding',
    zh: '各月监测结果',
    en: 'findings of past months',
    rows: await tx.execute(sql`
      update finding set subject_key = ${nobody}, community_code = null, building_code = null where subject_key = ${identity.personNo}`),
  });
  await tx.execute(sql`delete from person_restriction where person_no = ${identity.personNo}`);
  await requestEvaluation(tx, [...settlements], null);
  return {
    removed,
    anonymised,
    uploads: await uploadsOf(tx, [...imports]),
    settlements: [...settlements],
    tables,
  };
}

/** Whether rows that go or change hold words that tell of the person: their name, or open text of a personal field. Codes, amounts, days and numbers of the platform name nobody once the person is gone. */
async function holdsWords(tx: Transaction, table: string, place: PersonRegister, identity: Identity, keys: Keys): Promise<boolean> {
  const texts = Object.entries(place.register.fields).filter(([, { kind, target, codes }]) => kind.name === 'text' && !target && !codes);
  if (texts.length === 0) return false;
  const whole = raw(`concat_ws(' ', ${texts.map(([name]) => name).join(', ')})`);
  const named = identity.names.filter((name) => name.length > 1).map((name) => sql`strpos(${whole}, ${name}) > 0`);
  const personal = texts.filter(([, field]) => isPersonal(field)).map(([name]) => sql`${raw(name)} is not null`);
  const about = anyOf([isAbout(place, identity, keys), ...holdsNumber(place, identity, keys, true)]);
  const { found } = await tx.one<{ found: boolean }>(
    sql`select exists (select from ${raw(table)} where ${about} and ${anyOf([...named, ...personal])}) as found`,
  );
  return found;
}

/** What hangs on the person's appeals beside their rows: name, contact, and all that was written while they were handled. That and how they were handled stays. */
async function emptyAppeals(tx: Transaction, { personNo }: Identity): Promise<void> {
  const theirs = sql`appeal_no in (select appeal_no from appeal where person_no = ${personNo} union select appeal_no from appeal_history where person_no = ${personNo})`;
  await tx.execute(sql`update appeal_case set appellant = null, told = null, opinion = null, code_hash = null, code_salt = null where ${theirs}`);
  await tx.execute(sql`update appeal_event set given = null where ${theirs}`);
  await tx.execute(sql`update appeal set contact = null, contact_index = null where person_no = ${personNo}`);
  await tx.execute(sql`update appeal_history set contact = null, contact_index = null where person_no = ${personNo}`);
}

interface Touched {
  readonly import_id: number;
  readonly settlement_code: string | null;
}

async function deleteOwn(tx: Transaction, table: string, { register }: PersonRegister, { personNo }: Identity): Promise<Touched[]> {
  const subject = subjectField(register);
  if (subject === undefined) return [];
  // The evidence of a warning that stays would lead to a row that is gone.
  return tx.query<Touched>(sql`
    with gone as (delete from ${raw(table)} where ${raw(subject)} = ${personNo} returning row_id, import_id, settlement_code),
      pointed as (delete from warning_evidence where register = ${register.name} and row_id in (select row_id from gone))
    select import_id, settlement_code from gone`);
}

/** The rows of others that name the person, with what each of their fields becomes. */
async function anonymise(tx: Transaction, table: string, place: PersonRegister, identity: Identity, keys: Keys, nobody: string): Promise<Touched[]> {
  const { register, role, refs, sealed } = place;
  const subject = subjectField(register);
  const others = refs.filter(({ name }) => name !== subject);
  const where = [...refersTo({ refs: others }, identity), ...holdsNumber(place, identity, keys, true)];
  if (where.length === 0) return [];
  const sets: Sql[] = others.map(({ name, isList }) => {
    const column = raw(name);
    if (isList) return sql`${column} = array_remove(${column}, ${identity.personNo})`;
    const instead = register.key.includes(name) ? sql`${nobody}::text` : sql`null`;
    return sql`${column} = case when ${column} = ${identity.personNo} then ${instead} else ${column} end`;
  });
  if (register.name !== 'person') {
    for (const { name } of sealed) {
      const [own] = holdsNumber({ ...place, sealed: sealed.filter((one) => one.name === name) }, identity, keys, true);
      if (own)
        sets.push(
          sql`${raw(name)} = case when ${own} then null else ${raw(name)} end`,
          sql`${raw(name)}_index = case when ${own} then null else ${raw(name)}_index end`,
        );
    }
    for (const [name, field] of Object.entries(register.fields)) {
      if (field.kind.name !== 'text' || field.target !== undefined || field.codes !== undefined) continue;
      const mark = register.key.includes(name) ? `${erasedMark}-${nobody}` : erasedMark;
      if (role === 'held' && isPersonal(field)) sets.push(sql`${raw(name)} = case when ${raw(name)} is null then null else ${mark} end`);
      else sets.push(sql`${raw(name)} = ${raw(withoutNames(name, identity.names, mark))}`);
    }
  }
  return tx.query<Touched>(sql`update ${raw(table)} set ${join(sets)} where ${anyOf(where)} returning import_id, settlement_code`);
}

/** SQL of a column with every name of the person replaced. */
const withoutNames = (column: string, names: readonly string[], mark: string): string =>
  names.filter((name) => name.length > 1).reduce((inner, name) => `replace(${inner}, ${textLiteral(name)}, ${textLiteral(mark)})`, column);

async function removeKept(tx: Transaction, keys: Keys, identity: Identity): Promise<{ rows: number; imports: number[] }> {
  const kept = await findKeptRows(tx, keys, identity);
  for (const { table, import: importId, sheet, line } of kept) {
    const here = sql`import_id = ${importId} and sheet = ${sheet} and line = ${line}`;
    await tx.execute(sql`delete from ${raw(table)} where ${here}`);
    await tx.execute(sql`delete from import_problem where ${here}`);
  }
  const imports = [...new Set(kept.map((row) => row.import))];
  await tx.execute(sql`
    update import_run set refused = least(refused, (select count(*) from refused_row r where r.import_id = import_run.import_id)),
      aside = least(aside, (select count(*) from aside_row a where a.import_id = import_run.import_id)) where import_id = any(${imports}::bigint[])`);
  for (const name of identity.names.filter((one) => one.length > 1)) {
    for (const table of ['import_run', 'upload'])
      await tx.execute(sql`update ${raw(table)} set file_name = replace(file_name, ${name}, ${erasedMark}) where strpos(file_name, ${name}) > 0`);
  }
  return { rows: kept.length, imports };
}

async function removeWarnings(tx: Transaction, { personNo, names }: Identity, note: (counted: Counted) => void): Promise<void> {
  // What people wrote about the household stays without the person.
  for (const name of names.filter((one) => one.length > 1)) {
    for (const table of ['warning_event', 'work_order_event', 'appeal_event'])
      await tx.execute(
        sql`update ${raw(table)} set given = replace(given::text, ${name}, ${erasedMark})::jsonb where strpos(given::text, ${name}) > 0`,
      );
    await tx.execute(sql`update warning set measures = replace(measures, ${name}, ${erasedMark}) where strpos(measures, ${name}) > 0`);
  }
  const own = sql`warning_id in (select warning_id from warning where subject_kind = 'person' and subject_key = ${personNo})`;
  note({
    what: 'warning_evidence',
    zh: '预警证据',
    en: 'evidence of warnings',
    rows: await tx.execute(sql`delete from warning_evidence where ${own}`),
  });
  for (const table of ['warning_clock', 'work_order_item']) await tx.execute(sql`delete from ${raw(table)} where ${own}`);
  note({ what: 'warning_event', zh: '预警记录', en: 'events of warnings', rows: await tx.execute(sql`delete from warning_event where ${own}`) });
  note({
    what: 'warning',
    zh: '预警',
    en: 'warnings',
    rows: await tx.execute(sql`delete from warning where subject_kind = 'person' and subject_key = ${personNo}`),
  });
  await tx.execute(sql`delete from standing where subject_key = ${personNo}`);
  // An order about the person alone (who lived in no household) has nothing on it any more.
  await tx.execute(
    sql`delete from work_order_event where order_id in (select order_id from work_order where place_kind = 'person' and place_key = ${personNo})`,
  );
  await tx.execute(sql`delete from work_order where place_kind = 'person' and place_key = ${personNo}`);
}

async function uploadsOf(tx: Transaction, imports: readonly number[]): Promise<string[]> {
  const rows = await tx.query<{ sha256: string }>(sql`
    select distinct sha256 from import_run join upload using (sha256) where import_id = any(${imports}::bigint[])`);
  return rows.map(({ sha256 }) => sha256);
}
