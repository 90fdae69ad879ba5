/** The daily backup with its proof, told to the audit log: that it was begun, and what the drill found. */
import type { Actor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { headOfChain } from '#features/audit/heads.ts';
import { basename } from 'node:path';
import { type BackupOutcome, backUp } from '#platform/dump/backUp.ts';
import type { Machine } from '#platform/machine.ts';
import { AnjuProblem } from '#platform/problems/problem.ts';
import type { BackupPlace } from '#platform/settings/settings.ts';
import { sealedData } from '../sealedData.ts';
import { proofOver, type Seen } from './proveBackup.ts';

/** Writes the backup of today and proves it; a drill that failed is told before it is thrown. */
export async function backUpAndProve(machine: Machine, version: string, place: BackupPlace, actor: Actor): Promise<BackupOutcome<Seen>> {
  const { database } = machine;
  await appendAudit(database, actor, { verb: 'backups.create', object: { kind: 'backup', key: place.folder } });
  try {
    const outcome = await backUp(machine, version, place, {
      notes: async (tx) => ({ auditHead: (await headOfChain(tx)) ?? null }),
      prove: proofOver(sealedData.columns),
    });
    const { rows, keys, seen } = outcome;
    const after = {
      state: 'proven',
      rows,
      keys: place.keysFolder === undefined ? null : basename(keys),
      opened: seen?.opened,
      figures: seen?.figures,
    };
    await appendAudit(database, actor, { verb: 'backups.drill', object: { kind: 'backup', key: basename(outcome.file) }, after });
    return outcome;
  } catch (error) {
    const reason = error instanceof AnjuProblem ? error.code : 'broken';
    await appendAudit(database, actor, { verb: 'backups.drill', object: { kind: 'backup', key: place.folder }, after: { state: 'failed', reason } });
    throw error;
  }
}
