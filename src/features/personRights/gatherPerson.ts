/** Gathers everything that is held on one person: register rows with their versions, findings, facts, warnings, evidence, imports, and who read it. */
import { items, registers } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { Looker } from '#features/areas/hiddenAppeal.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw, type Sql } from 'sql-template-tag';
import { type Identity, isAbout, type PersonRegister, personRegisters } from './aboutPerson.ts';
import type { Flat } from './flat.ts';
import { type GatheredVisits, gatherVisits } from './gatherVisits.ts';
import { keptAppeals } from './keptAppeals.ts';
import { findKeptRows } from './keptRows.ts';
import { type OwnField, ownFields } from './ownRow.ts';
import type { RightsHouse } from './rights.ts';

/** Where a version of a row came from. */
export interface Origin {
  readonly import: number;
  readonly file: string | null;
  readonly sheet: number;
  readonly line: number;
  readonly statedBy: string;
  readonly storedAt: string;
}

export interface GatheredRow {
  readonly rowId: number;
  readonly version: 'current' | 'history';
  readonly dataDate: string;
  readonly validTo: string | null;
  readonly fields: readonly OwnField[];
  readonly origin: Origin;
}

/** All that is held on a person. */
export interface Gathered extends GatheredVisits {
  readonly person: { readonly no: string; readonly name: string; readonly households: readonly string[] };
  readonly registers: readonly { readonly register: Register; readonly rows: readonly GatheredRow[] }[];
  readonly facts: readonly Flat[];
  readonly findings: readonly Flat[];
  readonly warnings: readonly Flat[];
  readonly warningEvents: readonly Flat[];
  readonly appealEvents: readonly Flat[];
  readonly evidence: readonly Flat[];
  readonly imports: readonly Flat[];
  readonly keptRows: readonly Flat[];
  readonly requests: readonly Flat[];
  readonly audit: readonly Flat[];
}

/** Reads it all, but what whoever prepares it may not see. */
export async function gatherPerson(
  house: Pick<RightsHouse, 'database' | 'keys' | 'clock' | 'dataFolder'>,
  identity: Identity,
  maker: Looker,
): Promise<Gathered> {
  const { database, keys } = house;
  const { personNo, heads, households } = identity;
  const found: { register: Register; rows: GatheredRow[] }[] = [];
  const ids: { register: string; rows: number[] }[] = [];
  const keptBack = await keptAppeals(database, maker, personNo);
  for (const whole of placesOf(identity, keys)) {
    const place = whole.of.register.name === 'appeal' ? { ...whole, where: sql`(${whole.where} and appeal_no <> all(${keptBack}::text[]))` } : whole;
    const rows = await readVersions(database, keys, place, identity);
    if (rows.length === 0) continue;
    found.push({ register: place.of.register, rows });
    ids.push({ register: place.of.register.name, rows: [...new Set(rows.map(({ rowId }) => rowId))] });
  }
  const subjects = [personNo, ...heads];
  const warnings = await database.query<Flat & { warning_id: number; item_code: string }>(sql`
    select warning_id, warning_no, item_code, subject_kind, subject_key, level, highest_level, state, stage, raised_on, verdict, measures, cleared_at, recovered_on, standard_version, facts, parameters
    from warning where subject_kind in ('person', 'household') and subject_key = any(${subjects}::text[]) order by warning_id`);
  const warningIds = warnings.map(({ warning_id: id }) => id);
  const kept = await findKeptRows(database, keys, identity);
  const requests = await database.query<Flat & { right_id: number }>(sql`
    select right_id, kind, state, asker, ground, stated_by, asked_at, finished_at from person_right where person_no = ${personNo} order by right_id`);
  return {
    person: { no: personNo, name: identity.name, households },
    registers: found,
    facts: await database.query(sql`select * from person_fact where subject_key = ${personNo} order by month`),
    findings: await database.query(sql`
      select month, item_code, subject_key, level from finding where subject_key = any(${subjects}::text[]) order by month, item_code`),
    warnings: warnings.map((warning) => ({ ...warning, item: items.find(({ code }) => code === warning.item_code)?.zh ?? '' })),
    warningEvents: await database.query(sql`
      select warning_id, kind, happened_on, from_level, to_level, from_stage, to_stage, given from warning_event where warning_id = any(${warningIds}::bigint[]) order by event_id`),
    appealEvents: await database.query(sql`
      select appeal_no, verb, from_state, to_state, happened_at, done_by, unit, given from appeal_event
      where appeal_no in (select appeal_no from appeal where person_no = ${personNo}) and appeal_no <> all(${keptBack}::text[]) order by event_id`),
    ...(await gatherVisits(house, identity)),
    evidence: await database.query(sql`
      select warning_id, register, row_id, data_date, import_id, sheet, line from warning_evidence where warning_id = any(${warningIds}::bigint[]) order by 1, 2, 3`),
    imports: await readImports(database, ids),
    keptRows: kept.map(({ table, import: importId, sheet, line }) => ({
      kind: table === 'refused_row' ? '退回' : '待匹配',
      import: importId,
      sheet,
      line,
    })),
    requests,
    audit: await readAudit(
      database,
      [...new Set([...households, ...heads])],
      warningIds,
      [personNo],
      requests.map(({ right_id: id }) => id),
    ),
  };
}

