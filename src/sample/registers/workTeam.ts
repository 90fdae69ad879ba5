/** 驻社区工作队台账. */
import { workTeam as register } from '#catalog/registers/workTeam.ts';
import { quarterly, source } from '../sheets/source.ts';

export const workTeam = source<keyof typeof register.fields>({
  register,
  fields: ['team_no', 'sender_org', 'community_code', 'staff_no', 'member_name', 'role', 'from_date', 'days_in_month'],
  days: quarterly,
  wholeLists: 'all',
  *rows({ governance }) {
    for (const one of governance.teams) {
      yield {
        settlement: one.community.home,
        cells: {
          team_no: one.team,
          sender_org: one.sender,
          community_code: one.community,
          staff_no: one.number,
          member_name: one.name,
          role: one.role,
          from_date: one.from,
          days_in_month: 22,
        },
      };
    }
  },
});
