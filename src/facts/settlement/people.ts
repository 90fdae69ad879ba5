/** Facts of a settlement about who lives there. */
import type { Theme } from '../fact.ts';

export const personCount = 'coalesce(residents.persons, 0)';
export const householdCount = 'coalesce(homes.households, 0)';

export const people: Theme = {
  joins: `
  left join (
    select settlement_code, count(*)::int as persons from p group by settlement_code
  ) residents on residents.settlement_code = settlement.settlement_code
  left join (
    select settlement_code, count(*)::int as households from hh group by settlement_code
  ) homes on homes.settlement_code = settlement.settlement_code`,
  facts: [
    {
      name: 'person_count',
      type: 'int',
      unit: '人',
      zh: '常住人数',
      en: 'residents',
      reads: ['person', 'household'],
      means: '安置点的在户人数。',
      sql: personCount,
    },
    {
      name: 'household_count',
      type: 'int',
      unit: '户',
      zh: '户数',
      en: 'households',
      reads: ['household'],
      means: '安置点的户数。',
      sql: householdCount,
    },
  ],
};
