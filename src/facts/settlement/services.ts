/** Facts of a settlement: services. */
import type { StatedFact } from '../fact.ts';

export const servicesFacts: readonly StatedFact[] = [
  {
    name: 'ten_ones_open', type: 'int', unit: '类', zh: '在用"十个一"类型数', en: 'kinds of "Ten Ones" facilities in use', reads: ['facility'],
    means: '服务本安置点、在用且已启用的“十个一”设施类型数。',
    sql: `null`,
  },
  {
    name: 'has_party_centre', type: 'bool', unit: '', zh: '党群服务中心在用', en: 'party and mass centre in use', reads: ['facility'],
    means: '有在用的党群服务中心。',
    sql: `null`,
  },
  {
    name: 'has_health_site', type: 'bool', unit: '', zh: '卫生服务机构在用', en: 'health site in use', reads: ['facility'],
    means: '有在用的卫生服务机构。',
    sql: `null`,
  },
  {
    name: 'gp_count', type: 'int', unit: '人', zh: '全科医生数', en: 'general practitioners', reads: ['clinic'],
    means: '服务本安置点、已启用的医疗卫生机构的全科医生之和。',
    sql: `null`,
  },
  {
    name: 'gp_per_10k', type: 'double', unit: '人/万人', zh: '每万人全科医生', en: 'general practitioners per 10,000', reads: ['clinic', 'person', 'household'],
    means: '每万常住人口的全科医生数。',
    sql: `null`,
  },
];
