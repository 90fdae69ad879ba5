/** Refuses an evaluation of settlements that the registers do not know. */
import { defineProblems } from '#platform/problems/problem.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

const problems = defineProblems('evaluation', {
  'unknown-settlement': { kind: 'invalid', zh: '安置点台账中没有:{codes}。', en: 'The register of settlements does not have: {codes}.' },
});

/** Throws `evaluation.unknown-settlement` naming the codes that no settlement has. */
export async function checkSettlements(database: Queryable, codes: readonly string[]): Promise<void> {
  const unknown = await database.query<{ code: string }>(sql`
    select code from unnest(${codes}::text[]) as code where not exists (select 1 from settlement where settlement_code = code)`);
  if (unknown.length > 0) throw problems['unknown-settlement']({ codes: unknown.map((row) => row.code).join('、') });
}
