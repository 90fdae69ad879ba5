/** Facts of a person about compulsory schooling, transfers and student aid. */
import type { Theme } from '../fact.ts';
import { rowsAsOf } from '../rowsAsOf.ts';
import { surely, workingDaysSince } from '../terms.ts';
import { monitored, onDibao, supportOfHousehold } from '../support.ts';

const ofCompulsoryAge = 'p.school_age between 6 and 15';

/** Whether the person row alone says that compulsory schooling is over, or that the child is taught at home. */
const excusedByPerson = surely("p.school_status in ('4', '5', '6', '7')");

const excusedByPupil = `(
          ${surely("pup.enrol_status = '6' and pup.grade::int >= 9")} or ${surely('pup.grade::int >= 10')}
          or ${surely("pup.enrol_status in ('4', '8')")} or ${surely("pup.special_edu = '3'")})`;

const transferPending = `case
        when pup.person_no is not null
          then ${surely('pup.transfer_on <= :t and (pup.enrolled_on is null or pup.enrolled_on < pup.transfer_on)')}
        when not (${ofCompulsoryAge}) then false
      end`;

export const schooling: Theme = {
  joins: `
  left join (${rowsAsOf('pupil', 'person_no, enrol_status, grade, special_edu, absent_days, transfer_on, enrolled_on, aid_on, aid_amount', 'reach')}
  ) pup on pup.person_no = p.person_no and fresh.pupil
  ${supportOfHousehold('p')}`,
  facts: [
    {
      name: 'compulsory',
      type: 'bool',
      unit: '',
      zh: '应接受义务教育',
      en: 'due for compulsory schooling',
      reads: ['pupil', 'person'],
      means: '学年年龄6至15岁,未完成义务教育,也未休学、送教上门或免入学。',
      sql: `${ofCompulsoryAge} and not ${excusedByPerson} and case when fresh.pupil then not ${excusedByPupil} end`,
    },
    {
      name: 'not_enrolled',
      type: 'bool',
      unit: '',
      zh: '未入学或辍学',
      en: 'not enrolled or dropped out',
      reads: ['pupil', 'person'],
      means: '学籍状态为无学籍或辍学;没有学籍记录时,在校状态为失学的为是,其余未知。',
      sql: `case
        when pup.person_no is not null then ${surely("pup.enrol_status in ('3', '7')")}
        when fresh.pupil and p.school_status = '8' then true
      end`,
    },
    {
      name: 'absent_school_days',
      type: 'int',
      unit: '天',
      zh: '连续缺勤天数',
      en: 'school days absent in a row',
      reads: ['pupil'],
      means: '连续缺勤天数;未填而在籍在校的为0。',
      sql: `case when pup.absent_days is not null then pup.absent_days when pup.enrol_status = '1' then 0 end`,
    },
    {
      name: 'transfer_pending',
      type: 'bool',
      unit: '',
      zh: '转学待接收',
      en: 'transfer not yet accepted',
      reads: ['pupil', 'person'],
      means: '已申请转学而未(重新)入学;没有有效学籍记录时,学年年龄不在6至15岁的为否。',
      sql: transferPending,
    },
    {
      name: 'transfer_wait_wd',
      type: 'int',
      unit: '工作日',
      zh: '转学等待工作日',
      en: 'working days waiting for the transfer',
      reads: ['pupil', 'person'],
      means: '转学待接收的,自申请日起的工作日数;其余为0。',
      sql: `case
        when ${transferPending} then ${workingDaysSince('pup.transfer_on')}
        when not (${transferPending}) then 0
      end`,
    },
    {
      name: 'aid_eligible',
      type: 'bool',
      unit: '',
      zh: '应享受教育资助',
      en: 'eligible for student aid',
      reads: ['pupil', 'household', 'relapse_object', 'subsistence_allowance', 'person'],
      means: '在籍在校、在籍外读或送教,且属脱贫户、监测对象、低保户或特困、孤儿、事实无人抚养、残疾。',
      sql: `case
        when pup.person_no is not null
          then ${surely("pup.enrol_status in ('1', '2', '8')")}
            and (${surely("p.household_type in ('1', '2')")} or p.tags && '{2,3,4,9}' or ${monitored} or ${onDibao})
        when not (${ofCompulsoryAge}) then false
      end`,
    },
    {
      name: 'aid_unpaid_days',
      type: 'int',
      unit: '天',
      zh: '本学期未发放资助天数',
      en: "days without this term's aid",
      reads: ['pupil'],
      means: '本学期(3月1日或9月1日起)已发资助为0,否则为开学以来的天数。',
      sql: `case
        when pup.person_no is null then null
        when pup.aid_on between :term_start and :t and pup.aid_amount > 0 then 0
        else :t - :term_start + 1
      end`,
    },
  ],
};
