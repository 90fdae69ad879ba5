/** Facts of a household: occupancy. */
import type { StatedFact } from '../fact.ts';

export const occupancyFacts: readonly StatedFact[] = [
  {
    name: 'vacant_days', type: 'int', unit: '天', zh: '空置天数', en: 'days empty', reads: ['visit', 'housing'],
    means: '入户走访和住房核查所见:最近所见为居住的为0;否则自最后一次居住之后首次所见起的天数。',
    sql: `null`,
  },
  {
    name: 'away_for_work', type: 'bool', unit: '', zh: '外出务工户', en: 'away for work', reads: ['employment', 'household', 'person'],
    means: '户状态为外出务工,或全部劳动力均在县外就业(至少一人)。',
    sql: `null`,
  },
  {
    name: 'away_in_contact', type: 'bool', unit: '', zh: '有因外出且季度内有联系', en: 'away for a reason and in contact', reads: ['visit', 'housing', 'employment', 'household', 'person'],
    means: '外出务工户或最近所见为空置有因,且近92天内有走访联系。',
    sql: `null`,
  },
  {
    name: 'unexplained_vacant_days', type: 'int', unit: '天', zh: '无因空置天数', en: 'days empty without a reason', reads: ['visit', 'housing', 'employment', 'household', 'person'],
    means: '空置天数;有因外出且有联系的为0。',
    sql: `null`,
  },
  {
    name: 'moved_back', type: 'bool', unit: '', zh: '回迁原址', en: 'moved back to the old place', reads: ['household'],
    means: '户状态为回迁。',
    sql: `null`,
  },
  {
    name: 'house_transferred', type: 'bool', unit: '', zh: '房屋出租出售或被占', en: 'dwelling let, sold or occupied by others', reads: ['visit', 'housing'],
    means: '最近所见为出租、出售或被他人占用。',
    sql: `null`,
  },
];
