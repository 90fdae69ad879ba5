/** What each verb changes beside the state: columns of the case and of the register, parties, and clocks that count anew. */
import { type appealLimits, extendLimit, isPetition, returnLimit } from '#catalog/appealLimits.ts';
import type { Given } from '#catalog/lifecycles/move.ts';
import { elsewhereFor } from '#catalog/lifecycles/appealWays.ts';
import { dayInChina } from '#derive/clocks/chinaTime.ts';
import { dueMoment } from '#derive/clocks/dueMoment.ts';
import { codeWords } from '#derive/codeWords.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { join, type Sql } from 'sql-template-tag';
import { type Clocked, countAnew, extendAnswer } from './appealClocks.ts';
import { openStates, type AppealVerb } from './appealState.ts';
import { type AppealCase, mainNumber } from './findAppeal.ts';
import { problems } from './problems.ts';
import { findUnit, type Unit } from './units.ts';

export interface Effect {
  readonly tx: Queryable;
  readonly appeal: AppealCase;
  readonly clocked: Clocked;
  readonly given: Given;
  readonly at: Date;
  readonly day: string;
  readonly account: number | null;
  readonly by: string;
}

/** Columns of the case and of the register, what the record says in place of codes, and the way that the appeal goes on. */
export interface Effected {
  readonly set?: Sql;
  readonly row?: Sql;
  readonly said?: Given;
  /** For clocks that start in this move: other rules may hold now. */
  readonly clocked?: Clocked;
}

const over = (limit: keyof typeof appealLimits, { clocked, at }: Pick<Effect, 'clocked' | 'at'>): Date =>
  dueMoment(at, clocked.limits[limit], clocked.calendar) ?? at;

/** The unit of the inputs, which has to do with the place and is not the one complained about. */
async function givenUnit({ tx, appeal, given }: Effect): Promise<Unit> {
  const unit = await findUnit(tx, appeal.settlement, given.unit ?? '');
  if (!unit) throw problems['unit-not-here']();
  if (appeal.parties.some(({ part, party }) => part === 'against' && party === unit.code)) throw problems['unit-is-accused']();
  return unit;
}

async function addParty(tx: Queryable, { no, settlement }: AppealCase, part: 'against' | 'handles' | 'joins', party: string): Promise<void> {
  await tx.execute(sql`
    insert into appeal_party (appeal_no, part, party, settlement_code) values (${no}, ${part}, ${party}, ${settlement}) on conflict do nothing`);
}

async function giveTo(effect: Effect): Promise<Required<Pick<Effected, 'set' | 'row' | 'said'>>> {
  const { tx, appeal } = effect;
  const unit = await givenUnit(effect);
  await tx.execute(sql`delete from appeal_party where appeal_no = ${appeal.no} and part = 'handles'`);
  await addParty(tx, appeal, 'handles', unit.code);
  return {
    set: sql`unit = ${unit.code}, return_until = ${over(returnLimit(appeal.kind), effect)}::timestamptz`,
    row: sql`handler_org = ${unit.zh}`,
    said: { unit: unit.zh },
  };
}

const noteReturn = (text: string): Sql => sql`returns = right(concat_ws('；', returns, ${text}::text), 2000)`;
const closed = (result: string, at: Date): Sql => sql`result = ${result}, closed_at = ${at}::timestamptz`;
const openAgain = sql`result = null, closed_at = null, visited_at = null, satisfaction = null`;
const reviewStage = (code: string): Sql => sql`review_stage = ${code}`;

/** The answer counts anew and the register names its new end. */
async function answerAnew({ tx, clocked, at }: Effect): Promise<Sql> {
  return sql`due_at = ${await countAnew(tx, 'answer', clocked, at)}::timestamptz`;
}

