/** What an order says of who is in charge, as columns. */
import type { Item } from '#catalog/items/item.ts';
import sql, { type Sql } from 'sql-template-tag';
import { departmentsOf } from './chain.ts';
import type { Owner } from './findOwners.ts';

/** Columns of `work_order` for a new owner; departments that take part stay. */
export function giveOrder({ account, name, unit, role, area, department }: Owner, items: readonly Item[]): Sql {
  const departments = [...departmentsOf(items), ...(department === null ? [] : [department])];
  return sql`owner_account = ${account}, owner_name = ${name}, owner_unit = ${unit}, owner_role = ${role}, owner_area = ${area},
    departments = array(select distinct unnest(departments || ${departments}::text[]) order by 1)`;
}

/** Columns of an order that nobody has. */
export const nobody = sql`owner_account = null, owner_name = null, owner_unit = null, owner_role = null, owner_area = null`;
