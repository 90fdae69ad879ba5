/** Facts of a settlement about who looks after it: building leaders and the six forces of governance. */
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { Theme } from '../fact.ts';
import { whenFresh } from '../fresh.ts';
import { rowsAsOf, rowsByNumber, rowsServing } from '../rowsAsOf.ts';
import { householdCount } from './people.ts';

/** `house`: the buildings of the slice. */
export const buildingsOfSlice = `
house as materialized (${rowsAsOf('building', 'building_code, settlement_code', 'slice')}
)`;

const buildingCount = 'coalesce(houses.buildings, 0)';
const buildingsLed = whenFresh('building_leader', 'coalesce(houses.led, 0)');

const goingOn = (from: string, to: string): string => `${from} <= :t and (${to} is null or ${to} > :t)`;

/** Settlements that have a row of a register of the kind that counts. */
const having = (rows: string, condition: string, settlement: string): string => `(
    select distinct ${settlement} as settlement_code from (${rows}
    ) register where ${condition}
  )`;

/** The six forces: register, alias, and the settlements that have it. */
const forces: readonly (readonly [RegisterName, alias: string, settlements: string])[] = [
  [
    'party_body',
    'party',
    having(rowsAsOf('party_body', 'settlement_code, founded_on, closed_on', 'slice'), goingOn('founded_on', 'closed_on'), 'settlement_code'),
  ],
  ['street_community', 'community', having(rowsServing('street_community', 'level'), "level = 'community'", 'served')],
  [
    'work_team',
    'team',
    having(rowsAsOf('work_team', 'settlement_code, from_date, to_date', 'slice'), goingOn('from_date', 'to_date'), 'settlement_code'),
  ],
  ['police_room', 'police', having(rowsServing('police_room', 'status'), "status = '3'", 'served')],
  [
    'safety_group',
    'safety',
    having(rowsAsOf('safety_group', 'settlement_code, founded_on, closed_on', 'slice'), goingOn('founded_on', 'closed_on'), 'settlement_code'),
  ],
  ['wechat_group', 'chat', having(rowsAsOf('wechat_group', 'settlement_code, status', 'slice'), "status = '1'", 'settlement_code')],
];

const gaps = forces.map(([, alias]) => `(${alias}.settlement_code is null)::int`).join(' + ');
const joinsOfForces = forces.map(
  ([, alias, settlements]) => `
  left join ${settlements} ${alias} on ${alias}.settlement_code = settlement.settlement_code`,
);

export const governance: Theme = {
  joins: `
  left join (
    select house.settlement_code, count(*)::int as buildings, count(led.building_code)::int as led
    from house left join (
      select distinct building_code
      from (${rowsByNumber('building_leader', 'building_code, from_date, to_date', 'building_code', 'house')}
      ) building_leader
      where ${goingOn('from_date', 'to_date')}
    ) led using (building_code)
    group by house.settlement_code
  ) houses on houses.settlement_code = settlement.settlement_code
  left join (
    select settlement_code, count(*) as persons
    from (${rowsAsOf('building_leader', 'settlement_code, from_date, to_date', 'slice')}
    ) building_leader
    where ${goingOn('from_date', 'to_date')}
    group by settlement_code
  ) leaders on leaders.settlement_code = settlement.settlement_code${joinsOfForces.join('')}`,
  facts: [
    {
      name: 'building_count',
      type: 'int',
      unit: '栋',
      zh: '楼栋数',
      en: 'buildings',
      reads: ['building'],
      means: '安置点的楼栋数。',
      sql: buildingCount,
    },
    {
      name: 'buildings_led',
      type: 'int',
      unit: '栋',
      zh: '有楼栋长的楼栋',
      en: 'buildings with a leader',
      reads: ['building', 'building_leader'],
      means: '有现任楼栋长的楼栋数。',
      sql: buildingsLed,
    },
    {
      name: 'leader_vacancy_pct',
      type: 'double',
      unit: '%',
      zh: '楼栋长空缺率',
      en: 'buildings without a leader',
      reads: ['building', 'building_leader'],
      means: '无现任楼栋长的楼栋所占百分比。',
      sql: `(100.0::float8 * (${buildingCount} - (${buildingsLed}))) / nullif(${buildingCount}, 0)`,
    },
    {
      name: 'households_per_leader',
      type: 'double',
      unit: '户',
      zh: '每名楼栋长户数',
      en: 'households per building leader',
      reads: ['building_leader', 'household'],
      means: '每名现任楼栋长的户数。',
      sql: whenFresh('building_leader', `(1.0::float8 * ${householdCount}) / leaders.persons`),
    },
    {
      name: 'has_party_body',
      type: 'bool',
      unit: '',
      zh: '有党组织',
      en: 'has a party body',
      reads: ['party_body'],
      means: '有已成立、未撤销的党组织。',
      sql: whenFresh('party_body', 'party.settlement_code is not null'),
    },
    {
      name: 'governance_gaps',
      type: 'int',
      unit: '项',
      zh: '治理力量缺项',
      en: 'missing forces of governance',
      reads: ['party_body', 'street_community', 'work_team', 'police_room', 'safety_group', 'wechat_group'],
      means: '党组织、社区、工作队、警务室、群防群治组织、微警务群六项中缺少的项数。',
      sql: whenFresh(
        forces.map(([register]) => register),
        gaps,
      ),
    },
  ],
};
