/** Facts of a settlement: governance. */
import type { StatedFact } from '../fact.ts';

export const governanceFacts: readonly StatedFact[] = [
  {
    name: 'building_count', type: 'int', unit: '栋', zh: '楼栋数', en: 'buildings', reads: ['building'],
    means: '安置点的楼栋数。',
    sql: `null`,
  },
  {
    name: 'buildings_led', type: 'int', unit: '栋', zh: '有楼栋长的楼栋', en: 'buildings with a leader', reads: ['building', 'building_leader'],
    means: '有现任楼栋长的楼栋数。',
    sql: `null`,
  },
  {
    name: 'leader_vacancy_pct', type: 'double', unit: '%', zh: '楼栋长空缺率', en: 'buildings without a leader', reads: ['building', 'building_leader'],
    means: '无现任楼栋长的楼栋所占百分比。',
    sql: `null`,
  },
  {
    name: 'households_per_leader', type: 'double', unit: '户', zh: '每名楼栋长户数', en: 'households per building leader', reads: ['building_leader', 'household'],
    means: '每名现任楼栋长的户数。',
    sql: `null`,
  },
  {
    name: 'has_party_body', type: 'bool', unit: '', zh: '有党组织', en: 'has a party body', reads: ['party_body'],
    means: '有已成立、未撤销的党组织。',
    sql: `null`,
  },
  {
    name: 'governance_gaps', type: 'int', unit: '项', zh: '治理力量缺项', en: 'missing forces of governance', reads: ['party_body', 'street_community', 'work_team', 'police_room', 'safety_group', 'wechat_group'],
    means: '党组织、社区、工作队、警务室、群防群治组织、微警务群六项中缺少的项数。',
    sql: `null`,
  },
];
