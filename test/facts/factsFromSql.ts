/** The facts of a world as the statements of the platform compute them, in the shape of the reference. */
import type { SubjectKind } from '#catalog/items/item.ts';
import type { AsOf } from '#facts/fact.ts';
import { reachOf } from '#facts/reachOf.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import type { Database, Queryable } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import type { World } from '../reference/world.ts';
import { loadWorld } from './loadWorld.ts';

export type FactValue = boolean | number | null;

/** The facts of each subject by its key, with its settlement. */
export type FactsByKey = Map<string, { settlement: string; facts: Record<string, FactValue> }>;

/** How to look: at which moment of the day, and whether silence matters. */
export type Look = Pick<Partial<AsOf>, 'moment' | 'evenSilent'>;

/** Answers facts of the world that is loaded. */
export type Ask = (kind: SubjectKind, day: string, settlements: readonly string[], look?: Look) => Promise<FactsByKey>;

/** Loads a world, lets the work ask for its facts, and leaves the tables as empty as they were. */
export async function withWorld(database: Database, world: World, work: (ask: Ask) => Promise<void>): Promise<void> {
  const done = new Error('done');
  const outcome = database.transaction(async (tx) => {
    await loadWorld(tx, world);
    await work((kind, day, settlements, look) => factsOf(tx, kind, { day, moment: endOf(day), settlements, ...look }));
    throw done;
  });
  await outcome.catch((error: unknown) => {
    if (error !== done) throw error;
  });
}

/** M of a past day: the end of it. */
export function endOf(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return `${next}T00:00:00+08:00`;
}

async function factsOf(database: Queryable, kind: SubjectKind, asOf: Omit<AsOf, 'reach'>): Promise<FactsByKey> {
  const { facts, sql: statement } = subjectFacts[kind];
  const reach = await reachOf(database, asOf.settlements);
  const rows = await database.query<Record<string, FactValue | string>>(sql`${raw(statement({ ...asOf, reach }))}`);
  const entries = rows.map(({ settlement_code, subject_key, ...row }) => {
    const values = facts.map(({ name }) => [name, row[name]]);
    return [String(subject_key), { settlement: String(settlement_code), facts: Object.fromEntries(values) as Record<string, FactValue> }] as const;
  });
  const byKey = new Map(entries);
  if (byKey.size !== rows.length) throw new Error(`a ${kind} comes twice`);
  return byKey;
}

/** Whether two values of a fact are the same; doubles may differ in their last digits. */
export function isSame(a: FactValue | undefined, b: FactValue | undefined): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  return a === b;
}
