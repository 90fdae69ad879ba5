/** R18 编随人走台账(教师/医务): posts moved with the people. */
import { bool } from '../kinds/bool.ts';
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const postTransfer = register(
  {
    no: 'R18',
    name: 'post_transfer',
    zh: '编随人走台账(教师/医务)',
    en: 'Posts moved with the people',
    subject: 'post',
    key: ['document_no', 'staff_type', 'receiver', 'staff_no'],
    mode: 'event',
    date: { field: 'effective_on' },
    every: 'quarter',
    staleAfterDays: 184,
    departments: ['编办', '教育局', '卫健局'],
    sensitivity: 'personal',
    settlementVia: ['school_no', 'clinic_no'],
    note: 'date: effective_on; S topic; staff_no empty = a row for several posts',
  },
  {
    staff_type: code('STAFF', { zh: '类别', en: 'kind of staff', required: 'yes', sensitivity: 'internal', aliases: ['人员类别', '编制类别'] }),
    staff_no: text({
      zh: '姓名/编号',
      en: 'staff number or name',
      required: 'no',
      sensitivity: 'personal',
      mask: 'ends',
      aliases: ['人员编号', '姓名', '教师编号'],
      maxLength: 50,
      note: 'empty = a row for several posts',
    }),
    move_type: code('MOVE', { zh: '划转方式', en: 'way of moving', required: 'yes', sensitivity: 'internal', aliases: ['划转类型', '调配方式'] }),
    from_org: text({
      zh: '迁出单位',
      en: 'from organisation',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['划出单位', '原单位'],
      maxLength: 100,
    }),
    receiver: text({
      zh: '迁入单位',
      en: 'to organisation',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['划入单位', '现单位', '接收单位'],
      maxLength: 100,
      note: 'name as printed; renamed from to_org',
    }),
    school_no: ref('school', {
      zh: '迁入学校编码',
      en: 'receiving school',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['学校编码', '学校标识码'],
      by: ['school_no', 'name taken from receiver'],
      checks: ['(school_no is null) <> (clinic_no is null)'],
      note: 'added: the settlement is that of the school or clinic',
    }),
    clinic_no: ref('clinic', {
      zh: '迁入医疗机构编码',
      en: 'receiving health institution',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['医疗机构编码', '机构编码'],
      by: ['org_no', 'name taken from receiver'],
      note: 'added',
    }),
    post_count: int({
      zh: '编制数',
      en: 'posts',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['划转编制数', '编制名额'],
      min: 1,
      checks: ['post_count = 1 or staff_no is null'],
    }),
    document_no: text({
      zh: '批文号',
      en: 'document number',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['文号', '批复文号', '划转文号'],
      maxLength: 60,
    }),
    effective_on: date({
      zh: '生效日期',
      en: 'effective on',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['划转日期', '生效时间'],
      past: true,
    }),
    on_duty: bool({ zh: '在岗', en: 'on duty', required: 'auto', sensitivity: 'internal', aliases: ['是否在岗', '在岗情况'], default: '1' }),
  },
);
