/** R33 矛盾纠纷调处台账: disputes. */
import { bool } from '../kinds/bool.ts';
import { code } from '../kinds/code.ts';
import { codes } from '../kinds/codes.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { refs } from '../kinds/refs.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const dispute = register(
  {
    no: 'R33',
    name: 'dispute',
    zh: '矛盾纠纷调处台账',
    en: 'Disputes',
    subject: 'case',
    key: ['case_no'],
    mode: 'event',
    date: { field: 'accepted_on' },
    every: 'week',
    staleAfterDays: 14,
    departments: ['司法局', '社区', '政法委'],
    sensitivity: 'sensitive',
    settlementVia: ['settlement_code'],
    note: 'date: accepted_on; S topic',
  },
  {
    case_no: text({
      zh: '案号',
      en: 'case number',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['案件编号', '纠纷编号', '调解案号', '卷宗号'],
      maxLength: 30,
    }),
    settlement_code: ref('settlement', {
      zh: '安置点',
      en: 'settlement',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'],
      by: ['settlement_code', 'settlement_name'],
    }),
    dispute_type: code('DISPUTE', { zh: '类别', en: 'kind', required: 'yes', sensitivity: 'sensitive', aliases: ['纠纷类型', '纠纷类别', '案由'] }),
    parties: refs('person', {
      zh: '当事人证件号码',
      en: 'parties',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['当事人身份证号'],
      by: ['person_no', 'id_no'],
      nameHeaders: ['当事人姓名'],
      note: 'only parties who are relocated persons',
    }),
    parties_text: text({
      zh: '当事人',
      en: 'parties as written',
      required: 'no',
      sensitivity: 'sensitive',
      mask: 'name',
      aliases: ['当事人情况'],
      maxLength: 500,
      note: 'added: names of parties who are not in the person register',
    }),
    people: int({ zh: '涉及人数', en: 'people concerned', required: 'yes', sensitivity: 'internal', aliases: ['当事人数', '涉及人员数'], min: 1 }),
    accepted_on: date({
      zh: '受理日期',
      en: 'accepted on',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['受理时间', '登记日期', '排查日期'],
      past: true,
    }),
    source: code('CASE_SRC', { zh: '来源', en: 'source', required: 'yes', sensitivity: 'internal', aliases: ['案件来源', '纠纷来源'] }),
    mediator: text({
      zh: '调解组织/员',
      en: 'mediator',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['调解员', '调解组织', '调委会'],
      maxLength: 80,
    }),
    risk: code('LEVEL', { zh: '风险等级', en: 'risk level', required: 'no', sensitivity: 'sensitive', aliases: ['风险级别', '等级'] }),
    escalation: codes('ESCALATION', {
      zh: '激化标志',
      en: 'signs of escalation',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['激化苗头', '升级情况'],
      note: 'added (G02)',
    }),
    result: code('RESULT', {
      zh: '结果',
      en: 'result',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['调解结果', '处理结果'],
      checks: ['(result is null) = (closed_on is null)'],
    }),
    agreement_no: text({
      zh: '协议书号',
      en: 'agreement',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['调解协议书号', '协议编号'],
      maxLength: 40,
    }),
    confirmed_on: date({
      zh: '司法确认日期',
      en: 'confirmed by court on',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['确认日期', '司法确认时间'],
      past: true,
      note: 'P 人民调解法: within 30 days of the agreement',
    }),
    fulfilled: bool({
      zh: '履行情况',
      en: 'fulfilled',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['是否履行', '履行状态'],
      note: 'changed from a code list of two values',
    }),
    closed_on: date({
      zh: '结案日期',
      en: 'closed on',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['办结日期', '调解日期', '结案时间'],
      past: true,
      checks: ['closed_on is null or closed_on >= accepted_on'],
    }),
  },
);
