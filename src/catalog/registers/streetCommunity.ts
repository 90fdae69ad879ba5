/** R27 街道社区台账: streets and communities. */
import { bool } from '../kinds/bool.ts';
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { refs } from '../kinds/refs.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const streetCommunity = register(
  {
    no: 'R27',
    name: 'street_community',
    zh: '街道社区台账',
    en: 'Streets and communities',
    subject: 'area',
    key: ['area_code'],
    mode: 'state',
    every: 'change',
    staleAfterDays: 400,
    departments: ['民政局'],
    sensitivity: 'public',
    settlementVia: ['settlement_code'],
    note: 'S topic; levels street and community of the area tree; a street is registered at a home settlement',
  },
  {
    area_code: text({
      zh: '编码',
      en: 'area code',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['区划代码', '行政区划代码', '统计区划代码'],
      pattern: '^(\\d{9}|\\d{12})$',
      unique: true,
      note: 'P street 9 digits, community 12 digits',
    }),
    name: text({ zh: '名称', en: 'name', required: 'yes', sensitivity: 'public', aliases: ['街道名称', '社区名称', '街道/社区名称'], maxLength: 80 }),
    level: code('AREA_LEVEL', {
      zh: '层级',
      en: 'level',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['级别', '类别'],
      checks: ["level in ('street','community') and length(area_code) = case level when 'street' then 9 else 12 end"],
    }),
    county_code: code('REGION', {
      zh: '所在县',
      en: 'county',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['所属县', '县', '县市', '县区'],
      note: 'added: parent of a street; never read from the prefix of area_code',
    }),
    is_new: bool({ zh: '新设立', en: 'newly set up', required: 'yes', sensitivity: 'public', aliases: ['是否新设', '是否新成立'], note: 'S' }),
    approved_on: date({
      zh: '批准日期',
      en: 'approved on',
      required: 'no',
      sensitivity: 'public',
      aliases: ['设立日期', '批准时间', '成立日期'],
      past: true,
      checks: ['approved_on is not null or not is_new'],
    }),
    approved_doc_no: text({
      zh: '文号',
      en: 'document number',
      required: 'no',
      sensitivity: 'public',
      aliases: ['批准文号', '批复文号'],
      maxLength: 60,
    }),
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
    staff_count: int({ zh: '居委会工作人员数', en: 'staff', required: 'yes', sensitivity: 'public', aliases: ['工作人员数', '干部数'], min: 0 }),
  },
);
