/** Facts of a person about work, wages and public-welfare posts. */
import type { StatedFact } from '../fact.ts';

export const workFacts: readonly StatedFact[] = [
  {
    name: 'employed', type: 'bool', unit: '', zh: '已就业', en: 'employed', reads: ['employment', 'person'],
    means: '就业台账状态为就业且未结束;没有有效就业记录时,非劳动力为否,其余未知。',
    sql: `null`,
  },
  {
    name: 'seeking', type: 'bool', unit: '', zh: '有就业意愿未就业', en: 'out of work and willing to work', reads: ['employment', 'person'],
    means: '劳动力,未就业,求职意愿强或一般,没有暂不能就业原因,拒绝推荐不满3次。',
    sql: `null`,
  },
  {
    name: 'unemployed_days', type: 'int', unit: '天', zh: '失业天数', en: 'days out of work', reads: ['employment', 'person'],
    means: '有就业意愿未就业的,自失业日期(未填时取结束日期或起始日期)起的天数;其余为0。',
    sql: `null`,
  },
  {
    name: 'service_131_done', type: 'bool', unit: '', zh: '"131"服务已落实', en: '"131" service delivered', reads: ['employment', 'training', 'person'],
    means: '有就业意愿未就业的,职业指导至少1次、岗位推荐至少3次,且失业以来参加过培训;其余为是。',
    sql: `null`,
  },
  {
    name: 'wage_arrears_days', type: 'int', unit: '天', zh: '工资拖欠天数', en: 'days of wage arrears', reads: ['employment', 'person'],
    means: '已就业的取拖欠天数;未就业为0。',
    sql: `null`,
  },
  {
    name: 'employer_unpaid_persons', type: 'int', unit: '人', zh: '同一单位被拖欠人数', en: 'persons whom the same employer owes wages', reads: ['employment', 'person'],
    means: '拖欠超过7天时,同一安置点、同一单位被拖欠超过7天的在业人数(含本人);其余为0。',
    sql: `null`,
  },
  {
    name: 'holds_post', type: 'bool', unit: '', zh: '在公益性岗位', en: 'holds a public-welfare post', reads: ['public_post'],
    means: '评估日在公益性岗位上(已起聘,未结束)。',
    sql: `null`,
  },
  {
    name: 'post_arrears_days', type: 'int', unit: '天', zh: '岗位补贴拖欠天数', en: 'days of arrears of the post\'s subsidy', reads: ['public_post'],
    means: '在岗岗位的补贴应于次月底前发放;自最近发放月之后第二个月月底起的天数,取最长;无岗为0。',
    sql: `null`,
  },
  {
    name: 'post_anomaly', type: 'bool', unit: '', zh: '岗位履职异常', en: 'irregularity of the post', reads: ['public_post', 'employment', 'person'],
    means: '在岗而满65周岁,或考勤异常超过10天,或另有公益性岗位以外的工作。',
    sql: `null`,
  },
];
