/** Shows the answers that wait for a person, or were settled: what was answered, what stood then, and what stands now, side by side. */
import { codeLists, registers } from '#catalog/catalog.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { decideShown, whyUnnamed } from '#derive/decideShown.ts';
import { maskName } from '#derive/mask.ts';
import { withheldWords } from '#derive/withheldWords.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { RowValue } from '#features/imports/importRows.ts';
import { type Look, lookAt } from '#features/people/lookAt.ts';
import { keepersOf, type Sight } from '#features/people/sight.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import sql, { raw, type Sql } from 'sql-template-tag';
import { fieldOf, type StoredRow, storedText, versionOf } from './askedRows.ts';
import type { AnswerFilter, AnswerPage, AnswerRow } from './answerContract.ts';
import { answerWords, type Both, wordsOf } from './valueWords.ts';

interface AnswerRecord {
  readonly answer_id: number;
  readonly visit_id: number;
  readonly household_no: string;
  readonly person_no: string | null;
  readonly person_name: string | null;
  readonly register: RegisterName;
  readonly row_key: string;
  readonly field: string;
  readonly state: AnswerRow['state'] | 'stored';
  readonly given: Buffer;
  readonly stood: Buffer | null;
  readonly said_zh: string | null;
  readonly said_en: string | null;
  readonly answered_on: string;
  readonly settled_by: string | null;
  readonly settled_at: string | null;
  readonly visited_by: string;
  readonly account: number;
  readonly total: number;
}

const states: Readonly<Record<AnswerFilter['state'], readonly string[]>> = {
  open: ['conflict', 'refused'],
  conflict: ['conflict'],
  refused: ['refused'],
  settled: ['taken', 'kept', 'mended'],
};

/** A page of answers inside the scope, the newest first. */
export async function listAnswers(
  scope: ScopedDatabase,
  sight: Sight,
  keys: Keys,
  account: number,
  { state, page, size }: AnswerFilter,
): Promise<AnswerPage> {
  const where = sql`answer.state = any(${states[state]}::text[]) and ${scope.within('answer.settlement_code')}`;
  const found = await scope.query<AnswerRecord>(sql`
    select answer.*, visit.visited_by, visit.account, person.name as person_name, (count(*) over ())::integer as total
    from visit_answer answer join visit_record visit using (visit_id) left join person on person.person_no = answer.person_no
    where ${where} order by answer.answer_id desc limit ${size} offset ${(page - 1) * size}`);
  const known = found.filter(({ register }) => register in registers);
  const [look, standing] = await Promise.all([
    lookAt(
      scope,
      sight,
      known.map((one) => ({ person: one.person_no, household: one.household_no })),
    ),
    standingRows(scope, known),
  ]);
  return {
    total: found[0]?.total ?? 0,
    rows: known.map((record) => showAnswer(record, look, standing.get(`${record.register} ${record.row_key}`), keys, account, sight.day)),
  };
}

/** The rows of the registers as they stand now, by register and key. */
async function standingRows(scope: ScopedDatabase, records: readonly AnswerRecord[]): Promise<ReadonlyMap<string, StoredRow>> {
  const rows = new Map<string, StoredRow>();
  for (const name of new Set(records.map(({ register }) => register))) {
    const key = registers[name].key[0] ?? '';
    const wanted = records.filter(({ register }) => register === name).map(({ row_key }) => row_key);
    const of: Sql = sql`select * from ${raw(name)} where ${raw(key)} = any(${wanted}::text[]) and ${scope.within('settlement_code')}`;
    for (const row of await scope.query<StoredRow>(of)) rows.set(`${name} ${String(row[key])}`, row);
  }
  return rows;
}

function showAnswer(record: AnswerRecord, look: Look, row: StoredRow | undefined, keys: Keys, account: number, today: string): AnswerRow {
  const register: Register = registers[record.register];
  const field = fieldOf(register, record.field) as Field | undefined;
  const subject = look.of({ person: record.person_no, household: record.household_no }, keepersOf(register));
  const isWithheld = field === undefined || decideShown(register, record.field, 'file', subject).shown === 'withheld';
  const shown = (words: (of: Field) => Both): Both => (isWithheld ? withheldWords : words(field));
  const open = (sealed: Buffer): string => keys.openText(sealed);
  return {
    id: record.answer_id,
    visit: record.visit_id,
    household: record.household_no,
    person: record.person_name === null || whyUnnamed(subject) !== null ? null : maskName(record.person_name),
    register: { zh: register.zh, en: register.en },
    field: { zh: field?.zh ?? record.field, en: field?.en ?? record.field },
    control: field?.kind.control ?? 'text',
    choices: isWithheld ? [] : choicesOf(field),
    state: record.state === 'stored' ? 'taken' : record.state,
    given: shown((of) => answerWords(of, JSON.parse(open(record.given)) as RowValue, { day: record.answered_on, today })),
    stood: record.stood === null ? null : shown((of) => wordsOf(of, typed(of, open(record.stood as Buffer)))),
    now: shown((of) => wordsOf(of, typed(of, storedText(keys, of, row?.[record.field])))),
    version: isWithheld ? '' : versionOf(keys, { register, key: record.row_key, row }, record.field),
    said: record.said_zh === null || isWithheld ? null : { zh: record.said_zh, en: record.said_en ?? '' },
    by: record.visited_by,
    answeredOn: record.answered_on,
    settledBy: record.settled_by,
    settledAt: record.settled_at,
    isOwn: record.account === account,
  };
}

/** A stored text as the kind of its field holds it, as far as words need it. */
function typed({ kind }: Field, text: string): unknown {
  if (text === '') return undefined;
  if (kind.name === 'bool') return text === 'true';
  return kind.name === 'codes' ? text.split(',') : text;
}

/** Longer lists are written, not chosen from. */
const mostChoices = 60;

/** What may be chosen for a field; empty where it is written. */
export function choicesOf(field: Field): { code: string; zh: string; en: string }[] {
  if (field.kind.control === 'yesNo')
    return [
      { code: '1', zh: '是', en: 'yes' },
      { code: '0', zh: '否', en: 'no' },
    ];
  const entries = field.codes ? codeLists[field.codes].entries : [];
  return entries.length > mostChoices ? [] : entries.map(({ code, zh, en }) => ({ code, zh, en }));
}
