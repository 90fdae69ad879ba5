/** Open work orders of a post: they name who is in charge, so that a successor takes them over. */
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import { isHiddenAppeal } from '#features/areas/hiddenAppeal.ts';
import type { WorkSource } from '#features/accounts/openWork.ts';
import { notify } from '#features/notices/notify.ts';
import sql from 'sql-template-tag';
import type { OrderState } from './claims.ts';

export const ordersAsWork: WorkSource = {
  kind: 'work-orders',
  zh: '在办工单',
  en: 'Work orders in hand',
  list: async (database, { account }, looker) => {
    const rows = await database.query<{ order_no: string; state: OrderState; place_key: string }>(sql`
      select order_no, state, place_key from work_order where owner_account = ${account} and state <> 'closed'
        and (place_kind <> 'appeal' or exists (select from appeal where appeal.appeal_no = place_key and not ${isHiddenAppeal(looker)})) order by due_at nulls last, order_id`);
    return rows.map(({ order_no: no, state, place_key: key }) => {
      const { zh, en } = workOrderLifecycle.states[state];
      return { zh: `${no}：${key}，${zh}`, en: `${no}: ${key}, ${en}` };
    });
  },
  handOver: async (tx, from, to) => {
    const count = await tx.execute(sql`
      update work_order set owner_account = ${to}, owner_name = (select name from account where account_id = ${to})
      where owner_account = ${from} and state <> 'closed'`);
    if (count > 0) await notify(tx, { kind: 'work-orders.handed-over', words: { count }, to: { accounts: [to], andDeputies: true } });
    return count;
  },
};
