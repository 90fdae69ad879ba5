/** Tells who is in charge of a warning, and their unit, that it is supervised; of one that nobody has, those who would dispatch it. */
import { type NoticeOrder, notify, type Receivers } from '#features/notices/notify.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { WarningCase } from './findCases.ts';

/** `by` supervised it. In the silent period only those hear of it who see it. */
export async function tellSupervised(
  tx: Queryable,
  warning: WarningCase,
  { by, day }: { readonly by: readonly number[]; readonly day: string },
): Promise<void> {
  const about = (to: Receivers, place = warning.areas.at(-1) ?? warning.settlement): NoticeOrder => ({
    kind: 'warnings.supervised',
    words: { warning: warning.no, id: warning.id },
    to,
    places: [place],
    settlement: warning.settlement,
    object: { kind: 'warning', key: warning.no },
  });
  const inCharge = warning.order === null ? undefined : await findInCharge(tx, warning.order);
  if (inCharge === undefined) {
    const { silent } = await tx.one<{ silent: boolean }>(sql`
      select coalesce(silent_until >= ${day}::date, false) as silent from warning where warning_id = ${warning.id}`);
    await notify(tx, about({ holders: { permission: silent ? 'warnings.silent' : 'work-orders.dispatch', except: by } }));
    return;
  }
  const { owner, area, department } = inCharge;
  const unit = { knows: [owner, ...by], ...(department !== null && { departments: [department] }) };
  await notify(tx, about({ accounts: [owner], andDeputies: true, except: by }), about({ holders: unit }, area));
}

/** Who has an order, and through which grant. */
async function findInCharge(tx: Queryable, order: number): Promise<{ owner: number; area: string; department: string | null } | undefined> {
  return tx.maybe(sql`
    select owner_account as owner, owner_area as area,
      (select department from account_grant where account_id = owner_account and role = owner_role and area_code = owner_area and revoked_at is null order by grant_id limit 1) as department
    from work_order where order_id = ${order} and owner_account is not null`);
}
