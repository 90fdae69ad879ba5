/** R35 感恩教育与文化活动台账: activities. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const activity = register(
  {
    no: 'R35',
    name: 'activity',
    zh: '感恩教育与文化活动台账',
    en: 'Activities',
    subject: 'activity',
    key: ['activity_no'],
    mode: 'event',
    date: { field: 'held_on' },
    every: 'month',
    staleAfterDays: 62,
    departments: ['宣传部', '文旅局', '社区'],
    sensitivity: 'internal',
    settlementVia: ['community_code'],
    note: 'date: held_on; S topic',
  },
  {
    activity_no: text({
      zh: '活动编号',
      en: 'activity number',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['活动编码', '编号'],
      maxLength: 30,
    }),
    activity_type: code('ACTIVITY', { zh: '类型', en: 'kind', required: 'yes', sensitivity: 'public', aliases: ['活动类型', '活动类别'] }),
    title: text({ zh: '主题', en: 'title', required: 'yes', sensitivity: 'public', aliases: ['活动主题', '活动名称'], maxLength: 100 }),
    community_code: ref('street_community', {
      zh: '社区',
      en: 'community',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['社区代码', '所属社区', '社区名称', '居委会'],
      by: ['area_code', 'name'],
      note: 'P 12-digit statistical area code',
    }),
    held_on: date({ zh: '日期', en: 'held on', required: 'yes', sensitivity: 'public', aliases: ['活动日期', '活动时间', '开展时间'], past: true }),
    people: int({ zh: '参加人数', en: 'participants', required: 'yes', sensitivity: 'public', aliases: ['参与人数', '参加人次'], min: 0 }),
    relocated: int({
      zh: '搬迁群众',
      en: 'relocated participants',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['搬迁群众人数', '参加搬迁群众'],
      min: 0,
      checks: ['relocated <= people'],
    }),
    photo: text({
      zh: '图片',
      en: 'photo',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['活动照片', '照片'],
      maxLength: 200,
      note: 'name of the attached file',
    }),
  },
);