export interface Place {
  readonly of: Pick<PersonRegister, 'register' | 'role' | 'refs'>;
  readonly where: Sql;
}

/** Rows that are about the person or name them, and of a household those of which they are the head. */
function placesOf(identity: Identity, keys: RightsHouse['keys']): Place[] {
  const named = personRegisters.map((of): Place => ({ of, where: isAbout(of, identity, keys) }));
  const known = new Map(named.map((place) => [place.of.register.name, place]));
  for (const register of Object.values(registers)) {
    const [field = ''] = Object.entries(register.fields).find(([, { target, kind }]) => target === 'household' && kind.name === 'ref') ?? [];
    if (field === '' || register.name === 'person' || register.name === 'warning_case' || identity.heads.length === 0) continue;
    const where = sql`${raw(field)} = any(${[...identity.heads]}::text[])`;
    const place = known.get(register.name);
    known.set(
      register.name,
      place ? { of: place.of, where: sql`(${place.where} or ${where})` } : { of: { register, role: 'mention', refs: [] }, where },
    );
  }
  return [...known.values()];
}

export async function readVersions(
  database: Queryable,
  keys: RightsHouse['keys'],
  { of, where }: Place,
  identity: Identity,
  withHistory = true,
): Promise<GatheredRow[]> {
  const { name } = of.register;
  const rows: (Record<string, unknown> & { version: 'current' | 'history' })[] = [];
  const current = [name, 'current', 'null::date'] as const;
  for (const [table, version, validTo] of withHistory ? [current, [`${name}_history`, 'history', 'valid_to'] as const] : [current]) {
    rows.push(
      ...(await database.query<Record<string, unknown> & { version: 'current' | 'history' }>(sql`
        select t.*, ${version}::text as version, ${raw(validTo)} as valid_until, run.file_name as run_file, run.stated_by as run_by
        from (select * from ${raw(table)} where ${where}) t left join import_run run on run.import_id = t.import_id order by t.row_id, t.data_date`)),
    );
  }
  const others = [...new Set(rows.flatMap((row) => of.refs.flatMap(({ name: field }) => row[field] ?? [])))].filter(
    (key) => key !== identity.personNo,
  );
  const names = await database.query<{ person_no: string; name: string }>(sql`
    select person_no, name from person where person_no = any(${others as string[]}::text[])`);
  const nameOf = new Map(names.map((person) => [person.person_no, person.name]));
  const reading = { identity, open: (sealed: Buffer) => keys.openText(sealed), nameOf: (key: string) => nameOf.get(key) };
  return rows.map((row) => ({
    rowId: row.row_id as number,
    version: row.version,
    dataDate: row.data_date as string,
    validTo: (row.valid_until as string | null) ?? null,
    fields: ownFields(of, row, reading),
    origin: {
      import: row.import_id as number,
      file: (row.run_file as string | null) ?? null,
      sheet: row.sheet as number,
      line: row.line as number,
      statedBy: (row.run_by as string | null) ?? '',
      storedAt: row.stored_at as string,
    },
  }));
}

/** Every statement about the rows: those that made a version, and those that said the same again. */
async function readImports(database: Queryable, ids: readonly { register: string; rows: readonly number[] }[]): Promise<Flat[]> {
  const all: Flat[] = [];
  for (const { register, rows } of ids) {
    all.push(
      ...(await database.query<Flat>(sql`
        select ${register}::text as register, run.import_id as import, run.file_name as file, said.sheet, said.line, said.kind, run.data_date, run.stated_by, run.stored_at
        from (
          select import_id, sheet, line, 'version' as kind from ${raw(register)} where row_id = any(${rows}::bigint[])
          union select import_id, sheet, line, 'version' from ${raw(`${register}_history`)} where row_id = any(${rows}::bigint[])
          union select c.import_id, u.sheet, u.line, 'said again' from register_confirmation c
            cross join lateral unnest(c.row_ids, c.sheets, c.lines) as u (row_id, sheet, line)
            where c.register = ${register} and c.row_ids && ${rows}::bigint[] and u.row_id = any(${rows}::bigint[])
        ) said join import_run run using (import_id) order by run.import_id, said.line`)),
    );
  }
  return all;
}

/** Who looked at what is about the person, or did something with it. */
function readAudit(
  database: Queryable,
  households: readonly string[],
  warnings: readonly number[],
  persons: readonly string[],
  requests: readonly number[],
): Promise<Flat[]> {
  return database.query<Flat>(sql`
    select at, name, via, verb, object_kind, object_key, purpose from audit_entry
    where (object_kind = 'household' and object_key = any(${households}::text[])) or (object_kind = 'warning' and object_key = any(${warnings.map(String)}::text[]))
      or (object_kind = 'person' and object_key = any(${persons}::text[])) or (object_kind = 'person-right' and object_key = any(${requests.map(String)}::text[]))
    order by entry_id`);
}
