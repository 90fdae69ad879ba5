/** R39 防止返贫致贫对象台账: relapse-prevention objects. */
import { bool } from '../kinds/bool.ts';
import { code } from '../kinds/code.ts';
import { codes } from '../kinds/codes.ts';
import { date } from '../kinds/date.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const relapseObject = register(
  {
    no: 'R39',
    name: 'relapse_object',
    zh: '防止返贫致贫对象台账',
    en: 'Relapse-prevention objects',
    subject: 'household',
    key: ['household_no', 'clue_on'],
    mode: 'event',
    date: { field: 'clue_on' },
    every: 'month',
    staleAfterDays: 62,
    departments: ['农业农村局'],
    sensitivity: 'sensitive',
    settlementVia: ['household_no'],
    note: 'date: clue_on; monitored at T: identified_on <= T and (removed_on empty or after T)',
  },
  {
    household_no: ref('household', {
      zh: '户编号',
      en: 'household',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['户号', '家庭编号', '户编码', '户主证件号码', '户主身份证号', '户主身份证号码', '户主公民身份号码'],
      by: ['household_no', 'head_id_no'],
      nameHeaders: ['户主姓名', '户主'],
    }),
    object_type: code('OBJ_TYPE', {
      zh: '对象类型',
      en: 'kind of object',
      required: 'yes',
      sensitivity: 'sensitive',
      aliases: ['监测对象类型', '监测对象类别', '监测类型'],
      note: 'valid codes depend on clue_on',
    }),
    risks: codes('RISK', {
      zh: '风险类型',
      en: 'risks',
      required: 'yes',
      sensitivity: 'sensitive',
      about: 'health',
      aliases: ['返贫风险', '致贫返贫风险', '风险类别'],
    }),
    clue_on: date({ zh: '线索日期', en: 'clue on', required: 'yes', sensitivity: 'internal', aliases: ['发现日期', '线索时间'], past: true }),
    identified_on: date({
      zh: '识别认定日期',
      en: 'identified on',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['认定日期', '识别日期', '纳入日期'],
      past: true,
      checks: ['identified_on is null or identified_on >= clue_on'],
      warns: ['identified_on - clue_on > 15'],
      note: 'P 15 days',
    }),
    publicity_from_date: date({
      zh: '公示起始日期',
      en: 'publicity from',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['公示开始日期'],
      past: true,
    }),
    publicity_to_date: date({
      zh: '公示结束日期',
      en: 'publicity to',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['公示截止日期'],
      past: true,
      checks: ['publicity_to_date is null or publicity_to_date >= publicity_from_date'],
      warns: ['publicity_to_date - publicity_from_date < 5'],
      note: 'P 5 days',
    }),
    helper: text({
      zh: '帮扶联系人',
      en: 'helper',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['帮扶人', '帮扶责任人', '监测联系人'],
      maxLength: 50,
    }),
    measures: codes('MEASURE', { zh: '帮扶措施', en: 'measures', required: 'no', sensitivity: 'sensitive', aliases: ['落实帮扶措施'] }),
    removed_on: date({
      zh: '风险消除日期',
      en: 'risk removed on',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['消除日期', '风险消除时间'],
      past: true,
      checks: ['removed_on is null or removed_on >= identified_on'],
    }),
    no_labour: bool({
      zh: '无劳动能力',
      en: 'no ability to work',
      required: 'no',
      sensitivity: 'sensitive',
      about: 'health',
      aliases: ['是否无劳动能力'],
    }),
  },
);
