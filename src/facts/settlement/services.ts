/** Facts of a settlement about the services that it has, its own and those shared with others. */
import type { Theme } from '../fact.ts';
import { whenFresh } from '../fresh.ts';
import { rowsServing } from '../rowsAsOf.ts';
import { personCount } from './people.ts';

const gpCount = whenFresh('clinic', 'case when medicine.gps_unknown then null else coalesce(medicine.gps, 0) end');

export const services: Theme = {
  joins: `
  left join (
    select served, count(distinct facility_type)::int as types, bool_or(facility_type = '01') as party_centre, bool_or(facility_type = '07') as health_site
    from (${rowsServing('facility', 'facility_type, status, opened_on')}
    ) facility
    where status = '3' and (opened_on is null or opened_on <= :t)
    group by served
  ) provision on provision.served = settlement.settlement_code
  left join (
    select served, sum(gps)::int as gps, bool_or(gps is null) as gps_unknown
    from (${rowsServing('clinic', 'gps, opened_on')}
    ) clinic
    where opened_on is null or opened_on <= :t
    group by served
  ) medicine on medicine.served = settlement.settlement_code`,
  facts: [
    {
      name: 'ten_ones_open',
      type: 'int',
      unit: '类',
      zh: '在用"十个一"类型数',
      en: 'kinds of "Ten Ones" facilities in use',
      reads: ['facility'],
      means: '服务本安置点、在用且已启用的“十个一”设施类型数。',
      sql: whenFresh('facility', 'coalesce(provision.types, 0)'),
    },
    {
      name: 'has_party_centre',
      type: 'bool',
      unit: '',
      zh: '党群服务中心在用',
      en: 'party and mass centre in use',
      reads: ['facility'],
      means: '有在用的党群服务中心。',
      sql: whenFresh('facility', 'coalesce(provision.party_centre, false)'),
    },
    {
      name: 'has_health_site',
      type: 'bool',
      unit: '',
      zh: '卫生服务机构在用',
      en: 'health site in use',
      reads: ['facility'],
      means: '有在用的卫生服务机构。',
      sql: whenFresh('facility', 'coalesce(provision.health_site, false)'),
    },
    {
      name: 'gp_count',
      type: 'int',
      unit: '人',
      zh: '全科医生数',
      en: 'general practitioners',
      reads: ['clinic'],
      means: '服务本安置点、已启用的医疗卫生机构的全科医生之和。',
      sql: gpCount,
    },
    {
      name: 'gp_per_10k',
      type: 'double',
      unit: '人/万人',
      zh: '每万人全科医生',
      en: 'general practitioners per 10,000',
      reads: ['clinic', 'person', 'household'],
      means: '每万常住人口的全科医生数。',
      sql: `(10000.0::float8 * (${gpCount})) / nullif(${personCount}, 0)`,
    },
  ],
};
