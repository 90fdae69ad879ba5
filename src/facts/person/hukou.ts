/** Facts of a person about hukou and residence permit. */
import type { StatedFact } from '../fact.ts';

export const hukouFacts: readonly StatedFact[] = [
  {
    name: 'hukou_moved', type: 'bool', unit: '', zh: '户籍已迁入', en: 'hukou moved in', reads: ['hukou_transfer'],
    means: '有已办结的户籍迁移。',
    sql: `null`,
  },
  {
    name: 'has_permit', type: 'bool', unit: '', zh: '持有居住证', en: 'holds a residence permit', reads: ['residence_permit'],
    means: '居住证已签发且状态有效。',
    sql: `null`,
  },
  {
    name: 'permit_overdue_days', type: 'int', unit: '天', zh: '签注逾期天数', en: 'days of overdue endorsement', reads: ['residence_permit'],
    means: '持证的,签注到期以来的天数(负数为剩余天数);无证为0。',
    sql: `null`,
  },
  {
    name: 'permit_wait_days', type: 'int', unit: '天', zh: '居住证申领等待天数', en: 'days waiting for the permit', reads: ['residence_permit'],
    means: '已申领而未签发的,自申领日起的天数;其余为0。',
    sql: `null`,
  },
  {
    name: 'no_credential', type: 'bool', unit: '', zh: '无户籍无居住证未申领', en: 'neither hukou nor permit nor an application', reads: ['hukou_transfer', 'residence_permit'],
    means: '户籍未迁入、无居住证、未申领居住证,也无办理中的户籍迁移。',
    sql: `null`,
  },
];
