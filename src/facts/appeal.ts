/** Facts of an appeal 群众诉求: its time limit, and whether people were satisfied. */
import type { SubjectFacts, Theme } from './fact.ts';
import { eventRows } from './rowsAsOf.ts';
import { subject } from './subject.ts';
import { surely, workingDaysSince } from './terms.ts';

const isOpen = '(closed_at is null or closed_at > :m)';
const seconds = (from: string, to: string): string => `extract(epoch from (${to} - ${from}))::float8`;

const theme: Theme = {
  joins: `
  left join (
    select repeat_of, count(*)::int as times
    from (${eventRows('appeal', 'repeat_of', 'all', 'repeat_of is not null')}
    ) appeal
    group by repeat_of
  ) repeated on repeated.repeat_of = appeal.appeal_no`,
  facts: [
    {
      name: 'appeal_open',
      type: 'bool',
      unit: '',
      zh: '未办结',
      en: 'not closed',
      reads: ['appeal'],
      means: '诉求未办结。',
      sql: isOpen,
    },
    {
      name: 'limit_used',
      type: 'double',
      unit: '倍',
      zh: '已用时限比例',
      en: 'share of the time limit used',
      reads: ['appeal'],
      means: '未办结的,已用时间与办理时限之比;已办结为0。',
      sql: `case
        when not ${isOpen} then 0
        when due_at > accepted_at then ${seconds('accepted_at', ':m')} / ${seconds('accepted_at', 'due_at')}
      end`,
    },
    {
      name: 'overdue_wd',
      type: 'int',
      unit: '工作日',
      zh: '超期工作日',
      en: 'working days overdue',
      reads: ['appeal'],
      means: '未办结的,超过办理时限的工作日数;已办结为0。',
      sql: `case
        when not ${isOpen} then 0
        when due_at is not null then ${workingDaysSince("(due_at at time zone 'Asia/Shanghai')::date")}
      end`,
    },
    {
      name: 'unsatisfied',
      type: 'bool',
      unit: '',
      zh: '近90天回访不满意',
      en: 'not satisfied within 90 days',
      reads: ['appeal'],
      means: '近90天回访不满意。',
      sql: `case
        when satisfaction = '4' then visited_at > :m - interval '90 days' and visited_at <= :m
        else false
      end`,
    },
    {
      name: 'repeat_count',
      type: 'int',
      unit: '次',
      zh: '重复诉求次数',
      en: 'repeated appeals',
      reads: ['appeal'],
      means: '指向本诉求的重复诉求件数。',
      sql: 'coalesce(repeated.times, 0)',
    },
    {
      name: 'appeal_people',
      type: 'int',
      unit: '人',
      zh: '涉及人数',
      en: 'people concerned',
      reads: ['appeal'],
      means: '涉及人数,未填为1。',
      sql: 'coalesce(people, 1)',
    },
    {
      name: 'life_safety',
      type: 'bool',
      unit: '',
      zh: '涉及生命安全',
      en: 'danger to life',
      reads: ['appeal'],
      means: '紧急程度为特急。',
      sql: surely("urgency = '1'"),
    },
  ],
};

export const appeal: SubjectFacts = subject({
  kind: 'appeal',
  register: 'appeal',
  keyColumn: 'appeal_no',
  with: [],
  from: `(${eventRows('appeal', 'appeal_no, settlement_code, accepted_at, due_at, closed_at, visited_at, satisfaction, people, urgency', 'slice')}
  ) appeal`,
  alias: 'appeal',
  themes: [theme],
});
