/** How far an appeal is, for the one who appealed and shows number and code: plain steps, the answer, where else to turn, what they may do. Nothing of the house: no names, no notes between units. */
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { elsewhereFor, plainSteps } from '#catalog/lifecycles/appealWays.ts';
import { offersOf } from '#catalog/lifecycles/move.ts';
import { codeWords } from '#derive/codeWords.ts';
import type { Database } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { AppealState } from './appealState.ts';
import type { ReceiptKey, ResidentAppeal } from './publicContract.ts';
import { appealCase } from './findAppeal.ts';
import { problems } from './problems.ts';
import { isCode } from './receiptCode.ts';

/** The number of the appeal that a receipt opens; throws the same `appeals.no-such-receipt`, as late, for an unknown number and for a wrong code. */
export async function openReceipt(database: Database, { no, code }: ReceiptKey): Promise<string> {
  const number = no.normalize('NFKC').trim().toUpperCase();
  const kept = await database.maybe<{ salt: Buffer; hash: Buffer }>(sql`
    select code_salt as salt, code_hash as hash from appeal_case join appeal using (appeal_no) where appeal_no = ${number} and code_hash is not null`);
  if (!(await isCode(code, kept))) throw problems['no-such-receipt']();
  return number;
}

interface Row {
  accepted_at: string;
  taken_at: string;
  content: string;
  nature: string;
  track: string;
  due_at: string | null;
  handler_org: string | null;
  result: string | null;
  answered_with: string | null;
  reply: string | null;
  refusal: string | null;
  told: string | null;
  elsewhere: string | null;
  opinion: string | null;
  satisfaction: string | null;
  extend_to: string | null;
  extension: string | null;
  repeat_of: string | null;
  replied_at: string | null;
}

async function readRow(database: Database, no: string): Promise<Row> {
  return database.one<Row>(sql`
    select accepted_at, taken_at, content, nature, track, due_at, handler_org, appeal.result, appeal_case.result as answered_with, reply, refusal, told, elsewhere, opinion, satisfaction,
      extend_to, extension, repeat_of, replied_at
    from appeal join appeal_case using (appeal_no) where appeal_no = ${no}`);
}

const both = (list: Parameters<typeof codeWords>[0], code: string | null) => (code === null ? null : codeWords(list, code));

/** The appeal of a receipt that was opened. A merged one goes as the one that it was merged into. */
export async function followAppeal(database: Database, no: string, now: Date): Promise<ResidentAppeal> {
  const [own, standing] = [await readRow(database, no), await appealCase(database, no, now)];
  const isMerged = standing.state === 'merged' && own.repeat_of !== null;
  const main = isMerged ? await appealCase(database, own.repeat_of ?? no, now) : standing;
  const told = isMerged ? await readMain(database, own.repeat_of ?? no) : own;
  const isAnswered = told.replied_at !== null;
  return {
    no,
    state: isMerged ? main.state : standing.state,
    takenAt: own.taken_at,
    content: own.content,
    answerBy: ['received', 'accepted', 'handling'].includes(main.state) ? told.due_at : null,
    extendedUntil: told.extension === 'granted' ? told.extend_to : null,
    steps: await stepsOf(database, no, isMerged ? own.repeat_of : null),
    unit: told.handler_org,
    result: both('APPEAL_RESULT', told.result ?? (isAnswered ? told.answered_with : null)),
    reply: isAnswered ? told.reply : null,
    refusal: both('APPEAL_REFUSAL', told.refusal),
    told: told.told,
    elsewhere: elsewhereOf(told),
    opinion: told.opinion,
    satisfaction: both('SATIS', own.satisfaction),
    mergedInto: isMerged,
    may: offersOf(appealLifecycle, standing, 'appellant').map(({ verb, blocked }) => {
      const { zh, en } = appealLifecycle.verbs[verb];
      return { verb, zh, en, blocked: blocked && { zh: blocked.zh, en: blocked.en } };
    }),
  };
}

/** An imported appeal into which others were merged may have no case. */
async function readMain(database: Database, no: string): Promise<Row> {
  await database.execute(sql`
    insert into appeal_case (appeal_no, settlement_code, state, state_since, taken_at)
    select appeal_no, settlement_code, case when closed_at is null then 'accepted' else 'closed' end, coalesce(closed_at, accepted_at), accepted_at from appeal where appeal_no = ${no}
    on conflict (appeal_no) do nothing`);
  return readRow(database, no);
}

function elsewhereOf({ elsewhere, refusal }: Row): ResidentAppeal['elsewhere'] {
  const usual = refusal === null ? undefined : elsewhereFor[refusal];
  if (elsewhere === null) return usual ?? null;
  return { zh: elsewhere, en: usual?.zh === elsewhere ? usual.en : elsewhere };
}

async function stepsOf(database: Database, no: string, main: string | null): Promise<ResidentAppeal['steps']> {
  const events = await database.query<{ verb: string; happened_at: string; to_state: AppealState; unit: string | null; until: string | null }>(sql`
    select verb, happened_at, to_state, given ->> 'unit' as unit, given ->> 'until' as until from appeal_event
    where appeal_no = ${no} or (appeal_no = ${main} and verb <> 'create') order by event_id`);
  return events.flatMap(({ verb, happened_at: at, unit, until }) => {
    const step = plainSteps[verb];
    if (!step) return [];
    const fill = (text: string): string => text.replace('{unit}', unit ?? '').replace('{until}', until ?? '');
    return [{ at, zh: fill(step.zh), en: fill(step.en) }];
  });
}
