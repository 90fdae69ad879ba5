/** Changes and retires keys and tells the audit log who did, when it began and how it ended. */
import type { Actor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { sealedData } from '#features/sealedData.ts';
import type { Machine } from '#platform/machine.ts';
import { retire } from '#platform/rotation/retire.ts';
import { rotate, type RotationOrder, type RotationReport } from '#platform/rotation/rotate.ts';

type House = Pick<Machine, 'database' | 'keys' | 'settings'> & { readonly actor: Actor };

/** Seals everything anew under a new version of the keys. What was begun and broken off stands in the log as begun. */
export async function changeKeys(house: House, order: RotationOrder = {}): Promise<RotationReport> {
  const { database, keys, actor } = house;
  const from = { version: keys.newest().version, suite: keys.newest().suite };
  const tell = (after: Parameters<typeof appendAudit>[2]['after']): Promise<unknown> =>
    appendAudit(database, actor, { verb: 'keys.rotate', object: { kind: 'keys', key: from.version }, before: from, ...(after && { after }) });
  await tell({ state: 'begun', suite: order.suite ?? from.suite });
  const report = await rotate(house, sealedData, order);
  const { version, suite, renewed, uploads, unopened, retired } = report;
  await tell({ state: 'done', version, suite, renewed, uploads, unopened: unopened.length, retired });
  return report;
}

/** Retires the versions that nothing is sealed with any more; answers them. */
export async function retireKeys(house: House, forget = false): Promise<readonly number[]> {
  const retired = await retire(house, sealedData, forget);
  if (retired.length > 0)
    await appendAudit(house.database, house.actor, { verb: 'keys.retire', object: { kind: 'keys' }, after: { retired, forgotten: forget } });
  return retired;
}
