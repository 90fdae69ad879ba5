/** R30 群防群治组织台账: mass-prevention groups. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const safetyGroup = register(
  {
    no: 'R30',
    name: 'safety_group',
    zh: '群防群治组织台账',
    en: 'Mass-prevention groups',
    subject: 'organisation',
    key: ['group_no'],
    mode: 'state',
    every: 'quarter',
    staleAfterDays: 184,
    departments: ['政法委', '公安局'],
    sensitivity: 'internal',
    settlementVia: ['community_code'],
    note: 'S topic',
  },
  {
    group_no: text({ zh: '编号', en: 'group number', required: 'yes', sensitivity: 'internal', aliases: ['组织编号', '队伍编号'], maxLength: 20 }),
    name: text({ zh: '组织名称', en: 'name', required: 'no', sensitivity: 'internal', aliases: ['名称', '队伍名称'], maxLength: 100, note: 'added' }),
    group_type: code('GT', { zh: '类型', en: 'kind', required: 'yes', sensitivity: 'internal', aliases: ['组织类型', '队伍类型'] }),
    community_code: ref('street_community', {
      zh: '社区',
      en: 'community',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['社区代码', '所属社区', '社区名称', '居委会'],
      by: ['area_code', 'name'],
      note: 'P 12-digit statistical area code',
    }),
    founded_on: date({ zh: '成立日期', en: 'founded on', required: 'yes', sensitivity: 'internal', aliases: ['成立时间', '组建日期'], past: true }),
    closed_on: date({ zh: '撤销日期', en: 'closed on', required: 'no', sensitivity: 'internal', aliases: ['解散日期'], past: true, note: 'added' }),
    members: int({ zh: '成员数', en: 'members', required: 'yes', sensitivity: 'internal', aliases: ['队员数', '人数', '成员人数'], min: 1 }),
    activities: int({
      zh: '月活动次数',
      en: 'activities a month',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['活动次数', '巡逻次数'],
      min: 0,
    }),
  },
);
