/** 微警务群台账. */
import { wechatGroup as register } from '#catalog/registers/wechatGroup.ts';
import { quarterly, source } from '../sheets/source.ts';

export const wechatGroup = source<keyof typeof register.fields>({
  register,
  fields: ['group_no', 'community_code', 'building_code', 'owner', 'households', 'members', 'created_on', 'status'],
  days: quarterly,
  wholeLists: 'all',
  *rows({ governance }) {
    for (const one of governance.chatGroups) {
      yield {
        settlement: one.community.home,
        cells: {
          group_no: one.number,
          community_code: one.community,
          building_code: one.building,
          owner: one.owner,
          households: one.households,
          members: one.members,
          created_on: one.createdOn,
          status: '1',
        },
      };
    }
  },
});
