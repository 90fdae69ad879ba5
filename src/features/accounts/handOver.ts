/** A post changes hands: a deputy for an absence, the end of a leaver's grants, a successor who takes everything over from a day on. */
import sql from 'sql-template-tag';
import { isRole, type RoleCode } from '#catalog/roles.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { Looker } from '#features/areas/hiddenAppeal.ts';
import type { PostShown } from './contract.ts';
import { type Giver, type HeldGrant, mayGiveAll, passGrant } from './grants.ts';
import type { PostHolder, WorkSource } from './openWork.ts';
import { partiesOf } from './partiesOf.ts';
import { problems } from './problems.ts';
import { reachOf } from './reach.ts';
import { closeSessions } from './sessions.ts';

/** What handing over works with. */
export interface HandoverHouse {
  readonly giver: Giver;
  /** Who looks at the open work: of an appeal that is hidden from them nothing is listed. */
  readonly looker: Looker;
  readonly sources: readonly WorkSource[];
  readonly now: Date;
  readonly today: string;
  /** Who does it, as the record names them. */
  readonly statedBy: string;
}

/** The number of the account of a user name. */
export async function accountNamed(tx: Queryable, login: string): Promise<number> {
  const row = await tx.maybe<{ account_id: number }>(
    sql`select account_id from account where login = ${login.toLowerCase()} and disabled_at is null`,
  );
  if (!row) throw problems['not-found']();
  return row.account_id;
}

/** The own grants of an account that hold on a day or later, held so that nobody changes them meanwhile. */
async function postOf(tx: Queryable, account: number, from: string): Promise<HeldGrant[]> {
  const rows = await tx.query<{ id: number; role: string; area: string; department: string | null; from: string; to: string | null }>(sql`
    select grant_id as id, role, area_code as area, department, valid_from as "from", valid_to as "to" from account_grant
    where account_id = ${account} and revoked_at is null and stands_for is null and (valid_to is null or valid_to > ${from}::date) order by grant_id for update`);
  return rows.filter((row): row is typeof row & { role: RoleCode } => isRole(row.role));
}

async function checkedPost(tx: Queryable, giver: Giver, account: number, from: string): Promise<HeldGrant[]> {
  const grants = await postOf(tx, account, from);
  if (grants.length === 0) throw problems['no-post']();
  if (!(await mayGiveAll(tx, giver, grants))) throw problems['post-beyond']();
  return grants;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string | null): string => (b === null || a < b ? a : b);

/** Names a deputy: every grant of the absent person is given to them for the absence, as long as that person holds it; answers how many. */
export async function nameDeputy(
  tx: Queryable,
  { giver, today }: HandoverHouse,
  { absent, deputy, from, to }: { absent: number; deputy: number; from: string; to: string },
): Promise<number> {
  if (absent === deputy) throw problems['same-account']();
  if (to <= from || to <= today) throw problems['deputy-dates']();
  const grants = (await checkedPost(tx, giver, absent, from)).filter((grant) => grant.from < to);
  if (grants.length === 0) throw problems['no-post']();
  for (const grant of grants) await passGrant(tx, giver, deputy, { ...grant, from: later(from, grant.from), to: earlier(to, grant.to) }, grant.id);
  return grants.length;
}

/** Ends everything of a leaver on a day: grants, deputies that stand for them, tokens, sessions, the account; answers the number of grants. */
export async function leavePost(tx: Queryable, { giver, now, today }: HandoverHouse, account: number, on: string): Promise<number> {
  const own = await postOf(tx, account, on);
  if (!(await mayGiveAll(tx, giver, own))) throw problems['post-beyond']();
  // Who holds nothing is nobody's to send away but the machine's.
  if (own.length === 0 && giver !== 'machine') throw problems['no-post']();
  const ended = await endGrants(tx, account, on, giver);
  await tx.execute(sql`update account set leaves_on = ${on}::date where account_id = ${account}`);
  await tx.execute(sql`
    update access_token set expires_at = least(expires_at, ${on}::date::timestamp at time zone 'Asia/Shanghai') where account_id = ${account} and revoked_at is null`);
  if (on <= today) await closeSessions(tx, account, now);
  return ended;
}

