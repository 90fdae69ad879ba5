/** Shows warnings: a page of the list, and one warning with its facts, thresholds and the rows behind it. */
import { items, registers } from '#catalog/catalog.ts';
import type { Item } from '#catalog/items/item.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { neutralItem } from '#catalog/items/neutralItem.ts';
import { type SeenSubject, whyUnnamed, withheldFinding } from '#derive/decideShown.ts';
import { codeWords } from '#derive/codeWords.ts';
import { maskName } from '#derive/mask.ts';
import { unnamedWords } from '#derive/withheldWords.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import { heldTo, type ScopedDatabase } from '#features/areas/scope.ts';
import { healthItems, namedItem, neutralWords } from '#features/people/neutralWords.ts';
import { lookAt, type Look } from '#features/people/lookAt.ts';
import type { Sight, Subject } from '#features/people/sight.ts';
import { readRows } from '#features/registers/readRows.ts';
import sql, { raw } from 'sql-template-tag';
import type { WarningFile, WarningFilter, WarningPage, WarningRow } from './contract.ts';
import { decidingFirst } from './decidingFields.ts';
import { appliesSentence, clearingSentence, ruleSentence, whySentence } from './explain.ts';
import { warningProblems } from './problems.ts';
import {
  eventsOfWarning,
  evidenceOfWarning,
  findWarning,
  pageOfWarnings,
  warningsByNumber,
  type EvidenceRecord,
  type WarningRecord,
} from './queries.ts';

type Open = (sealed: Uint8Array) => string;

function itemOf(code: string): Item {
  const item = items.find((candidate) => candidate.code === code);
  if (!item) throw new Error(`a warning names item ${code}, which the standard does not have`);
  return item;
}

/** Name of the subject for lists: a masked person or head of household, or the name of the object. */
function subjectName(record: WarningRecord, subject: SeenSubject): string {
  const unnamed = ['person', 'household'].includes(record.subject_kind) ? whyUnnamed(subject) : null;
  if (unnamed !== null) return unnamedWords[unnamed].zh;
  if (record.subject_kind === 'person') return record.person_name ? maskName(record.person_name) : record.subject_key;
  if (record.subject_kind === 'household') return record.head_name ? `${maskName(record.head_name)}户` : record.subject_key;
  if (record.subject_kind === 'settlement') return record.settlement_name ?? record.subject_key;
  return record.object_name ?? record.subject_key;
}

/** The person or household that a warning is about. */
const subjectOf = (record: WarningRecord): Subject => ({
  person: record.subject_kind === 'person' ? record.subject_key : null,
  household: record.household_no,
});

/** Whom what is told of a warning names: the subject, and the head of its household. */
const subjectsOf = (record: WarningRecord): Subject[] => [subjectOf(record), { person: null, household: record.household_no }];

/** What a caller hears of a warning: of one that is withheld only whose household it is, its level and its state. */
function rowOf(record: WarningRecord, look: Look): WarningRow {
  const item = itemOf(record.item_code);
  const kept = { departments: [item.department] };
  const subject = look.of(subjectOf(record), kept);
  const withheld = withheldFinding(item, subject);
  const whole = wholeRow(record, subject);
  if (withheld === null) return whole;
  if (withheld !== 'health') return { ...whole, why: neutralWords[withheld], withheld };
  const unnamed = whyUnnamed(look.of({ person: null, household: record.household_no }, kept));
  return {
    ...whole,
    no: record.warning_no.replaceAll(item.code, neutralItem.code),
    item: neutralItem.code,
    subjectKind: 'household',
    subjectKey: record.household_no ?? '',
    subjectName: record.head_name && unnamed === null ? `${maskName(record.head_name)}户` : (record.household_no ?? ''),
    why: neutralWords.health,
    withheld,
  };
}

function wholeRow(record: WarningRecord, subject: SeenSubject): WarningRow {
  return {
    id: record.warning_id,
    no: record.warning_no,
    item: record.item_code,
    subjectKind: record.subject_kind,
    subjectKey: record.subject_key,
    subjectName: subjectName(record, subject),
    settlement: record.settlement_name ?? record.settlement_code,
    community: record.community_name,
    building: record.building_no,
    household: record.household_no,
    level: record.level,
    state: record.state,
    stage: record.stage,
    source: record.source,
    silencedUntil: record.silenced_until,
    raisedOn: record.raised_on,
    levelSince: record.level_since,
    recoveringSince: record.recovering_since,
    silentUntil: record.silent_until,
    heldBackBy: record.held_back_by.map((code) => namedItem(code, subject.seesHealth)),
    why: whyOf(record),
    withheld: null,
  };
}

/** Why it stands: the item's sentence, or by which way people found it. */
function whyOf({ source, item_code: code, level, facts, parameters }: WarningRecord): { zh: string; en: string } {
  if (source === '1' || Object.keys(facts).length > 0) return whySentence(itemOf(code), level, facts, parameters);
  const way = codeWords('CLUE', source);
  return { zh: `${way.zh}发现，登记后核查。`, en: `Found by people (${way.en}), to be checked.` };
}

