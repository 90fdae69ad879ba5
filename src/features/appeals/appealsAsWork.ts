/** Open appeals of a post: what its unit has in hand or takes part in, and what waits at its settlement to be accepted or assigned. They go along with the grants, for an appeal names a unit and not a person. */
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { roleOf } from '#catalog/roles.ts';
import type { PostHolder, WorkSource } from '#features/accounts/openWork.ts';
import { isHiddenAppeal } from '#features/areas/hiddenAppeal.ts';
import type { Viewer } from '#features/areas/scope.ts';
import { dayInChina } from '#derive/clocks/chinaTime.ts';
import type { Permission } from '#catalog/permissions.ts';
import sql from 'sql-template-tag';
import { appealState, type AppealState, openStates } from './appealState.ts';

const allows = ({ grants }: PostHolder, permission: Permission): boolean => grants.some(({ role }) => roleOf(role).may.includes(permission));

/** The holder as who sees appeals. */
const viewerOf = (holder: PostHolder): Viewer => ({
  self: holder.parties,
  accusations: allows(holder, 'appeals.accusations') ? holder.settlements : [],
});

export const appealsAsWork: WorkSource = {
  kind: 'appeals',
  zh: '在办诉求',
  en: 'Appeals in hand',
  list: async (database, holder, looker) => {
    const rows = await database.query<{ appeal_no: string; state: AppealState; due_at: string | null }>(sql`
      select appeal.appeal_no, ${appealState} as state, appeal.due_at from appeal left join appeal_case using (appeal_no)
      where ${appealState} = any(${openStates}::text[]) and appeal.settlement_code = any(${holder.settlements}::text[])
        and not ${isHiddenAppeal(looker)} and not ${isHiddenAppeal(viewerOf(holder))}
        and (exists (select from appeal_party where appeal_party.appeal_no = appeal.appeal_no and part <> 'against' and party = any(${holder.parties}::text[]))
          or (${allows(holder, 'appeals.accept')} and ${appealState} in ('received', 'accepted') and 'area:' || appeal.settlement_code = any(${holder.parties}::text[])))
      order by appeal.due_at nulls last, appeal.appeal_no`);
    return rows.map(({ appeal_no: no, state, due_at: due }) => {
      const { zh, en } = appealLifecycle.states[state];
      const day = due === null ? null : dayInChina(new Date(due));
      return { zh: `${no}：${zh}${day === null ? '' : `，应于${day}前答复`}`, en: `${no}: ${en}${day === null ? '' : `, to be answered by ${day}`}` };
    });
  },
};
