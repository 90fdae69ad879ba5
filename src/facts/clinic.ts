/** Facts of a clinic 医疗卫生机构: whether a doctor is there. */
import type { SubjectFacts, Theme } from './fact.ts';
import { whenFresh } from './fresh.ts';
import { eventRows, rowsAsOf } from './rowsAsOf.ts';
import { subject } from './subject.ts';

const theme: Theme = {
  joins: `
  left join (
    select clinic_no, max(:t - (from_at at time zone 'Asia/Shanghai')::date) as days
    from (${eventRows('service_log', 'clinic_no, from_at', 'all', "log_type = '9' and from_at < :m and (to_at is null or to_at > :m)")}
    ) service_log
    group by clinic_no
  ) closed on closed.clinic_no = clinic.org_no`,
  facts: [
    {
      name: 'clinic_open',
      type: 'bool',
      unit: '',
      zh: '已启用',
      en: 'opened',
      reads: ['clinic'],
      means: '机构已启用(启用日期未填视为已启用)。',
      sql: whenFresh('clinic', 'opened_on is null or opened_on <= :t'),
    },
    {
      name: 'no_doctor_days',
      type: 'int',
      unit: '天',
      zh: '缺医停诊天数',
      en: 'days without a doctor',
      reads: ['clinic', 'service_log'],
      means: '未恢复的停诊至今的天数,取最长;当日在岗医师为0的至少为1。',
      sql: whenFresh(['clinic', 'service_log'], 'greatest(closed.days, case when on_duty = 0 then 1 when on_duty > 0 then 0 end)'),
    },
    {
      name: 'drug_rate',
      type: 'double',
      unit: '%',
      zh: '基药配备率',
      en: 'basic medicines in stock',
      reads: ['clinic'],
      means: '基药配备率。',
      sql: whenFresh('clinic', 'drug_rate::float8'),
    },
  ],
};

export const clinic: SubjectFacts = subject({
  kind: 'clinic',
  register: 'clinic',
  keyColumn: 'org_no',
  with: [],
  from: `(${rowsAsOf('clinic', 'org_no, settlement_code, opened_on, on_duty, drug_rate', 'slice')}
  ) clinic`,
  alias: 'clinic',
  themes: [theme],
});
