/** Facts of a child at risk: care visits, guardianship, incidents. */
import type { Theme } from '../fact.ts';
import { whenFresh } from '../fresh.ts';

const knownIncident = 'coalesce(own_care.incident, false) or coalesce(home_care.incident, false)';

export const care: Theme = {
  joins: `
  left join care own_care on own_care.household_no = p.household_no and own_care.person_no = p.person_no
  left join care home_care on home_care.household_no = p.household_no and home_care.person_no is null`,
  facts: [
    {
      name: 'at_risk_child',
      type: 'bool',
      unit: '',
      zh: '留守困境儿童',
      en: 'child left behind or in hardship',
      reads: ['person'],
      means: '不满18周岁,且属孤儿、事实无人抚养、留守、困境或残疾。',
      sql: `p.age < 18 and p.tags && '{3,4,5,8,9}'`,
    },
    {
      name: 'days_since_care',
      type: 'int',
      unit: '天',
      zh: '距上次关爱走访天数',
      en: 'days since the last care visit',
      reads: ['visit', 'household', 'person'],
      means: '自最近一次见到本人(或走访全户)的走访起的天数,不早于入住和出生。',
      sql: whenFresh('visit', ':t - greatest(p.movein_date, p.birth_date, own_care.last_met_on, home_care.last_met_on)'),
    },
    {
      name: 'nobody_guards',
      type: 'bool',
      unit: '',
      zh: '无人监护',
      en: 'nobody guards',
      reads: ['person'],
      means: '监护状况为无人监护。',
      sql: `p.guardian_status = '4'`,
    },
    {
      name: 'child_incident',
      type: 'bool',
      unit: '',
      zh: '近30天受侵害或意外',
      en: 'harm or accident in the last 30 days',
      reads: ['visit'],
      means: '近30天走访(本人或全户)发现侵害或意外。',
      sql: whenFresh('visit', knownIncident),
    },
  ],
};
