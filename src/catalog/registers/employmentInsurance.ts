/** R16 就业险参保与理赔台账: employment insurance. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { money } from '../kinds/money.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { uscc } from '../kinds/uscc.ts';
import { register } from './register.ts';

export const employmentInsurance = register(
  {
    no: 'R16',
    name: 'employment_insurance',
    zh: '就业险参保与理赔台账',
    en: 'Employment insurance',
    subject: 'person',
    key: ['policy_year', 'person_no', 'claim_no'],
    mode: 'event',
    date: { field: 'claimed_on', elseFirstDayOfYear: 'policy_year' },
    every: 'week',
    staleAfterDays: 14,
    departments: ['保险承办机构', '人社局'],
    sensitivity: 'sensitive',
    settlementVia: ['person_no'],
    note: 'date: claimed_on, else the first day of policy_year; S topic; claim_no empty = the enrolment row, else one row a claim',
  },
  {
    policy_year: int({ zh: '保单年度', en: 'policy year', required: 'yes', sensitivity: 'internal', aliases: ['参保年度', '年度', '保险年度'], min: 2016, max: 2100 }),
    person_no: ref('person', { zh: '证件号码', en: 'person', required: 'yes', sensitivity: 'personal', aliases: ['身份证号', '公民身份号码', '身份证号码', '身份证', '证件号', '居民身份证号码', '人员编号'], by: ['person_no', 'id_no'], nameHeaders: ['姓名', '被保险人', '被保险人姓名'] }),
    insurer: text({ zh: '保险机构', en: 'insurer', required: 'no', sensitivity: 'internal', aliases: ['保险公司', '承保公司', '承保机构'], maxLength: 100, note: 'added' }),
    insurer_uscc: uscc({ zh: '保险机构统一社会信用代码', en: 'insurer code', required: 'no', sensitivity: 'internal', aliases: ['统一社会信用代码', '信用代码'] }),
    premium: money({ zh: '保费', en: 'premium', required: 'no', sensitivity: 'internal', aliases: ['保险费', '保费金额', '缴费金额'], min: 0, checks: ['premium is not null or claim_no is not null'], note: 'on the enrolment row only' }),
    share: money({ zh: '州县分担', en: 'share of prefecture and county', required: 'no', sensitivity: 'internal', aliases: ['财政补贴', '州县补贴'], min: 0, checks: ['share is null or share <= premium'] }),
    claim_no: text({ zh: '赔案号', en: 'claim number', required: 'no', sensitivity: 'internal', aliases: ['报案号', '理赔编号', '案件号'], maxLength: 40, note: 'added as part of the key: empty = enrolment row' }),
    unemployed_on: date({ zh: '失业起始日', en: 'unemployed from', required: 'no', sensitivity: 'personal', aliases: ['失业日期', '失业时间'], past: true, checks: ['unemployed_on is not null or claim_no is null'] }),
    claimed_on: date({ zh: '申请日期', en: 'claimed on', required: 'no', sensitivity: 'personal', aliases: ['报案日期', '理赔申请日期'], past: true, checks: ['claimed_on is null or claimed_on >= unemployed_on'] }),
    docs_complete_on: date({ zh: '资料齐全日期', en: 'papers complete on', required: 'no', sensitivity: 'personal', aliases: ['资料收齐日期'], past: true, checks: ['docs_complete_on is null or docs_complete_on >= claimed_on'] }),
    paid_days: int({ zh: '补助天数', en: 'days paid', required: 'no', sensitivity: 'personal', aliases: ['赔付天数', '补贴天数'], min: 0, max: 366, note: 'the yearly cap is a parameter of the standard (53 or 90 days, N)' }),
    daily_amount: money({ zh: '日标准', en: 'amount a day', required: 'no', sensitivity: 'internal', aliases: ['补助标准', '日补助标准'], min: 0, default: '50.00', note: 'N 50 yuan a day' }),
    paid_amount: money({ zh: '赔付金额', en: 'amount paid', required: 'no', sensitivity: 'sensitive', aliases: ['理赔金额', '赔款金额', '赔付额'], min: 0, checks: ['paid_amount is not null or coalesce(claim_status,\'1\') <> \'5\''], warns: ['paid_amount <> paid_days * daily_amount'], note: 'S topic' }),
    paid_on: date({ zh: '赔付日期', en: 'paid on', required: 'no', sensitivity: 'personal', aliases: ['理赔日期', '到账日期', '支付日期'], past: true, checks: ['paid_on is not null or coalesce(claim_status,\'1\') <> \'5\''] }),
    claim_status: code('CLAIM', { zh: '结论', en: 'state of the claim', required: 'no', sensitivity: 'personal', aliases: ['理赔状态', '案件状态', '赔付状态'], checks: ['claim_status is not null or claim_no is null'] }),
    reject_reason: text({ zh: '拒赔原因', en: 'reason of refusal', required: 'no', sensitivity: 'sensitive', aliases: ['拒赔理由'], maxLength: 500 }),
  },
);
