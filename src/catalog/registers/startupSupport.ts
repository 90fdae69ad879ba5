/** R14 创业扶持台账: start-up support. */
import { code } from '../kinds/code.ts';
import { codes } from '../kinds/codes.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { money } from '../kinds/money.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { uscc } from '../kinds/uscc.ts';
import { register } from './register.ts';

export const startupSupport = register(
  {
    no: 'R14',
    name: 'startup_support',
    zh: '创业扶持台账',
    en: 'Start-up support',
    subject: 'person',
    key: ['person_no', 'entity_name'],
    mode: 'state',
    every: 'month',
    staleAfterDays: 62,
    departments: ['人社局', '市场监管局'],
    sensitivity: 'personal',
    settlementVia: ['person_no'],
    note: 'S topic',
  },
  {
    person_no: ref('person', {
      zh: '证件号码',
      en: 'person',
      required: 'yes',
      sensitivity: 'personal',
      aliases: ['身份证号', '公民身份号码', '身份证号码', '身份证', '证件号', '居民身份证号码', '人员编号'],
      by: ['person_no', 'id_no'],
      nameHeaders: ['姓名', '创业者', '创业者姓名', '法人姓名'],
    }),
    founder_type: code('FOUNDER', {
      zh: '类别',
      en: 'kind of founder',
      required: 'yes',
      sensitivity: 'personal',
      aliases: ['创业者类别', '人员类别', '创业类型'],
    }),
    entity_name: text({
      zh: '主体名称',
      en: 'business name',
      required: 'yes',
      sensitivity: 'personal',
      mask: 'name',
      aliases: ['企业名称', '市场主体名称', '经营主体', '店名'],
      maxLength: 100,
    }),
    entity_uscc: uscc({ zh: '统一社会信用代码', en: 'business code', required: 'no', sensitivity: 'internal', aliases: ['信用代码', '营业执照号'] }),
    registered_on: date({
      zh: '登记日期',
      en: 'registered on',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['注册日期', '成立日期', '注册时间'],
      past: true,
    }),
    support_type: codes('SUPPORT', { zh: '扶持政策', en: 'support', required: 'yes', sensitivity: 'internal', aliases: ['扶持方式', '扶持类型'] }),
    amount: money({ zh: '金额', en: 'amount', required: 'no', sensitivity: 'internal', aliases: ['扶持金额', '补贴金额', '贷款金额'], min: 0 }),
    jobs_created: int({ zh: '带动就业', en: 'jobs created', required: 'no', sensitivity: 'internal', aliases: ['带动就业人数', '吸纳就业'], min: 0 }),
    status: code('ENTITY', { zh: '状态', en: 'state', required: 'yes', sensitivity: 'internal', aliases: ['经营状态', '主体状态'] }),
  },
);
