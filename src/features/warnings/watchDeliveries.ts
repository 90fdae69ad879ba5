/** Watches deliveries: a register later than its limit for a settlement warns the department, and the warning ends when the register comes. */
import { items, registers } from '#catalog/catalog.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** Registers whose silence makes an item unknown; the platform keeps appeals itself, and the dimensions are exempt. */
const exempt: readonly string[] = ['settlement', 'building', 'household', 'person', 'appeal'];
export const watchedRegisters = [...new Set(items.flatMap((item) => item.registers))].filter((name) => !exempt.includes(name));

/** Raises and clears data warnings of some settlements as of a day. */
export async function watchDeliveries(tx: Transaction, order: { day: string; settlements: readonly string[] }): Promise<void> {
  const limits = watchedRegisters.map((name) => registers[name].staleAfterDays);
  const state = sql`
    select watched.register, code as settlement_code, last_delivery,
      coalesce(last_delivery + watched.days, ${order.day}::date) as stale_since,
      last_delivery is null or last_delivery <= ${order.day}::date - watched.days as stale
    from unnest(${watchedRegisters}::text[], ${limits}::integer[]) as watched (register, days)
    cross join unnest(${order.settlements}::text[]) as code
    left join lateral (
      select max(register_feed.data_date) as last_delivery from register_feed
      where register_feed.register = watched.register and register_feed.settlement_code = code and register_feed.data_date <= ${order.day}::date
    ) feed on true`;
  await tx.execute(sql`
    insert into data_warning (register, settlement_code, last_delivery, stale_since)
    select register, settlement_code, last_delivery, stale_since from (${state}) state where stale
    on conflict (register, settlement_code) where cleared_on is null do nothing`);
  await tx.execute(sql`
    update data_warning set cleared_on = ${order.day}::date
    from (${state}) state
    where not state.stale and data_warning.cleared_on is null
      and data_warning.register = state.register and data_warning.settlement_code = state.settlement_code`);
}
