/** What each verb changes on an order beside its state: columns to set, a pause, and clocks that are extended. */
import type { Given } from '#catalog/lifecycles/move.ts';
import { registers } from '#catalog/catalog.ts';
import { readWorkingCalendar } from '#features/standards/readWorkingCalendar.ts';
import { extendClocks } from '#features/warnings/holdClocks.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';
import type { OrderVerb } from './claims.ts';
import type { OrderCase } from './findCases.ts';
import { ownersOf } from './findOwners.ts';
import { giveOrder, nobody } from './giveOrder.ts';
import { problems } from './problems.ts';

interface Effect {
  readonly tx: Queryable;
  readonly order: OrderCase;
  readonly given: Given;
  readonly at: Date;
  readonly day: string;
  readonly account: number;
}

const knownDepartments = new Set(Object.values(registers).flatMap(({ departments }) => departments));

/** Columns to set, and what the record says in place of numbers. */
interface Effected {
  readonly set?: Sql;
  readonly said?: Given;
}

/** The owner of the inputs, where that person holds a post at the place of the order. */
async function givenOwner({ tx, order, given, day }: Effect): Promise<Required<Effected>> {
  const owners = await ownersOf(tx, order, day);
  const owner = owners.find(({ account }) => account === Number(given.owner));
  if (!owner) throw problems['owner-not-here']();
  return { set: giveOrder(owner), said: { owner: `${owner.name}（${owner.unit}）` } };
}

async function warningsOf(tx: Queryable, order: number): Promise<number[]> {
  const rows = await tx.query<{ warning_id: number }>(sql`select warning_id from work_order_item where order_id = ${order} and left_at is null`);
  return rows.map((row) => row.warning_id);
}

export const orderEffects: Readonly<Partial<Record<OrderVerb, (effect: Effect) => Promise<Effected> | Effected>>> = {
  dispatch: givenOwner,
  transfer: givenOwner,
  arbitrate: async (effect) => {
    const { set, said } = await givenOwner(effect);
    return { set: sql`${set}, arbitrated = true`, said };
  },
  sign: ({ at }) => ({ set: sql`signed_at = ${at}::timestamptz` }),
  return: () => ({ set: sql`returns = returns + 1, ${nobody}` }),
  join: ({ given }) => {
    const { department = '' } = given;
    if (!knownDepartments.has(department)) throw problems['department-unknown']({ department });
    return { set: sql`departments = array(select distinct unnest(departments || ${[department]}::text[]) order by 1)` };
  },
  extend: ({ given, account }) => ({ set: sql`extend_to = ${given.until}::date, extend_by = ${account}, extension = 'asked'` }),
  grant: async ({ tx, order }) => {
    if (order.extendTo !== null)
      await extendClocks(tx, await warningsOf(tx, order.id), order.extendTo, await readWorkingCalendar(tx, order.settlement));
    return { set: sql`extension = 'granted'` };
  },
  // Refused for no more than its day being past: nothing was decided about it, so that it may be asked for again.
  refuse: ({ order }) => ({
    set: order.claims.includes('extension-past') ? sql`extension = null, extend_to = null` : sql`extension = 'refused'`,
  }),
  pause: async ({ tx, order, given, at }) => {
    await tx.execute(sql`
      insert into work_order_pause (order_id, from_at, settlement_code, reason) values (${order.id}, ${at}::timestamptz, ${order.settlement}, ${given.reason})`);
    return {};
  },
  resume: async ({ tx, order, at }) => {
    await tx.execute(sql`update work_order_pause set to_at = ${at}::timestamptz where order_id = ${order.id} and to_at is null`);
    return {};
  },
  finish: ({ at, account }) => ({ set: sql`finished_at = ${at}::timestamptz, finished_by = ${account}` }),
  review: ({ given }) => ({ set: sql`satisfaction = ${given.satisfaction ?? null}` }),
};
