/** Shows households: a page of the list, and one household's file with members, registers, findings and timeline. */
import { codeLists, items, registers } from '#catalog/catalog.ts';
import { dataEvents } from '#catalog/lifecycles/dataEvents.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { looksLikeIdNumber } from '#catalog/kinds/identityNumber.ts';
import { neutralItem } from '#catalog/items/neutralItem.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { identityNumberDomain } from '#derive/indexDomains.ts';
import { whyUnnamed } from '#derive/decideShown.ts';
import { fullYears } from '#derive/fullYears.ts';
import { maskName } from '#derive/mask.ts';
import type { ReadableField } from '#derive/readableField.ts';
import { unnamedWords } from '#derive/withheldWords.ts';
import { heldTo, type ScopedDatabase } from '#features/areas/scope.ts';
import { healthItems, namedItem } from '#features/people/neutralWords.ts';
import { lookAt, type Look } from '#features/people/lookAt.ts';
import { keepersOf, type Sight } from '#features/people/sight.ts';
import { readRows } from '#features/registers/readRows.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { HouseholdFile, HouseholdFilter, HouseholdPage } from './contract.ts';
import { householdProblems } from './problems.ts';
import {
  dimensionRows,
  findHousehold,
  findingsOf,
  pageOfHouseholds,
  registerRowsOf,
  timelineOf,
  type HouseholdRecord,
  type TimelineRecord,
} from './queries.ts';

const rowsOfRegister = 40;

function statusOf(code: string | null): Pick<HouseholdPage['rows'][number], 'status' | 'statusEn'> {
  const entry = codeLists.HH_STATUS.entries.find((one) => one.code === code);
  return { status: entry?.zh ?? code ?? '', statusEn: entry?.en ?? code ?? '' };
}

function rowOf(record: HouseholdRecord, head: string): HouseholdPage['rows'][number] {
  return {
    no: record.household_no,
    head,
    settlement: record.settlement_name,
    community: record.community_name,
    building: record.building_no,
    unit: record.unit_no,
    room: record.room_no,
    members: record.members,
    ...statusOf(record.status),
    openWarnings: record.open_warnings,
    worst: record.worst,
  };
}

/** A page of households inside the scope; a whole identity number in the search finds the household of that member. */
export async function listHouseholds(scope: ScopedDatabase, filter: HouseholdFilter, keys: Keys, sight: Sight): Promise<HouseholdPage> {
  const database = filter.item !== undefined && healthItems.includes(filter.item) ? heldTo(scope, sight.health, departmentsOf(filter.item)) : scope;
  const text = filter.q?.normalize('NFKC').trim().toUpperCase();
  const search = !text ? {} : looksLikeIdNumber(text) ? { numberIndexes: keys.blindIndexes(identityNumberDomain, text) } : { text };
  const { total, rows } = await pageOfHouseholds(database, filter, search, sight);
  const look = await lookAt(
    database,
    sight,
    rows.map((record) => ({ person: null, household: record.household_no })),
  );
  return { total, rows: rows.map((record) => rowOf(record, headOf(look, record, maskName))) };
}

const departmentsOf = (item: string): string[] => items.flatMap(({ code, department }) => (code === item ? [department] : []));

/** The head's name as it is written there, unless the caller may not hear it. */
function headOf(look: Look, record: HouseholdRecord, write: (name: string) => string): string {
  const unnamed = whyUnnamed(look.of({ person: null, household: record.household_no }, keepersOf(registers.household)));
  return unnamed === null ? write(record.head_name) : unnamedWords[unnamed].zh;
}

