/** Stores the answers of a visit, row by row, through the same checks as an import; what is refused or meets another answer is kept for a person. */
import type { Register } from '#catalog/registers/register.ts';
import { wayOfCollecting } from '#catalog/visitQuestions.ts';
import { importRowsIn, type JsonRow } from '#features/imports/importRows.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { type AskedCase, fieldOf, isVersionOf, storedText } from './askedRows.ts';
import type { AnswerFate, AnswerOrder } from './contract.ts';
import { problems } from './problems.ts';
import { readAnswer } from './valueWords.ts';
import type { VisitHouse } from './visitHouse.ts';

type FoundProblem = Awaited<ReturnType<typeof importRowsIn>>['problems'][number];

/** The visit to which answers belong. */
export interface AnsweredVisit {
  readonly id: number;
  readonly household: string;
  readonly settlement: string;
  /** Day of the visit. */
  readonly day: string;
  readonly method: string;
}

/** An answer on its way: what became of it, and the value that stood where it meets another. */
interface Fated {
  readonly answer: AnswerOrder;
  readonly asked: AskedCase | undefined;
  readonly state: AnswerFate['state'];
  readonly said?: { readonly zh: string; readonly en: string };
  readonly stood?: string;
  readonly importId?: number;
}

/** Decides and stores all answers; `open` are the rows as they stand, `mayAnswer` says which of their fields the visitor may state. */
export async function storeAnswers(
  tx: Transaction,
  house: VisitHouse,
  visit: AnsweredVisit,
  answers: readonly AnswerOrder[],
  cases: readonly AskedCase[],
  mayAnswer: (asked: AskedCase, field: string) => boolean,
): Promise<AnswerFate[]> {
  const fates: Fated[] = [];
  const ready = new Map<AskedCase, AnswerOrder[]>();
  for (const answer of answers) {
    const asked = cases.find(
      ({ register, key, question }) => register.name === answer.register && key === answer.key && question.fields.includes(answer.field),
    );
    if (!asked || !mayAnswer(asked, answer.field)) fates.push({ answer, asked, state: 'refused', said: problems['not-asked'].data() });
    else if (meetsAnother(house, asked, answer, visit.day)) fates.push(conflictOf(house, asked, answer));
    else ready.set(asked, [...(ready.get(asked) ?? []), answer]);
  }
  for (const [asked, own] of ready) fates.push(...(await storeRow(tx, house, visit, asked, own)));
  return keepFates(tx, house, visit, fates);
}

/** Somebody changed the value since the visitor read it, or stated the row for a later day, and does not say what the visitor answers. */
function meetsAnother({ keys, clock }: VisitHouse, asked: AskedCase, { field, value, base }: AnswerOrder, day: string): boolean {
  // A later statement stands whatever an earlier day is said to have been: the answer would be in the history and nowhere else.
  const isOvertaken = String(asked.row?.data_date ?? '') > day;
  if (!isOvertaken && isVersionOf(keys, asked, field, base)) return false;
  const kind = fieldOf(asked.register, field);
  const meant = readAnswer(kind, value, { day, today: clock.today() });
  const text = Array.isArray(meant) ? meant.join(',') : String(meant ?? '');
  return text !== storedText(keys, kind, asked.row?.[field]);
}

function conflictOf({ keys }: VisitHouse, asked: AskedCase, answer: AnswerOrder): Fated {
  const field = fieldOf(asked.register, answer.field);
  const { zh } = problems.conflict.data({ field: field.zh });
  const { en } = problems.conflict.data({ field: field.en });
  return { answer, asked, state: 'conflict', said: { zh, en }, stood: storedText(keys, field, asked.row?.[answer.field]) };
}

/** The row of an import that some answers make, with what the visit states by itself. */
export function rowOf(
  { question, register, key }: AskedCase,
  values: Readonly<Record<string, AnswerOrder['value']>>,
  day: string,
  method: string,
): JsonRow {
  const states = Object.entries(question.states).map(([name, what]) => [name, what === 'day' ? day : wayOfCollecting[method]] as const);
  return { [register.key[0] ?? '']: key, ...values, ...Object.fromEntries(states.filter(([, value]) => value !== undefined)) } as JsonRow;
}

