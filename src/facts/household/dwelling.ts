/** Facts of a household: dwelling. */
import type { StatedFact } from '../fact.ts';

export const dwellingFacts: readonly StatedFact[] = [
  {
    name: 'hazard_grade', type: 'int', unit: '级', zh: '住房隐患等级', en: 'grade of the hazard', reads: ['housing'],
    means: '住房未消除的隐患等级,没有为0;超过400天未核查的0视为未知。',
    sql: `null`,
  },
  {
    name: 'hazard_open_days', type: 'int', unit: '天', zh: '隐患未整改天数', en: 'days of an open hazard', reads: ['housing'],
    means: '有未消除隐患的,自发现日起的天数;没有为0。',
    sql: `null`,
  },
  {
    name: 'title_issued', type: 'bool', unit: '', zh: '已发不动产权证', en: 'title issued', reads: ['housing'],
    means: '住房的不动产权证已发。',
    sql: `null`,
  },
  {
    name: 'title_accepted', type: 'bool', unit: '', zh: '已受理不动产登记', en: 'title application accepted', reads: ['housing'],
    means: '住房的不动产登记申请已受理。',
    sql: `null`,
  },
  {
    name: 'title_wait_wd', type: 'int', unit: '工作日', zh: '不动产证等待工作日', en: 'working days waiting for the title', reads: ['housing'],
    means: '已受理未发证的,自受理日起的工作日数;其余为0。',
    sql: `null`,
  },
  {
    name: 'title_dispute', type: 'bool', unit: '', zh: '产权争议', en: 'dispute over the title', reads: ['housing'],
    means: '住房有权属争议且未发证。',
    sql: `null`,
  },
];
