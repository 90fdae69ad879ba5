/** Facts of a person about work, wages and public-welfare posts. */
import type { Theme } from '../fact.ts';
import { whenFresh } from '../fresh.ts';
import { eventRows, rowsByNumber } from '../rowsAsOf.ts';
import { lastDayOfMonth, monthIndex, monthIndexOfDate } from '../terms.ts';

const employed = 'case when emp.person_no is not null then emp.job when not p.labour then false end';

/** Without a fresh employment row `emp.seek` is unknown. */
export const seeking = '(p.labour and emp.seek)';

const wageArrearsDays = `case when ${employed} then emp.arrears_days when not (${employed}) then 0 end`;

/** The subsidy of a month is due by the end of the next; without a payment the month before the post began counts as paid. */
const firstMissedDue = lastDayOfMonth(`coalesce(${monthIndex('last_paid_month')}, ${monthIndexOfDate('from_date')} - 1) + 2`);

const heldPosts = `
  select person_no, max(greatest(0, :t - first_missed_due)) as arrears_days,
    bool_or(absent_days > 10) as absent, bool_or(absent_days is null) as absence_unknown
  from (
    select person_no, absent_days, ${firstMissedDue} as first_missed_due
    from (${rowsByNumber('public_post', 'person_no, from_date, to_date, last_paid_month, absent_days', 'person_no', 'p')}
    ) public_post
    where from_date <= :t and (to_date is null or to_date > :t)
  ) held
  group by person_no`;

/** How many persons each employer of a settlement owes wages for more than 7 days. */
const unpaid = `
  select p.settlement_code, emp.employer, count(*)::int as persons
  from p join emp using (person_no)
  where emp.job and emp.arrears_days > 7 and emp.employer is not null
  group by p.settlement_code, emp.employer`;

export const work: Theme = {
  joins: `
  left join (${heldPosts}
  ) post on post.person_no = p.person_no
  left join (
    select person_no, max(from_date) as last_on
    from (${eventRows('training', 'person_no, from_date', 'reach')}
    ) training
    group by person_no
  ) trained on trained.person_no = p.person_no
  left join (${unpaid}
  ) unpaid on unpaid.settlement_code = p.settlement_code and unpaid.employer = emp.employer`,
  facts: [
    {
      name: 'employed',
      type: 'bool',
      unit: '',
      zh: '已就业',
      en: 'employed',
      reads: ['employment', 'person'],
      means: '就业台账状态为就业且未结束;没有有效就业记录时,非劳动力为否,其余未知。',
      sql: employed,
    },
    {
      name: 'seeking',
      type: 'bool',
      unit: '',
      zh: '有就业意愿未就业',
      en: 'out of work and willing to work',
      reads: ['employment', 'person'],
      means: '劳动力,未就业,求职意愿强或一般,没有暂不能就业原因,拒绝推荐不满3次。',
      sql: seeking,
    },
    {
      name: 'unemployed_days',
      type: 'int',
      unit: '天',
      zh: '失业天数',
      en: 'days out of work',
      reads: ['employment', 'person'],
      means: '有就业意愿未就业的,自失业日期起的天数(未填时:状态仍为就业的取结束日期,否则取起始日期);其余为0。',
      sql: `case when ${seeking} then :t - emp.since when not ${seeking} then 0 end`,
    },
    {
      name: 'service_131_done',
      type: 'bool',
      unit: '',
      zh: '"131"服务已落实',
      en: '"131" service delivered',
      reads: ['employment', 'training', 'person'],
      means: '有就业意愿未就业的,职业指导至少1次、岗位推荐至少3次,且失业以来参加过培训;其余为是。',
      sql: `case
        when not ${seeking} then true
        when ${seeking} then emp.guidance_count >= 1 and emp.offer_count >= 3
          and ${whenFresh('training', 'case when trained.person_no is null then false else trained.last_on >= emp.since end')}
      end`,
    },
    {
      name: 'wage_arrears_days',
      type: 'int',
      unit: '天',
      zh: '工资拖欠天数',
      en: 'days of wage arrears',
      reads: ['employment', 'person'],
      means: '已就业的取拖欠天数;未就业为0。',
      sql: wageArrearsDays,
    },
    {
      name: 'employer_unpaid_persons',
      type: 'int',
      unit: '人',
      zh: '同一单位被拖欠人数',
      en: 'persons whom the same employer owes wages',
      reads: ['employment', 'person'],
      means: '拖欠超过7天时,同一安置点、同一单位被拖欠超过7天的在业人数(含本人);其余为0。',
      sql: `case
        when (${wageArrearsDays}) is null then null
        when (${wageArrearsDays}) <= 7 or emp.employer is null then 0
        else unpaid.persons
      end`,
    },
    {
      name: 'holds_post',
      type: 'bool',
      unit: '',
      zh: '在公益性岗位',
      en: 'holds a public-welfare post',
      reads: ['public_post'],
      means: '评估日在公益性岗位上(已起聘,未结束)。',
      sql: whenFresh('public_post', 'post.person_no is not null'),
    },
    {
      name: 'post_arrears_days',
      type: 'int',
      unit: '天',
      zh: '岗位补贴拖欠天数',
      en: "days of arrears of the post's subsidy",
      reads: ['public_post'],
      means: '在岗岗位的补贴应于次月底前发放;自最近发放月之后第二个月月底起的天数,取最长;无岗为0。',
      sql: whenFresh('public_post', 'coalesce(post.arrears_days, 0)'),
    },
    {
      name: 'post_anomaly',
      type: 'bool',
      unit: '',
      zh: '岗位履职异常',
      en: 'irregularity of the post',
      reads: ['public_post', 'employment', 'person'],
      means: '在岗而满65周岁,或考勤异常超过10天,或另有公益性岗位以外的工作。',
      sql: `${whenFresh('public_post', 'post.person_no is not null')} and (
        p.age >= 65
        or ${whenFresh('public_post', 'case when post.absent then true when post.absence_unknown then null else false end')}
        or emp.job and emp.emp_form <> '6')`,
    },
  ],
};
