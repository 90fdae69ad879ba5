/** Facts of a household about whether its dwelling is lived in, and whether the household is away for work. */
import type { Theme } from '../fact.ts';
import { whenFresh } from '../fresh.ts';
import { eventRows } from '../rowsAsOf.ts';
import { surely } from '../terms.ts';

/** `seen`: what was seen of the dwelling and when: by visitors to the household, and at checks of the dwelling. */
const seen = `
seen as not materialized (
${eventRows('visit', 'household_no, visited_on as seen_on, occupancy', 'reach', "method = '1' and occupancy is not null")}
    union all
    select household_no, checked_on, occupancy from dwelling where checked_on <= :t and occupancy is not null
    union all
    select household_no, vacant_from, occupancy from dwelling where vacant_from <= :t and occupancy is not null
)`;

/** `lived`: when each household was seen last, and when last living there; on one day living wins. */
const lived = `
lived as materialized (
  select household_no, max(seen_on) as last_on, max(seen_on) filter (where occupancy in ('1', '2')) as last_living_on
  from seen
  group by household_no
)`;

/** `vacant`: of households not living there when last seen, when that began to be seen, and how it was seen last; on one day the greater code wins. */
const vacant = `
vacant as (
  select household_no, min(seen_on) as seen_from, max(occupancy) filter (where seen_on = last_on) as occupancy
  from seen join lived using (household_no)
  where (last_living_on is null or last_living_on < last_on) and (last_living_on is null or seen_on > last_living_on)
  group by household_no
)`;

/** The sub-selects of this theme, in their order; they read `dwelling`. */
export const occupancySeen = `${seen},${lived},${vacant}`;

const seenAs = (value: string): string => whenFresh(['visit', 'housing'], value);

const vacantDays = seenAs(`case
        when lived.household_no is null then null
        when vacant.household_no is null then 0
        else :t - vacant.seen_from
      end`);

const awayForWork = `case
        when hh.status in ('2', '3') then true
        when coalesce(members.able, 0) = 0 or members.not_away then false
        when members.unheard_of then null
        else true
      end`;

const emptyWithReason = "case when lived.household_no is not null then coalesce(vacant.occupancy = '4', false) end";

const awayInContact = seenAs(`((${awayForWork}) or (${emptyWithReason})) and contact.household_no is not null`);

export const occupancy: Theme = {
  joins: `
  left join lived on lived.household_no = hh.household_no
  left join vacant on vacant.household_no = hh.household_no
  left join (
    select distinct household_no
    from (${eventRows('visit', 'household_no', 'reach', 'visited_on > :t - 92')}
    ) visit
  ) contact on contact.household_no = hh.household_no`,
  facts: [
    {
      name: 'vacant_days',
      type: 'int',
      unit: '天',
      zh: '空置天数',
      en: 'days empty',
      reads: ['visit', 'housing'],
      means: '入户走访和住房核查所见:最近所见为居住的为0;否则自最后一次居住之后首次所见起的天数。',
      sql: vacantDays,
    },
    {
      name: 'away_for_work',
      type: 'bool',
      unit: '',
      zh: '外出务工户',
      en: 'away for work',
      reads: ['employment', 'household', 'person'],
      means: '户状态为外出务工,或全部劳动力均在县外就业(至少一人)。',
      sql: awayForWork,
    },
    {
      name: 'away_in_contact',
      type: 'bool',
      unit: '',
      zh: '有因外出且季度内有联系',
      en: 'away for a reason and in contact',
      reads: ['visit', 'housing', 'employment', 'household', 'person'],
      means: '外出务工户或最近所见为空置有因,且近92天内有走访联系。',
      sql: awayInContact,
    },
    {
      name: 'unexplained_vacant_days',
      type: 'int',
      unit: '天',
      zh: '无因空置天数',
      en: 'days empty without a reason',
      reads: ['visit', 'housing', 'employment', 'household', 'person'],
      means: '空置天数;有因外出且有联系的为0。',
      sql: `case
        when (${awayInContact}) or (${vacantDays}) = 0 then 0
        when (${awayInContact}) is null then null
        else ${vacantDays}
      end`,
    },
    {
      name: 'moved_back',
      type: 'bool',
      unit: '',
      zh: '回迁原址',
      en: 'moved back to the old place',
      reads: ['household'],
      means: '户状态为回迁。',
      sql: surely("hh.status = '4'"),
    },
    {
      name: 'house_transferred',
      type: 'bool',
      unit: '',
      zh: '房屋出租出售或被占',
      en: 'dwelling let, sold or occupied by others',
      reads: ['visit', 'housing'],
      means: '最近所见为出租、出售或被他人占用。',
      sql: seenAs(`case when lived.household_no is not null then ${surely("vacant.occupancy in ('3', '6', '7')")} end`),
    },
  ],
};
