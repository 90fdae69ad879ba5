/** Everything that happened to an order and to its warnings, in order of time: what people did, what the platform did by itself, what the data said. */
import { type DataEvent, dataEvents } from '#catalog/lifecycles/dataEvents.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { ListedWarning, OrderDeed } from './contract.ts';
import { deedsOfListed, deedsOfOrder, type ListedDeedRecord } from './queries.ts';
import { showDeeds } from './showMoves.ts';

/** The warnings of an order as the caller sees them, those of which something is withheld, and whether anything at all is. */
export interface SeenList {
  readonly checklist: readonly ListedWarning[];
  readonly withheld: ReadonlySet<number>;
  readonly isWithheld: boolean;
}

/** The history as far as the caller sees the warnings. */
export async function historyOfOrder(scope: ScopedDatabase, order: number, { checklist, withheld, isWithheld }: SeenList): Promise<OrderDeed[]> {
  const itemOf = new Map(checklist.map(({ id, item }) => [id, item]));
  const [ofOrder, ofListed] = await Promise.all([deedsOfOrder(scope, order), deedsOfListed(scope, order, [...itemOf.keys()])]);
  const told = ofListed.flatMap((record) => {
    const about = { warning: record.warning_id, item: itemOf.get(record.warning_id) ?? '', fromLevel: null, toLevel: null };
    if (record.from_state === '') return [saidByData(record, about)];
    return showDeeds(warningLifecycle, [record], withheld.has(about.warning)).map((deed): OrderDeed => ({ ...deed, about }));
  });
  // What came of a warning at the same moment stands after it: given out after it was raised.
  return [...told, ...showDeeds(workOrderLifecycle, ofOrder, isWithheld).map((deed) => ({ ...deed, about: null }))].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
}

const nothing = { zh: '', en: '' };

/** An evaluation that changed a warning; where the level did not change, it is not said. */
function saidByData(
  { verb, happened_at: at, from_level: before, to_level: toLevel }: ListedDeedRecord,
  about: NonNullable<OrderDeed['about']>,
): OrderDeed {
  const fromLevel = verb === 'level-changed' ? before : null;
  return {
    verb,
    name: dataEvents[verb as DataEvent],
    at,
    by: null,
    unit: null,
    from: nothing,
    to: nothing,
    given: [],
    about: { ...about, fromLevel, toLevel },
  };
}
