/** Shows work orders: a page of the list, and one order with its checklist, clocks, buttons and history. */
import { items } from '#catalog/catalog.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import type { RoleCode } from '#catalog/roles.ts';
import { codeWords } from '#derive/codeWords.ts';
import { type SeenSubject, whyUnnamed } from '#derive/decideShown.ts';
import { maskName } from '#derive/mask.ts';
import { unnamedWords } from '#derive/withheldWords.ts';
import { holdersOf, sealedPhoneOf } from '#features/accounts/holders.ts';
import type { Caller } from '#features/accounts/caller.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { lookAt } from '#features/people/lookAt.ts';
import type { Sight } from '#features/people/sight.ts';
import { warningRows } from '#features/warnings/viewWarnings.ts';
import type { Database } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { ListedWarning, OrderFile, OrderFilter, OrderPage, OrderRow } from './contract.ts';
import { orderCase, warningCase } from './findCases.ts';
import { historyOfOrder, type SeenList } from './historyOfOrder.ts';
import { moverAt } from './mayAt.ts';
import { problems } from './problems.ts';
import { clocksOf, findOrder, itemsOfOrder, type OrderRecord, pageOfOrders } from './queries.ts';
import { showClocks, showOffers } from './showMoves.ts';

/** Whoever looks: the scoped handle, what of health and minors they may see, who they are, and now. */
export interface Looking {
  readonly scope: ScopedDatabase;
  readonly sight: Sight;
  readonly caller: Caller;
  readonly now: Date;
}

/** The household or object of an order as lists show it. */
function subjectName(record: OrderRecord, seen: SeenSubject): string {
  if (record.place_kind !== 'household')
    return record.place_kind === 'settlement' ? (record.settlement_name ?? record.place_key) : (record.object_name ?? record.place_key);
  const unnamed = whyUnnamed(seen);
  if (unnamed !== null) return unnamedWords[unnamed].zh;
  return record.head_name ? `${maskName(record.head_name)}户` : record.place_key;
}

const keepers = { departments: [], isDimension: true } as const;
const subjectOf = (record: OrderRecord) => ({ person: null, household: record.household_no });

function rowOf(record: OrderRecord, seen: SeenSubject): OrderRow {
  return {
    id: record.order_id,
    no: record.order_no,
    state: record.state,
    level: record.level,
    subject: subjectName(record, seen),
    subjectKind: record.place_kind,
    household: record.household_no,
    settlement: record.settlement_name ?? record.settlement_code,
    community: record.community_name,
    building: record.building_no,
    owner: record.owner_name,
    unit: record.owner_unit,
    departments: record.departments,
    warnings: record.open_warnings,
    openedAt: record.opened_at,
    dueAt: record.due_at,
    closedAt: record.closed_at,
    returns: record.returns,
    marks: record.marks,
  };
}

/** A page of orders inside the scope. `mine` means what the caller is in charge of, or the absent person for whom the caller acts. */
export async function listOrders({ scope, sight, caller, now }: Looking, filter: OrderFilter): Promise<OrderPage> {
  const { rows, byState } = await pageOfOrders(scope, filter, caller.actsFor?.account ?? caller.account, now);
  const look = await lookAt(scope, sight, rows.map(subjectOf));
  const counted = Object.entries(byState).filter(
    ([state]) => filter.state === 'all' || state === filter.state || (filter.state === 'open' && state !== 'closed'),
  );
  return {
    total: counted.reduce((sum, [, count]) => sum + count, 0),
    rows: rows.map((row) => rowOf(row, look.of(subjectOf(row), keepers))),
    byState,
    asOf: now.toISOString(),
  };
}

type Open = (sealed: Uint8Array) => string;

/** One order with everything on it; throws `work-orders.not-found` outside the scope. */
export async function viewOrder(looking: Looking, database: Database, id: number, open: Open): Promise<OrderFile> {
  const { scope, sight, caller, now } = looking;
  const record = await findOrder(scope, id, now);
  if (!record) throw problems['not-found']();
  const look = await lookAt(scope, sight, [subjectOf(record)]);
  const order = await orderCase(database, id, sight.day, false);
  const mover = moverAt(caller, order);
  const reopened =
    record.reopens === null
      ? undefined
      : await database.maybe<{ no: string }>(sql`select order_no as no from work_order where order_id = ${record.reopens}`);
  const list = await checklistOf(looking, database, id);
  return {
    ...rowOf(record, look.of(subjectOf(record), keepers)),
    ...(await ownerOf(database, record, sight.day, open)),
    asOf: now.toISOString(),
    signedAt: record.signed_at,
    finishedAt: record.finished_at,
    satisfaction: record.satisfaction === null ? null : codeWords('SATIS', record.satisfaction),
    extension: record.extend_to !== null && record.extension !== null ? { until: record.extend_to, state: record.extension } : null,
    pausedSince: record.paused_since,
    reopens: record.reopens !== null && reopened ? { id: record.reopens, no: reopened.no } : null,
    checklist: [...list.checklist],
    deeds: await historyOfOrder(scope, id, list),
    offers: showOffers(workOrderLifecycle, order, mover),
  };
}

/** The phone of who is in charge, to be called by one tap, and who stands in for them today. */
async function ownerOf(
  database: Database,
  { owner_account: account, owner_role: role, owner_area: area }: OrderRecord,
  day: string,
  open: Open,
): Promise<{ deputy: string | null; phone: string | null }> {
  if (account === null || role === null || area === null) return { deputy: null, phone: null };
  const sealed = await sealedPhoneOf(database, account);
  const holders = await holdersOf(database, [role as RoleCode], [area], day);
  return { deputy: holders.find((holder) => holder.account === account)?.deputy ?? null, phone: sealed === null ? null : open(sealed) };
}

/** The warnings of an order as the caller may see them. */
async function checklistOf({ scope, sight, caller, now }: Looking, database: Database, id: number): Promise<SeenList> {
  const listed = await itemsOfOrder(scope, id);
  const ids = listed.map((row) => row.warning_id);
  const [rows, clocks] = await Promise.all([warningRows(scope, ids, sight), clocksOf(scope, ids)]);
  const left = new Set(listed.filter((row) => row.left_at !== null).map((row) => row.warning_id));
  const checklist: ListedWarning[] = [];
  for (const row of rows) {
    const standing = await warningCase(database, row.id, sight.day, false);
    const departments = items.filter(({ code }) => code === standing.item).map(({ department }) => department);
    const mover = moverAt(caller, { areas: standing.areas, departments });
    checklist.push({
      id: row.id,
      item: row.item,
      subjectName: row.subjectName,
      subjectKind: row.subjectKind,
      level: row.level,
      state: row.state,
      stage: row.stage,
      why: row.why,
      heldBackBy: row.heldBackBy,
      isSilenced: standing.claims.includes('silenced'),
      isGone: left.has(row.id) || !['raised', 'signed', 'checked', 'handled', 'fed-back', 'reviewed'].includes(row.stage),
      clocks: showClocks(
        clocks.filter((clock) => clock.warning_id === row.id),
        now,
      ),
      // What left with a closed order and is on no other is still worked on from here: taken up again, cleared.
      offers: left.has(row.id) && standing.order !== null ? [] : showOffers(warningLifecycle, standing, mover),
    });
  }
  const withheld = new Set(rows.filter((row) => row.withheld !== null).map((row) => row.id));
  return { checklist, withheld, isWithheld: rows.length < ids.length || withheld.size > 0 };
}
