/** The record of requests: begun with who asks and why, finished with what became of it, listed. */
import type { Asker, ErasureGround, RightKind, RightState } from '#catalog/personRights.ts';
import { askers } from '#catalog/personRights.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { Actor } from '#features/audit/actor.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database, Queryable } from '#platform/database/database.ts';
import sql, { empty } from 'sql-template-tag';
import type { RightRow } from './contract.ts';
import { problems } from './problems.ts';

/** What the rights of persons work with. */
export interface RightsHouse {
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly dataFolder: string;
  readonly actor: Actor;
}

/** Who asks, and why. */
export interface Request {
  readonly asker: Asker;
  readonly purpose: string;
  readonly proof?: string | undefined;
}

/** A request about one person. */
export interface RightOrder extends Request {
  readonly personNo: string;
}

/** Begins the record; throws where a proof is missing. Purpose and proof are sealed: people write names into them. */
export async function beginRight(
  tx: Queryable,
  { keys, clock, actor }: Pick<RightsHouse, 'keys' | 'clock' | 'actor'>,
  { personNo, asker, purpose, proof = '' }: RightOrder,
  {
    kind,
    state = 'open',
    settlement,
    ground = null,
  }: { kind: RightKind; state?: RightState; settlement: string | null; ground?: ErasureGround | null },
): Promise<number> {
  if (askers[asker].needsProof && proof.trim() === '') throw problems['proof-needed']();
  const { right_id: id } = await tx.one<{ right_id: number }>(sql`
    insert into person_right (kind, state, person_no, settlement_code, asker, ground, note, stated_by, stated_account, asked_at)
    values (${kind}, ${state}, ${personNo}, ${settlement}, ${asker}, ${ground}, ${keys.sealText(JSON.stringify({ purpose, proof }))},
      ${actor.name}, ${actor.account}, ${clock.now()}) returning right_id`);
  return id;
}

/** What became of a request. */
export interface Finish {
  readonly state: RightState;
  readonly outcome?: Readonly<Record<string, unknown>>;
  readonly importId?: number | null;
}

export async function finishRight(
  tx: Queryable,
  { clock, actor }: Pick<RightsHouse, 'clock' | 'actor'>,
  id: number,
  { state, outcome, importId = null }: Finish,
): Promise<void> {
  await tx.execute(sql`
    update person_right set state = ${state}, finished_by = ${actor.name}, finished_at = ${clock.now()}, import_id = coalesce(${importId}::bigint, import_id),
      outcome = coalesce(${outcome === undefined ? null : JSON.stringify(outcome)}::jsonb, outcome) where right_id = ${id}`);
}

/** The requests that the caller sees, the newest first; of one person where one is named. */
export async function listRights(
  database: ScopedDatabase,
  { person, page, size }: { person?: string | undefined; page: number; size: number },
): Promise<{ total: number; rows: RightRow[] }> {
  const where = sql`${database.within('settlement_code')} ${person === undefined ? empty : sql`and person_no = ${person}`}`;
  const { total } = await database.one<{ total: number }>(sql`select count(*)::integer as total from person_right where ${where}`);
  const rows = await database.query<RightRow>(sql`
    select right_id as id, kind, state, person_no as person, person_right.settlement_code as settlement, settlement_name as "settlementName", asker, ground,
      stated_by as "statedBy", asked_at as "askedAt", finished_by as "finishedBy", finished_at as "finishedAt", person_right.import_id as "importId", outcome
    from person_right left join settlement using (settlement_code) where ${where} order by right_id desc limit ${size} offset ${(page - 1) * size}`);
  return { total, rows };
}