export const appealEffects: Readonly<Partial<Record<AppealVerb, (effect: Effect) => Promise<Effected> | Effected>>> = {
  accept: async (effect) => {
    const { appeal, given, tx, at } = effect;
    const kind = { ...appeal.kind, track: given.track || appeal.kind.track, urgency: given.urgency || appeal.kind.urgency };
    const clocked = { ...effect.clocked, kind };
    // A petition is answered within so many days of its acceptance, all else of its coming.
    const from = isPetition(kind) ? at : appeal.acceptedAt;
    const due = await countAnew(tx, 'answer', clocked, from);
    const sets = [
      sql`track = ${kind.track}, urgency = ${kind.urgency}, due_at = ${due}::timestamptz, accepted_at = ${from}::timestamptz`,
      ...(given.category ? [sql`category = ${given.category}`] : []),
    ];
    return { row: join(sets), clocked };
  },
  refuse: ({ given, at, account, clocked }) => ({
    set: sql`refused_by = ${account}, refusal = ${given.reason}, told = ${given.note}, elsewhere = ${given.elsewhere || (elsewhereFor[given.reason ?? '']?.zh ?? null)},
      closing_until = ${over('after-closing', { clocked, at })}::timestamptz`,
    row: closed('4', at),
  }),
  reconsider: async (effect) => ({
    set: sql`refusal = null, told = null, elsewhere = null, closing_until = null`,
    row: sql`${openAgain}, ${await answerAnew(effect)}`,
  }),
  shield: async ({ tx, appeal, given }) => {
    const unit = await findUnit(tx, appeal.settlement, given.party ?? '');
    if (!unit) throw problems['unit-not-here']();
    if (appeal.parties.some(({ part, party }) => part !== 'against' && party === unit.code)) throw problems['unit-is-accused']();
    await addParty(tx, appeal, 'against', unit.code);
    return { said: { party: unit.zh } };
  },
  dispatch: giveTo,
  transfer: giveTo,
  join: async (effect) => {
    const unit = await givenUnit(effect);
    await addParty(effect.tx, effect.appeal, 'joins', unit.code);
    return { said: { unit: unit.zh } };
  },
  return: async ({ tx, appeal, given, day, by }) => {
    await tx.execute(sql`delete from appeal_party where appeal_no = ${appeal.no} and part = 'handles'`);
    const { zh } = codeWords('RETURN_REASON', given.reason ?? '');
    return { set: sql`unit = null, returns = returns + 1`, row: sql`handler_org = null, ${noteReturn(`${day} ${by} 退回：${zh}`)}` };
  },
  extend: ({ appeal, clocked, given, at, account }) => {
    const name = extendLimit(appeal.kind);
    const latest = dueMoment(appeal.dueAt ?? at, clocked.limits[name], clocked.calendar) ?? at;
    if ((given.until ?? '') > dayInChina(latest)) throw problems['extension-too-long']({ latest: dayInChina(latest), limit: clocked.limits[name] });
    return { set: sql`extend_to = ${given.until}::date, extend_by = ${account}, extension = 'asked'` };
  },
  grant: async ({ tx, appeal, clocked, day }) => {
    if (appeal.extendTo === null) return {};
    const due = await extendAnswer(tx, appeal.no, appeal.extendTo, clocked.calendar);
    return {
      set: sql`extension = 'granted'`,
      row: sql`due_at = greatest(due_at, ${due}::timestamptz), ${noteReturn(`${day} 同意延期至${appeal.extendTo}`)}`,
      said: { until: appeal.extendTo },
    };
  },
  deny: () => ({ set: sql`extension = 'denied'` }),
  reply: ({ given, at, account, clocked }) => ({
    set: sql`replied_at = ${at}::timestamptz, replied_by = ${account}, result = ${given.result}, elsewhere = ${given.elsewhere || null}, asked_on = null,
      review_until = ${over('ask-review', { clocked, at })}::timestamptz`,
    row: sql`reply = ${given.reply}`,
  }),
  'follow-up': ({ given }) => ({
    set: sql`asked_on = ${given.on}::date`,
    row: sql`visited_at = greatest(${`${given.on}T00:00:00+08:00`}::timestamptz, accepted_at), satisfaction = ${given.satisfaction}`,
  }),
  judge: ({ given, day, at }) => ({
    set: sql`asked_on = ${day}::date`,
    row: sql`visited_at = ${at}::timestamptz, satisfaction = ${given.satisfaction}`,
  }),
  'send-back': async (effect) => ({ row: await answerAnew(effect) }),
  close: ({ appeal, at, clocked }) => ({
    set: sql`closing_until = ${over('after-closing', { clocked, at })}::timestamptz`,
    row: closed(appeal.result ?? '1', at),
  }),
  're-open': async (effect) => ({
    set: sql`reopened = reopened + 1, extension = null, extend_to = null, asked_on = null, closing_until = null`,
    row: sql`result = null, closed_at = null, ${await answerAnew(effect)}`,
  }),
  'ask-review': ({ appeal, at, clocked }) => ({
    set: sql`closing_until = ${over('after-closing', { clocked, at })}::timestamptz`,
    row: sql`${reviewStage('1')}, result = coalesce(result, ${appeal.result ?? '1'}), closed_at = coalesce(closed_at, ${at}::timestamptz)`,
  }),
  review: async (effect) => {
    const { given, account, clocked, at } = effect;
    const set = sql`reviewed_by = ${account}, opinion = ${given.opinion}, review_until = ${over('ask-review', { clocked, at })}::timestamptz`;
    if (given.outcome !== '3') return { set, row: reviewStage('2') };
    return {
      set: sql`${set}, extension = null, extend_to = null, asked_on = null`,
      row: sql`${reviewStage('2')}, ${openAgain}, ${await answerAnew(effect)}`,
    };
  },
  'ask-re-review': () => ({ row: reviewStage('3') }),
  're-review': ({ given }) => ({ set: sql`opinion = ${given.opinion}`, row: reviewStage('4') }),
  withdraw: ({ at }) => ({ row: closed('6', at) }),
  merge: async ({ tx, appeal, given, at }) => {
    const into = mainNumber(given.into ?? '');
    const main = await tx.maybe(sql`
      select 1 from appeal left join appeal_case using (appeal_no)
      where appeal_no = ${into} and appeal_no <> ${appeal.no} and appeal.settlement_code = ${appeal.settlement} and closed_at is null
        and coalesce(appeal_case.state = any(${openStates}::text[]), true) for update of appeal`);
    if (!main) throw problems['merge-target']({ into });
    return { row: sql`repeat_of = ${into}, ${closed('5', at)}`, said: { into } };
  },
};
