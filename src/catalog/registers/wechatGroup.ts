/** R31 微警务群台账: police chat groups. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const wechatGroup = register(
  {
    no: 'R31',
    name: 'wechat_group',
    zh: '微警务群台账',
    en: 'Police chat groups',
    subject: 'group',
    key: ['group_no'],
    mode: 'state',
    every: 'quarter',
    staleAfterDays: 184,
    departments: ['公安局'],
    sensitivity: 'personal',
    settlementVia: ['community_code'],
    note: 'S topic',
  },
  {
    group_no: text({ zh: '群编号', en: 'group number', required: 'yes', sensitivity: 'internal', aliases: ['群编码', '编号'], maxLength: 20 }),
    community_code: ref('street_community', {
      zh: '社区',
      en: 'community',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['社区代码', '所属社区', '社区名称', '居委会'],
      by: ['area_code', 'name'],
      note: 'P 12-digit statistical area code',
    }),
    building_code: ref('building', {
      zh: '楼栋',
      en: 'building',
      required: 'no',
      sensitivity: 'public',
      aliases: ['楼栋号', '栋号', '幢号', '楼号', '楼栋编码'],
      by: ['building_code', 'settlement_code and building_no'],
    }),
    owner: text({
      zh: '群主(民警)',
      en: 'owner (police officer)',
      required: 'yes',
      sensitivity: 'personal',
      mask: 'name',
      aliases: ['群主', '责任民警', '民警姓名'],
      maxLength: 50,
    }),
    households: int({ zh: '覆盖户数', en: 'households covered', required: 'yes', sensitivity: 'internal', aliases: ['入群户数', '户数'], min: 0 }),
    members: int({ zh: '人数', en: 'members', required: 'yes', sensitivity: 'internal', aliases: ['群成员数', '群人数'], min: 0 }),
    created_on: date({ zh: '建群日期', en: 'created on', required: 'yes', sensitivity: 'internal', aliases: ['建群时间', '成立日期'], past: true }),
    status: code('ON_OFF', { zh: '状态', en: 'state', required: 'auto', sensitivity: 'internal', aliases: ['使用状态', '运行状态'], default: '1' }),
  },
);
