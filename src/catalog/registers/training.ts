/** R12 技能培训台账: skills training. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { money } from '../kinds/money.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { uscc } from '../kinds/uscc.ts';
import { register } from './register.ts';

export const training = register(
  {
    no: 'R12',
    name: 'training',
    zh: '技能培训台账',
    en: 'Skills training',
    subject: 'person',
    key: ['person_no', 'course', 'from_date'],
    mode: 'event',
    date: { field: 'from_date' },
    every: 'month',
    staleAfterDays: 62,
    departments: ['人社局'],
    sensitivity: 'personal',
    settlementVia: ['person_no'],
    note: 'date: from_date; S topic',
  },
  {
    person_no: ref('person', {
      zh: '证件号码',
      en: 'person',
      required: 'yes',
      sensitivity: 'personal',
      aliases: ['身份证号', '公民身份号码', '身份证号码', '身份证', '证件号', '居民身份证号码', '人员编号'],
      by: ['person_no', 'id_no'],
      nameHeaders: ['姓名'],
    }),
    course: text({
      zh: '培训班',
      en: 'course',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['培训班名称', '培训名称', '培训项目', '班级名称'],
      maxLength: 100,
    }),
    trade: code('TRADE', { zh: '工种', en: 'trade', required: 'yes', sensitivity: 'internal', aliases: ['培训工种', '职业工种', '培训专业'] }),
    provider: text({
      zh: '培训机构',
      en: 'provider',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['机构', '培训机构名称', '承训机构'],
      maxLength: 100,
      note: 'added',
    }),
    provider_uscc: uscc({
      zh: '机构统一社会信用代码',
      en: 'provider code',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['统一社会信用代码', '信用代码'],
    }),
    from_date: date({
      zh: '起始日期',
      en: 'from',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['开班日期', '培训开始日期', '开始日期', '培训时间'],
      past: true,
    }),
    to_date: date({
      zh: '结束日期',
      en: 'to',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['结业日期', '培训结束日期'],
      checks: ['to_date is null or to_date >= from_date'],
    }),
    hours: int({ zh: '课时', en: 'hours', required: 'yes', sensitivity: 'internal', aliases: ['培训课时', '学时'], min: 1 }),
    cert_no: text({
      zh: '证书编号',
      en: 'certificate',
      required: 'no',
      sensitivity: 'personal',
      mask: 'ends',
      aliases: ['证书号', '合格证编号'],
      maxLength: 60,
    }),
    subsidy: money({ zh: '补贴额', en: 'subsidy', required: 'no', sensitivity: 'internal', aliases: ['培训补贴', '补贴金额'], min: 0 }),
    employed_on: date({
      zh: '训后就业日期',
      en: 'employed after training on',
      required: 'no',
      sensitivity: 'personal',
      aliases: ['就业日期', '训后就业时间'],
      past: true,
    }),
  },
);
