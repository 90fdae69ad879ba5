/** Facts of a person about hukou and residence permit. */
import type { Theme } from '../fact.ts';
import { whenFresh } from '../fresh.ts';
import { eventRows, rowsAsOf } from '../rowsAsOf.ts';
import { surely } from '../terms.ts';

const hukouMoved = whenFresh('hukou_transfer', 'coalesce(transfer.done, false)');
const transferOpen = whenFresh('hukou_transfer', 'coalesce(transfer.under_way, false)');
const hasPermit = whenFresh('residence_permit', surely("permit.issued_on <= :t and permit.status in ('1', '2', '3')"));
const applied = whenFresh('residence_permit', surely("permit.applied_on <= :t and permit.issued_on is null and permit.status in ('1', '6')"));
const waiting = "permit.person_no is not null and (permit.issued_on is null or permit.issued_on > :t) and permit.status in ('1', '6')";

export const hukou: Theme = {
  joins: `
  left join (
    select person_no, bool_or(coalesce(done_on <= :t, false)) as done, bool_or(done_on is null or done_on > :t) as under_way
    from (${eventRows('hukou_transfer', 'person_no, done_on', 'reach')}
    ) hukou_transfer
    group by person_no
  ) transfer on transfer.person_no = p.person_no
  left join (${rowsAsOf('residence_permit', 'person_no, applied_on, issued_on, endorse_due, status', 'reach')}
  ) permit on permit.person_no = p.person_no`,
  facts: [
    {
      name: 'hukou_moved',
      type: 'bool',
      unit: '',
      zh: '户籍已迁入',
      en: 'hukou moved in',
      reads: ['hukou_transfer'],
      means: '有已办结的户籍迁移。',
      sql: hukouMoved,
    },
    {
      name: 'has_permit',
      type: 'bool',
      unit: '',
      zh: '持有居住证',
      en: 'holds a residence permit',
      reads: ['residence_permit'],
      means: '居住证已签发且状态有效。',
      sql: hasPermit,
    },
    {
      name: 'permit_overdue_days',
      type: 'int',
      unit: '天',
      zh: '签注逾期天数',
      en: 'days of overdue endorsement',
      reads: ['residence_permit'],
      means: '持证的,签注到期以来的天数(负数为剩余天数);无证为0。',
      sql: `case when ${hasPermit} then :t - permit.endorse_due when not (${hasPermit}) then 0 end`,
    },
    {
      name: 'permit_wait_days',
      type: 'int',
      unit: '天',
      zh: '居住证申领等待天数',
      en: 'days waiting for the permit',
      reads: ['residence_permit'],
      means: '已申领而未签发的,自申领日起的天数;其余为0。',
      sql: whenFresh('residence_permit', `case when ${waiting} then :t - permit.applied_on else 0 end`),
    },
    {
      name: 'no_credential',
      type: 'bool',
      unit: '',
      zh: '无户籍无居住证未申领',
      en: 'neither hukou nor permit nor an application',
      reads: ['hukou_transfer', 'residence_permit'],
      means: '户籍未迁入、无居住证、未申领居住证,也无办理中的户籍迁移。',
      sql: `not (${hukouMoved}) and not (${hasPermit}) and not (${applied}) and not (${transferOpen})`,
    },
  ],
};
