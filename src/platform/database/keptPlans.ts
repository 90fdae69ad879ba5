/** Statements that connections prepare once and then only run: for those asked all the time, whose text is one of few and whose rows are found by keys. */
import { createHash } from 'node:crypto';
import type { Sql } from 'sql-template-tag';

const kept = new WeakSet<Sql>();

/** Marks a statement as one whose plan is kept. Planning a look-up under row policies takes longer than running it. */
export function keepPlan(statement: Sql): Sql {
  kept.add(statement);
  return statement;
}

/** The name under which a connection keeps the plan of a statement, undefined where it keeps none. Row policies are a part of the plan, so that each role has its own. */
export const planName = (statement: Sql, role: string): string | undefined =>
  kept.has(statement) ? createHash('sha256').update(`${role} ${statement.text}`).digest('base64url') : undefined;