/** A page of warnings inside the scope. Who asks for an item about health is answered as far as health data may be seen. */
export async function listWarnings(scope: ScopedDatabase, filter: WarningFilter, sight: Sight): Promise<WarningPage> {
  const database =
    filter.item !== undefined && healthItems.includes(filter.item) ? heldTo(scope, sight.health, [itemOf(filter.item).department]) : scope;
  const { rows, byLevel } = await pageOfWarnings(database, filter, sight);
  const look = await lookAt(database, sight, rows.flatMap(subjectsOf));
  const total = filter.level ? (byLevel[filter.level] ?? 0) : Object.values(byLevel).reduce((sum, count) => sum + count, 0);
  return { total, rows: rows.map((row) => rowOf(row, look)), byLevel };
}

/** Warnings by number as the caller may see them, the gravest first; those outside the scope are left out. */
export async function warningRows(database: ScopedDatabase, ids: readonly number[], sight: Sight): Promise<WarningRow[]> {
  const records = await warningsByNumber(database, ids, sight);
  const look = await lookAt(database, sight, records.flatMap(subjectsOf));
  return records.map((record) => rowOf(record, look));
}

/** A warning number ends with the number under which the warning is kept. */
const digitsKept = 14;

/** One warning with everything that explains it, asked for by the number in the database or by the warning number as the caller reads it; throws `warnings.not-found` outside the scope. */
export async function getWarning(database: ScopedDatabase, asked: number | string, sight: Sight, open: Open): Promise<WarningFile> {
  const id = typeof asked === 'number' ? asked : Number(asked.slice(-digitsKept));
  const record = await findWarning(database, id, sight);
  if (!record) throw warningProblems['not-found']();
  const item = itemOf(record.item_code);
  const [events, evidence, look] = await Promise.all([
    eventsOfWarning(database, id),
    evidenceOfWarning(database, id),
    lookAt(database, sight, subjectsOf(record)),
  ]);
  const row = rowOf(record, look);
  if (typeof asked === 'string' && row.no !== asked) throw warningProblems['not-found']();
  const happened = events.map((event) => ({
    kind: event.kind,
    on: event.happened_on,
    at: event.happened_at,
    from: event.from_level,
    to: event.to_level,
  }));
  if (row.withheld !== null) return { ...row, ...untold, standardVersion: record.standard_version, events: happened };
  return {
    ...row,
    standardVersion: record.standard_version,
    applies: appliesSentence(item, record.parameters),
    rule: ruleSentence(item, record.level, record.parameters),
    clears: clearingSentence(item),
    facts: subjectFacts[item.subject].facts
      .filter((fact) => fact.name in record.facts)
      .map((fact) => ({ name: fact.name, zh: fact.zh, en: fact.en, unit: fact.unit, means: fact.means, value: record.facts[fact.name] ?? null })),
    parameters: Object.entries(item.params).map(([name, parameter]) => ({
      name,
      zh: parameter.zh,
      en: parameter.en,
      unit: parameter.unit,
      value: record.parameters[name] ?? parameter.default,
    })),
    basis: [...item.basis],
    department: item.department,
    events: happened,
    evidence: await Promise.all(evidence.map((record) => showEvidence(database, item, record, sight, open))),
  };
}

const nothingSaid = { zh: '', en: '' };

/** The parts of a warning that is withheld. */
const untold = { applies: null, rule: nothingSaid, clears: nothingSaid, facts: [], parameters: [], basis: [], department: '', evidence: [] };

interface ImportRecord {
  file_name: string | null;
  sheet_name: string | null;
  brought_by: string;
  stored_at: string;
  undone_at: string | null;
}

async function showEvidence(
  database: ScopedDatabase,
  item: Item,
  row: EvidenceRecord,
  sight: Sight,
  open: Open,
): Promise<WarningFile['evidence'][number]> {
  const register = registers[row.register as RegisterName];
  const version = sql`row_id = ${row.row_id} and data_date = ${row.data_date}::date and import_id = ${row.import_id}`;
  const [stored] = await database.query<Record<string, unknown>>(sql`select * from ${raw(row.register)} where ${version}`);
  const [earlier] = stored
    ? []
    : await database.query<Record<string, unknown>>(sql`
    select * from ${raw(`${row.register}_history`)} where ${version} order by version_id desc limit 1`);
  const source = await database.maybe<ImportRecord>(sql`
    select file_name, stated_by as brought_by, stored_at, undone_at,
      (select header ->> 'name' from jsonb_array_elements(headers) as header where (header ->> 'sheet')::integer = ${row.sheet} limit 1) as sheet_name
    from import_run where import_id = ${row.import_id}`);
  const shown = stored ?? earlier;
  return {
    register: row.register,
    registerName: { zh: register.zh, en: register.en },
    rowId: row.row_id,
    dataDate: row.data_date,
    importId: row.import_id,
    file: source?.file_name ?? '',
    sheet: source?.sheet_name ?? '',
    line: row.line,
    broughtBy: source?.brought_by ?? '',
    broughtAt: source?.stored_at ?? '',
    undoneAt: source?.undone_at ?? null,
    fields: shown
      ? decidingFirst(item, register, (await readRows(database, [{ register, row: shown }], { showing: 'file', sight, open }))[0] ?? [])
      : [],
  };
}
