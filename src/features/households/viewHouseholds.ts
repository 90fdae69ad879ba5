/** Shows households: a page of the list, and one household's file with members, registers, findings and timeline. */
import { codeLists, registers } from '#catalog/catalog.ts';
import { looksLikeIdNumber } from '#catalog/kinds/identityNumber.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { restrictedMark } from '#catalog/personRights.ts';
import { identityNumberDomain } from '#derive/indexDomains.ts';
import { maskName, maskNumber } from '#derive/mask.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
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

const label = (list: 'HH_STATUS' | 'KINSHIP' | 'SEX', code: unknown): string =>
  codeLists[list].entries.find((entry) => entry.code === code)?.zh ?? String(code ?? '');

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
    status: label('HH_STATUS', record.status),
    openWarnings: record.open_warnings,
    worst: record.worst,
  };
}

/** A page of households inside the scope; a whole identity number in the search finds the household of that member. */
export async function listHouseholds(database: ScopedDatabase, filter: HouseholdFilter, keys: Keys): Promise<HouseholdPage> {
  const text = filter.q?.normalize('NFKC').trim().toUpperCase();
  const search = !text ? {} : looksLikeIdNumber(text) ? { numberIndexes: keys.blindIndexes(identityNumberDomain, text) } : { text };
  const { total, rows } = await pageOfHouseholds(database, filter, search);
  return { total, rows: rows.map((record) => rowOf(record, record.head_hidden ? restrictedMark.zh : maskName(record.head_name))) };
}

/** The file of one household; throws `households.not-found` outside the scope. */
export async function getHousehold(database: ScopedDatabase, no: string, keys: Keys, today: string): Promise<HouseholdFile> {
  const record = await findHousehold(database, no);
  if (!record) throw householdProblems['not-found']();
  const open = (sealed: Uint8Array): string => keys.openText(Buffer.from(sealed));
  const [{ household, persons }, rows, findings, timeline] = await Promise.all([
    dimensionRows(database, no),
    registerRowsOf(database, no, rowsOfRegister),
    findingsOf(database, no),
    timelineOf(database, no),
  ]);
  const all = [
    { register: registers.household, row: household },
    ...persons.map((row) => ({ register: registers.person, row })),
    ...rows.flatMap(({ register, rows: stored }) => stored.map((row) => ({ register, row }))),
  ];
  const read = await readRows(database, all, 'file', open);
  const fieldsOf = new Map(all.map(({ row }, at) => [row, read[at] ?? []]));
  const nameOf = new Map(persons.map((person) => [person.person_no as string, person.is_hidden ? restrictedMark.zh : (person.name as string)]));
  const isHidden = new Map(persons.map((person) => [person.person_no as string, person.is_hidden === true]));
  return {
    ...rowOf(record, record.head_hidden ? restrictedMark.zh : record.head_name),
    fields: fieldsOf.get(household) ?? [],
    persons: persons.map((person) => ({
      no: person.person_no as string,
      name: nameOf.get(person.person_no as string) ?? '',
      isRestricted: person.is_hidden === true,
      relation: person.is_hidden ? '' : label('KINSHIP', person.relation),
      age: person.is_hidden ? 0 : fullYears(person.birth_date as string | null, today),
      sex: person.is_hidden ? '' : label('SEX', person.sex),
      number: person.id_no && !person.is_hidden ? maskNumber(open(person.id_no as Uint8Array)) : '',
      left: person.end_date !== null && (person.end_date as string) <= today,
      fields: fieldsOf.get(person) ?? [],
    })),
    registers: rows
      .filter((entry) => entry.total > 0)
      .map(({ register, total, rows: stored }) => ({
        name: register.name,
        zh: register.zh,
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
      .filter(({ subject_key: subject }) => !isHidden.get(subject))
      .map((finding) => ({
        item: finding.item_code,
        subject: finding.subject_key,
        person: nameOf.get(finding.subject_key) ?? null,
        level: finding.level,
        warning: finding.warning_id,
      })),
    timeline: timeline.map(lineOf),
  };
}

/** Age in full years on a day; 29 February turns a year older on 1 March. */
function fullYears(birthDate: string | null, day: string): number {
  if (!birthDate) return 0;
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
}

const eventWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  raised: ['产生预警', 'warning raised'],
  'level-changed': ['等级变化', 'level changed'],
  reopened: ['再次达到预警条件', 'at a level again'],
  recovering: ['数据恢复中', 'recovering'],
  recovered: ['数据已恢复', 'recovered'],
  unknown: ['数据不足', 'data insufficient'],
  retracted: ['随导入撤销而收回', 'retracted with its import'],
};

function lineOf(record: TimelineRecord): HouseholdFile['timeline'][number] {
  const [zh, en] =
    record.kind === 'version'
      ? [
          `${registers[record.register as RegisterName].zh}更新${record.count}行`,
          `${record.count} rows of ${registers[record.register as RegisterName].en}`,
        ]
      : (eventWords[record.kind] ?? [record.kind, record.kind]).map((words) => `${record.item_code ?? ''} ${words}`);
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