/** Also the grants that the account holds for somebody absent. */
async function endGrants(tx: Queryable, account: number, on: string, giver: Giver, onlyOwn = false): Promise<number> {
  const which = sql`account_id = ${account} and revoked_at is null and (valid_to is null or valid_to > ${on}::date) and (not ${onlyOwn} or stands_for is null)`;
  const by = giver === 'machine' ? null : giver.account;
  const unbegun = await tx.execute(sql`update account_grant set revoked_at = now(), revoked_by = ${by} where ${which} and valid_from >= ${on}::date`);
  return unbegun + (await tx.execute(sql`update account_grant set valid_to = ${on}::date where ${which}`));
}

/** Hands a post over: every grant goes to the successor from the day on, with the open work; answers the number of grants. */
export async function handOver(
  tx: Queryable,
  house: HandoverHouse,
  { account, successor, on }: { account: number; successor: number; on: string },
): Promise<number> {
  const { giver, now, today, statedBy } = house;
  if (account === successor) throw problems['same-account']();
  const grants = await checkedPost(tx, giver, account, on);
  const work = await openWorkOf(tx, house, account, on);
  const held = await postOf(tx, successor, on);
  const has = (grant: HeldGrant): boolean =>
    held.some(
      (own) =>
        own.role === grant.role &&
        own.area === grant.area &&
        own.department === grant.department &&
        own.from <= later(on, grant.from) &&
        (own.to === null || own.to === grant.to),
    );
  await endGrants(tx, account, on, giver, true);
  for (const grant of grants.filter((one) => !has(one))) await passGrant(tx, giver, successor, { ...grant, from: later(on, grant.from) }, null);
  await tx.execute(sql`
    insert into handover (account_id, successor_id, on_day, open_work, stated_by, stated_at)
    values (${account}, ${successor}, ${on}::date, ${JSON.stringify(work)}::jsonb, ${statedBy}, ${now})`);
  await moveOpenWork(tx, house.sources, today, now);
  return grants.length;
}

/** Moves the open work of all posts whose day has come; runs with every handover and every night. */
export async function moveOpenWork(tx: Queryable, sources: readonly WorkSource[], today: string, now: Date): Promise<void> {
  const due = await tx.query<{ handover_id: number; account_id: number; successor_id: number }>(sql`
    select handover_id, account_id, successor_id from handover where done_at is null and on_day <= ${today}::date order by handover_id for update`);
  for (const { handover_id: id, account_id: from, successor_id: to } of due) {
    for (const source of sources) await source.handOver?.(tx, from, to);
    await tx.execute(sql`update handover set done_at = ${now} where handover_id = ${id}`);
  }
}

/** The open work of a post, kind by kind. */
async function openWorkOf(
  database: Queryable,
  { sources, looker }: Pick<HandoverHouse, 'sources' | 'looker'>,
  account: number,
  day: string,
): Promise<PostShown['work']> {
  const { login, name } = await database.one<{ login: string; name: string }>(sql`select login, name from account where account_id = ${account}`);
  const grants = await postOf(database, account, day);
  const reach = await reachOf(database, grants);
  const settlements = [...reach.settlements, ...reach.places.map(({ settlement }) => settlement)];
  const parties = partiesOf({ account, grants }, reach);
  const holder: PostHolder = { account, login, name, grants, settlements, parties };
  const work: PostShown['work'] = [];
  for (const { kind, zh, en, list } of sources) {
    const lines = await list(database, holder, looker);
    work.push({ kind, zh, en, count: lines.length, lines: lines.slice(0, 50).map((line) => ({ ...line })) });
  }
  return work;
}

/** A post as who may pass it on sees it: open work, deputies, handovers. */
export async function viewPost(tx: Queryable, house: HandoverHouse, account: number): Promise<PostShown> {
  const { giver, today } = house;
  if (!(await mayGiveAll(tx, giver, await postOf(tx, account, today)))) throw problems['not-found']();
  return {
    ...(await tx.one<{ name: string; login: string }>(sql`select name, login from account where account_id = ${account}`)),
    work: await openWorkOf(tx, house, account, today),
    deputies: await tx.query(sql`
      select account.name, account.login, min(stand_in.valid_from)::date as "from", max(stand_in.valid_to)::date as "to"
      from account_grant stand_in join account_grant original on original.grant_id = stand_in.stands_for join account on account.account_id = stand_in.account_id
      where original.account_id = ${account} and stand_in.revoked_at is null and (stand_in.valid_to is null or stand_in.valid_to > ${today}::date)
      group by account.name, account.login order by 3`),
    handovers: await tx.query(sql`
      select successor.name as successor, on_day as "on", stated_by as "statedBy", done_at as "doneAt"
      from handover join account successor on successor.account_id = successor_id where handover.account_id = ${account} order by handover_id desc`),
  };
}
