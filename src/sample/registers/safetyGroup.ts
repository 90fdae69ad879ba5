/** 群防群治组织台账. */
import { safetyGroup as register } from '#catalog/registers/safetyGroup.ts';
import { quarterly, source } from '../sheets/source.ts';

export const safetyGroup = source<keyof typeof register.fields>({
  register,
  fields: ['group_no', 'name', 'group_type', 'community_code', 'founded_on', 'members', 'activities'],
  days: quarterly,
  wholeLists: 'all',
  *rows({ governance }) {
    for (const one of governance.safetyGroups) {
      yield {
        settlement: one.community.home,
        cells: {
          group_no: one.code,
          name: one.name,
          group_type: one.type,
          community_code: one.community,
          founded_on: one.foundedOn,
          members: one.members,
          activities: 4,
        },
      };
    }
  },
});
