/** R07 新市民居住证台账: new-citizen residence permits. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const residencePermit = register(
  {
    no: 'R07',
    name: 'residence_permit',
    zh: '新市民居住证台账',
    en: 'New-citizen residence permits',
    subject: 'person',
    key: ['person_no'],
    mode: 'state',
    every: 'month',
    staleAfterDays: 62,
    departments: ['公安局'],
    sensitivity: 'personal',
    settlementVia: ['person_no'],
    note: 'S topic; one current permit or application a person',
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
    permit_no: text({
      zh: '居住证号',
      en: 'permit number',
      required: 'no',
      sensitivity: 'personal',
      mask: 'ends',
      aliases: ['居住证号码', '新市民居住证号', '证号', '居住证编号'],
      maxLength: 30,
      unique: true,
      note: 'may be empty while the application is open',
    }),
    applied_on: date({ zh: '申领日期', en: 'applied on', required: 'yes', sensitivity: 'internal', aliases: ['申请日期', '申领时间'], past: true }),
    issued_on: date({
      zh: '签发日期',
      en: 'issued on',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['发证日期', '办证日期', '制证日期'],
      past: true,
      checks: ['issued_on is null or (issued_on >= applied_on and permit_no is not null)'],
    }),
    issuer: text({ zh: '签发机关', en: 'issuer', required: 'no', sensitivity: 'internal', aliases: ['发证机关', '签发单位'], maxLength: 80 }),
    endorse_due: date({
      zh: '签注到期日',
      en: 'endorsement due on',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['签注有效期', '到期日期', '有效期至'],
      checks: ['endorse_due is not null or issued_on is null'],
      note: 'P 居住证暂行条例 art. 10, yearly',
    }),
    endorsed_on: date({
      zh: '最近签注日期',
      en: 'last endorsed on',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['签注日期', '签注时间'],
      past: true,
    }),
    status: code('PERMIT', {
      zh: '状态',
      en: 'state',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['证件状态', '居住证状态'],
      checks: ["status not in ('1','2') or issued_on is not null"],
    }),
    address: text({
      zh: '居住地址',
      en: 'address',
      required: 'yes',
      sensitivity: 'personal',
      aliases: ['现居住地址', '现住址', '居住地'],
      maxLength: 200,
    }),
  },
);