/** The file of one household; throws `households.not-found` outside the scope. */
export async function getHousehold(database: ScopedDatabase, no: string, keys: Keys, sight: Sight): Promise<HouseholdFile> {
  const record = await findHousehold(database, no, sight);
  if (!record) throw householdProblems['not-found']();
  const open = (sealed: Uint8Array): string => keys.openText(Buffer.from(sealed));
  const [{ household, persons }, rows, findings, timeline] = await Promise.all([
    dimensionRows(database, no),
    registerRowsOf(database, no, rowsOfRegister),
    findingsOf(database, no, sight),
    timelineOf(database, no, sight),
  ]);
  const all = [
    { register: registers.household, row: household },
    ...persons.map((row) => ({ register: registers.person, row })),
    ...rows.flatMap(({ register, rows: stored }) => stored.map((row) => ({ register, row }))),
  ];
  const read = await readRows(database, all, { showing: 'file', sight, open });
  const fieldsOf = new Map(all.map(({ row }, at) => [row, read[at] ?? []]));
  const look = await lookAt(database, sight, [
    { person: null, household: no },
    ...persons.map((person) => ({ person: person.person_no as string, household: no })),
  ]);
  const unnamed = new Map(persons.map(({ person_no: person }) => [person as string, look.whyUnnamed(person as string, keepersOf(registers.person))]));
  const isRestricted = (person: string): boolean => unnamed.get(person) === 'restricted';
  const nameOf = new Map(
    persons.map((person) => {
      const why = unnamed.get(person.person_no as string) ?? null;
      return [person.person_no as string, why === null ? said(fieldsOf.get(person), 'name') : unnamedWords[why].zh];
    }),
  );
  /** Whose finding about health it is remains untold: it is the household's. */
  const findingOf = (item: string, subject: string): Pick<HouseholdFile['findings'][number], 'item' | 'subject' | 'person'> => {
    const named = namedItem(item, seesHealth(item));
    return named === neutralItem.code ? { item: named, subject: no, person: null } : { item, subject, person: nameOf.get(subject) ?? null };
  };
  const seesHealth = (item: string): boolean => look.of({ person: null, household: no }, { departments: departmentsOf(item) }).seesHealth;
  return {
    ...rowOf(
      record,
      headOf(look, record, (name) => name),
    ),
    fields: fieldsOf.get(household) ?? [],
    persons: persons.map((person) => ({
      no: person.person_no as string,
      name: nameOf.get(person.person_no as string) ?? '',
      isRestricted: isRestricted(person.person_no as string),
      relation: said(fieldsOf.get(person), 'relation'),
      age: isSaid(fieldsOf.get(person), 'birth_date') ? fullYears(person.birth_date as string, sight.day) : null,
      sex: said(fieldsOf.get(person), 'sex'),
      number: said(fieldsOf.get(person), 'id_no'),
      left: person.end_date !== null && (person.end_date as string) <= sight.day,
      isWithheld: unnamed.get(person.person_no as string) === 'minor',
      fields: fieldsOf.get(person) ?? [],
    })),
    registers: rows
      .filter((entry) => entry.total > 0)
      .map(({ register, total, rows: stored }) => ({
        name: register.name,
        zh: register.zh,
        en: register.en,
        total,
        rows: stored.map((row) => ({
          rowId: row.row_id as number,
          dataDate: row.data_date as string,
          missingSince: (row.missing_since as string | null | undefined) ?? null,
          person: nameOf.get(row.person_no as string) ?? null,
          fields: fieldsOf.get(row) ?? [],
          source: {
            importId: row.import_id as number,
            file: (row.file_name as string | null) ?? '',
            sheet: row.sheet as number,
            line: row.line as number,
          },
        })),
      })),
    findings: findings
      .filter(({ subject_key: subject }) => !isRestricted(subject))
      .map((finding) => ({
        ...findingOf(finding.item_code, finding.subject_key),
        level: finding.level,
        warning: finding.warning_id,
        isOver: finding.is_over,
      }))
      .filter(isFirst),
    timeline: timeline.map((line) => lineOf(line, line.item_code === null || seesHealth(line.item_code))),
  };
}

/** Findings in neutral words may read alike: one of them is enough. */
const isFirst = (finding: HouseholdFile['findings'][number], at: number, all: HouseholdFile['findings']): boolean =>
  finding.item !== neutralItem.code || all.findIndex((one) => JSON.stringify(one) === JSON.stringify(finding)) === at;

/** A field as it is read; empty where it is not filled. */
const said = (fields: readonly ReadableField[] | undefined, name: string): string => fields?.find((field) => field.name === name)?.value ?? '';

const isSaid = (fields: readonly ReadableField[] | undefined, name: string): boolean =>
  fields?.some((field) => field.name === name && field.state !== 'withheld') === true;

/** What happened to a warning: what the data said, or what people did with it. */
function wordsOfEvent(kind: string): readonly [zh: string, en: string] {
  const { zh, en } = ({ ...warningLifecycle.verbs, ...dataEvents } as Readonly<Record<string, { zh: string; en: string }>>)[kind] ?? {
    zh: kind,
    en: kind,
  };
  return [zh, en];
}

function lineOf(record: TimelineRecord, seesHealth: boolean): HouseholdFile['timeline'][number] {
  const [zh, en] =
    record.kind === 'version'
      ? [
          `${registers[record.register as RegisterName].zh}更新${record.count}行`,
          `${record.count} ${record.count === 1 ? 'row' : 'rows'} of ${registers[record.register as RegisterName].en}`,
        ]
      : wordsOfEvent(record.kind).map((words, at) => {
          const named = namedItem(record.item_code ?? '', seesHealth);
          return `${named === neutralItem.code ? [neutralItem.zh, neutralItem.en][at] : named} ${words}`;
        });
  return {
    on: record.on,
    kind: record.kind,
    register: record.register,
    zh: zh ?? '',
    en: en ?? '',
    importId: record.import_id,
    warning: record.warning_id,
  };
}
