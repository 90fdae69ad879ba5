/** Replaces a lost code at the counter: the old one is worth nothing from then on, and the log says how the counter knew who asked. */
import { appendAudit } from '#features/audit/appendAudit.ts';
import sql from 'sql-template-tag';
import { holdAppeal } from './findAppeal.ts';
import type { AppealHouse } from './moveAppeal.ts';
import { makeCode } from './receiptCode.ts';

export async function replaceCode({ database, clock, actor }: AppealHouse, no: string, proof: string): Promise<{ no: string; code: string }> {
  const made = await makeCode();
  await database.transaction(async (tx) => {
    const { settlement } = await holdAppeal(tx, no, clock.now());
    await tx.execute(sql`update appeal_case set code_salt = ${made.salt}, code_hash = ${made.hash} where appeal_no = ${no}`);
    await appendAudit(tx, actor, { verb: 'appeals.replace-code', object: { kind: 'appeal', key: no }, settlement, purpose: proof });
  });
  return { no, code: made.code };
}
