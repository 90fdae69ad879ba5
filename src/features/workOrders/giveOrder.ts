/** What an order says of who is in charge, as columns. */
import sql, { type Sql } from 'sql-template-tag';
import type { Owner } from './findOwners.ts';

/** Columns of `work_order` for a new owner; departments that take part stay. */
export function giveOrder({ account, name, unit, role, area, department }: Owner): Sql {
  return sql`owner_account = ${account}, owner_name = ${name}, owner_unit = ${unit}, owner_role = ${role}, owner_area = ${area},
    departments = array(select distinct unnest(departments || ${department === null ? [] : [department]}::text[]) order by 1)`;
}

/** Columns of an order that nobody has. */
export const nobody = sql`owner_account = null, owner_name = null, owner_unit = null, owner_role = null, owner_area = null`;