/** Imports the answers of one row, or takes it all back and says why. */
async function storeRow(
  tx: Transaction,
  house: VisitHouse,
  visit: AnsweredVisit,
  asked: AskedCase,
  answers: readonly AnswerOrder[],
): Promise<Fated[]> {
  const values = Object.fromEntries(answers.map(({ field, value }) => [field, value]));
  const outcome = await importOne(tx, house, asked.register, rowOf(asked, values, visit.day, visit.method), {
    dataDate: visit.day,
    calledAs: `走访${visit.id}`,
    settlement: visit.settlement,
  });
  if (typeof outcome === 'number') return answers.map((answer) => ({ answer, asked, state: 'stored', importId: outcome }));
  return answers.map((answer) => ({ answer, asked, state: 'refused', said: sayRefused(asked.register, answer.field, outcome) }));
}

/** Stores one row in a transaction that goes on whatever comes of it; answers the number of the import, or why it was refused. */
export async function importOne(
  tx: Transaction,
  house: VisitHouse,
  register: Register,
  row: JsonRow,
  { dataDate, calledAs, settlement }: { readonly dataDate: string; readonly calledAs: string; readonly settlement: string },
): Promise<number | readonly FoundProblem[]> {
  await tx.raw('savepoint one_row');
  const report = await importRowsIn(tx, house, register.name, [row], { dataDate, calledAs, statedBy: house.actor.name, reach: () => [settlement] });
  if (report.refused + report.aside === 0 && report.import !== null) {
    await tx.raw('release savepoint one_row');
    return report.import;
  }
  await tx.raw('rollback to savepoint one_row; release savepoint one_row');
  return report.problems.filter(({ effect }) => effect !== 'marked');
}

function sayRefused(register: Register, field: string, found: readonly FoundProblem[]): { zh: string; en: string } {
  const [own = found.find((problem) => problem.field === null)] = found.filter((problem) => problem.field === field);
  if (own) return { zh: own.zh, en: own.en };
  const [other] = found;
  const label = other?.field ? register.fields[other.field] : undefined;
  const why = { zh: `${label?.zh ?? ''}：${other?.zh ?? ''}`, en: `${label?.en ?? ''}: ${other?.en ?? ''}` };
  return { zh: problems['beside-refused'].data({ field: why.zh }).zh, en: problems['beside-refused'].data({ field: why.en }).en };
}

async function keepFates(tx: Transaction, { keys }: VisitHouse, visit: AnsweredVisit, fates: readonly Fated[]): Promise<AnswerFate[]> {
  const kept: AnswerFate[] = [];
  for (const { answer, asked, state, said: sentence, stood, importId } of fates) {
    const said = sentence && (asked && fieldOf(asked.register, answer.field).kind.sealed ? withoutValue(sentence) : sentence);
    const { id } = await tx.one<{ id: number }>(sql`
      insert into visit_answer (visit_id, settlement_code, household_no, person_no, register, row_key, field, answered_on, state, given, stood, said_zh, said_en, import_id)
      values (${visit.id}, ${visit.settlement}, ${visit.household}, ${asked?.member?.no ?? null}, ${answer.register}, ${answer.key}, ${answer.field}, ${visit.day}::date,
        ${state}, ${keys.sealText(JSON.stringify(answer.value))}, ${stood === undefined ? null : keys.sealText(stood)}, ${said?.zh ?? null}, ${said?.en ?? null}, ${importId ?? null})
      returning answer_id as id`);
    kept.push({ id, register: answer.register, key: answer.key, field: answer.field, state, zh: said?.zh ?? '', en: said?.en ?? '' });
  }
  return kept;
}

/** A sentence about a number of a person, without the number. */
const withoutValue = ({ zh, en }: { readonly zh: string; readonly en: string }): { zh: string; en: string } => ({
  zh: zh.replace(/“[^”]*”/g, '“***”'),
  en: en.replace(/“[^”]*”/g, '“***”'),
});
