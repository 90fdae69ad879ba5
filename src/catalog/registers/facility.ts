/** R24 “十个一”设施台账: “Ten Ones” facilities. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { decimal } from '../kinds/decimal.ts';
import { int } from '../kinds/int.ts';
import { point } from '../kinds/point.ts';
import { ref } from '../kinds/ref.ts';
import { refs } from '../kinds/refs.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const facility = register(
  {
    no: 'R24',
    name: 'facility',
    zh: '“十个一”设施台账',
    en: '“Ten Ones” facilities',
    subject: 'facility',
    key: ['facility_no'],
    mode: 'state',
    every: 'month',
    staleAfterDays: 62,
    departments: ['街道', '生态移民局'],
    sensitivity: 'public',
    settlementVia: ['settlement_code'],
    note: 'S topic; shared facilities list the others served in settlement_codes',
  },
  {
    facility_no: text({
      zh: '设施编号',
      en: 'facility number',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['设施编码', '编号'],
      maxLength: 30,
    }),
    facility_type: code('TEN_ONES', {
      zh: '设施类型',
      en: 'kind of facility',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['设施类别', '“十个一”类型', '类型'],
    }),
    name: text({ zh: '名称', en: 'name', required: 'yes', sensitivity: 'public', aliases: ['设施名称'], maxLength: 100 }),
    settlement_code: ref('settlement', {
      zh: '安置点',
      en: 'settlement',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'],
      by: ['settlement_code', 'settlement_name'],
    }),
    settlement_codes: refs('settlement', {
      zh: '服务安置点',
      en: 'other settlements served',
      required: 'no',
      sensitivity: 'public',
      aliases: ['覆盖安置点', '服务的安置点', '共享安置点'],
      by: ['settlement_code', 'settlement_name'],
      note: 'the home settlement is not repeated',
    }),
    walk_m: int({
      zh: '步行距离(米)',
      en: 'walking distance',
      required: 'no',
      sensitivity: 'public',
      aliases: ['步行距离', '距离(米)'],
      min: 0,
      checks: ['walk_m is null or settlement_codes is not null'],
      note: 'added (A01): longest walk from a settlement listed in settlement_codes; empty = not known to be near',
    }),
    area_m2: decimal(8, 2, { zh: '面积', en: 'floor area', required: 'no', sensitivity: 'public', aliases: ['建筑面积', '面积(㎡)'], min: 0 }),
    owner_org: text({
      zh: '责任单位',
      en: 'responsible organisation',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['管理单位', '运营单位', '主管单位'],
      maxLength: 80,
    }),
    opened_on: date({
      zh: '启用日期',
      en: 'opened on',
      required: 'no',
      sensitivity: 'public',
      aliases: ['投用日期', '启用时间'],
      past: true,
      checks: ["opened_on is not null or status in ('1','2','5')"],
    }),
    opening_hours: text({
      zh: '开放时间',
      en: 'opening hours',
      required: 'no',
      sensitivity: 'public',
      aliases: ['服务时间', '开放时段'],
      maxLength: 60,
    }),
    status: code('FAC_ST', { zh: '运行状态', en: 'state', required: 'yes', sensitivity: 'public', aliases: ['使用状态', '运营状态', '状态'] }),
    status_since: date({
      zh: '状态起始日期',
      en: 'date since which the state holds',
      required: 'auto',
      sensitivity: 'public',
      aliases: ['状态变更日期', '停用日期'],
      past: true,
      defaultFrom: 'data_date',
      renewedBy: 'status',
      note: 'added (A02)',
    }),
    location: point({ zh: '坐标', en: 'point', required: 'no', sensitivity: 'public', aliases: ['经纬度', '位置坐标'] }),
  },
);
