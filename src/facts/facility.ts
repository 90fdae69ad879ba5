/** Facts of a facility 设施: whether it is open when it should be. */
import type { SubjectFacts, Theme } from './fact.ts';
import { whenFresh } from './fresh.ts';
import { eventRows, rowsAsOf } from './rowsAsOf.ts';
import { subject } from './subject.ts';
import { surely } from './terms.ts';

/** Closed now, said so three days before; an announcement not yet made reads as empty. */
const announcedClosure = `log_type = '10' and announced and from_at < :m and (to_at is null or to_at > :m)
      and (announced_at is null or announced_at > :m or announced_at <= from_at - interval '3 days')`;

const theme: Theme = {
  joins: `
  left join (
    select distinct facility_no
    from (${eventRows('service_log', 'facility_no', 'all', announcedClosure)}
    ) service_log
  ) closure on closure.facility_no = facility.facility_no`,
  facts: [
    {
      name: 'operating',
      type: 'bool',
      unit: '',
      zh: '应开放',
      en: 'should be open',
      reads: ['facility'],
      means: '设施已启用,状态为在用、停用或未开放。',
      sql: whenFresh('facility', `(opened_on is null or opened_on <= :t) and ${surely("status in ('3', '4', '5')")}`),
    },
    {
      name: 'closed_days',
      type: 'int',
      unit: '天',
      zh: '停用天数',
      en: 'days closed',
      reads: ['facility'],
      means: '停用或未开放的,自状态起始日起的天数;其余为0。',
      sql: whenFresh('facility', "case when status in ('4', '5') then :t - status_since else 0 end"),
    },
    {
      name: 'announced',
      type: 'bool',
      unit: '',
      zh: '已预告停用',
      en: 'closure announced',
      reads: ['service_log'],
      means: '有提前3天预告的、未恢复的停用。',
      sql: whenFresh('service_log', 'closure.facility_no is not null'),
    },
  ],
};

export const facility: SubjectFacts = subject({
  kind: 'facility',
  register: 'facility',
  keyColumn: 'facility_no',
  with: [],
  from: `(${rowsAsOf('facility', 'facility_no, settlement_code, opened_on, status, status_since', 'slice')}
  ) facility`,
  alias: 'facility',
  themes: [theme],
});
