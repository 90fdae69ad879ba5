/** Facts of a household about its members and their work. */
import type { Theme } from '../fact.ts';
import { workingDaysSince } from '../terms.ts';

/** `members`: the persons of each household and what is known of their work; `emp` is empty where the employment register is silent. */
export const membersOfHouseholds = `
members as (
  select p.household_no, count(*)::int as persons, count(*) filter (where p.lab)::int as able,
    bool_or(p.age >= 16) as grown,
    bool_or(p.age >= 16 and emp.job) as at_work,
    bool_or(p.lab and emp.seek) as seeking,
    max(emp.since) filter (where p.lab) as jobless_since,
    bool_or(p.lab and emp.person_no is null) as unheard_of,
    bool_or(p.lab and emp.person_no is not null and not (emp.job and coalesce(emp.emp_form in ('4', '5'), false))) as not_away
  from p join fresh on fresh.settlement_code = p.settlement_code
  left join emp on emp.person_no = p.person_no and fresh.employment
  group by p.household_no
)`;

const hasJob = `case
        when members.at_work then true
        when not coalesce(members.grown, false) then false
        when members.unheard_of then null
        when fresh.employment then false
      end`;

const hasSeeker = `case
        when members.seeking then true
        when members.unheard_of then null
        else false
      end`;

export const members: Theme = {
  joins: `
  left join members on members.household_no = hh.household_no`,
  facts: [
    {
      name: 'member_count',
      type: 'int',
      unit: '人',
      zh: '家庭现有人口',
      en: 'present members',
      reads: ['person', 'household'],
      means: '评估日的家庭成员数。',
      sql: 'coalesce(members.persons, 0)',
    },
    {
      name: 'able_count',
      type: 'int',
      unit: '人',
      zh: '劳动力人数',
      en: 'members able to work',
      reads: ['person', 'household'],
      means: '劳动力成员数(在校状态未知的按不在校计)。',
      sql: 'coalesce(members.able, 0)',
    },
    {
      name: 'has_job',
      type: 'bool',
      unit: '',
      zh: '有人就业',
      en: 'someone has a job',
      reads: ['employment', 'person'],
      means: '有满16周岁的成员就业;没有且每个劳动力都有就业记录的为否。',
      sql: hasJob,
    },
    {
      name: 'has_seeker',
      type: 'bool',
      unit: '',
      zh: '有人愿意就业',
      en: 'someone wants to work',
      reads: ['employment', 'person'],
      means: '有劳动力成员未就业而愿意就业;没有且每个劳动力都有就业记录的为否。',
      sql: hasSeeker,
    },
    {
      name: 'zero_job_wd',
      type: 'int',
      unit: '工作日',
      zh: '零就业工作日',
      en: 'working days with nobody at work',
      reads: ['employment', 'person'],
      means: '无人就业而有人愿意就业的户,自劳动力中最晚失业日期起的工作日数;其余为0。',
      sql: `case
        when (${hasJob}) or not (${hasJob}) and not (${hasSeeker}) then 0
        when not (${hasJob}) and (${hasSeeker}) and members.jobless_since is not null then ${workingDaysSince('members.jobless_since')}
      end`,
    },
  ],
};
