/** Facts of a settlement about what keeps it running: water, power, lifts, fire equipment. */
import type { Theme } from '../fact.ts';
import { whenFresh } from '../fresh.ts';
import { eventRows, rowsAsOf } from '../rowsAsOf.ts';
import { surely } from '../terms.ts';

const longestHours = (condition: string): string =>
  `max(extract(epoch from (:m - from_at))::float8 / 3600.0::float8) filter (where still_open and ${condition})`;

const interruptions = `
  select settlement_code,
    ${longestHours("announced = false and log_type in ('1', '2', '3', '4', '5') and coalesce(households, 20) >= 20")} as outage_hours,
    ${longestHours("announced = false and log_type = '7'")} as lift_hours,
    ${longestHours("announced = false and log_type = '8'")} as fire_hours,
    bool_or(still_open and log_type = '6') as water_failed,
    bool_or(log_type in ('7', '8') and accident and from_at > :m - interval '30 days') as accident
  from (
    select settlement_code, log_type, from_at, announced, accident, households, to_at is null or to_at > :m as still_open
    from (${eventRows('service_log', 'settlement_code, log_type, from_at, to_at, announced, accident, households', 'slice', 'from_at < :m')}
    ) service_log
  ) log
  group by settlement_code`;

const hours = (value: string): string => whenFresh('service_log', `coalesce(log.${value}, 0)`);
const hasLift = whenFresh('device', 'lift.settlement_code is not null');

export const running: Theme = {
  joins: `
  left join (${interruptions}
  ) log on log.settlement_code = settlement.settlement_code
  left join (
    select settlement_code, max(:t - inspection_due) as overdue_days, bool_or(inspection_due is null) as due_unknown
    from (${rowsAsOf('device', 'settlement_code, device_type, status, inspection_due', 'slice')}
    ) device
    where device_type = '1' and status in ('3', '4')
    group by settlement_code
  ) lift on lift.settlement_code = settlement.settlement_code`,
  facts: [
    {
      name: 'outage_hours',
      type: 'double',
      unit: '小时',
      zh: '市政中断时长',
      en: 'hours of an outage',
      reads: ['service_log'],
      means: '水电气等未预告、未恢复的中断(影响20户以上或未填)至今的小时数,取最长;没有为0。',
      sql: hours('outage_hours'),
    },
    {
      name: 'water_failed',
      type: 'bool',
      unit: '',
      zh: '饮用水水质不合格',
      en: 'drinking water failed',
      reads: ['service_log'],
      means: '有未结束的饮用水水质不合格。',
      sql: whenFresh('service_log', 'coalesce(log.water_failed, false)'),
    },
    {
      name: 'has_lift',
      type: 'bool',
      unit: '',
      zh: '有电梯',
      en: 'has lifts',
      reads: ['device'],
      means: '有在用或停用的电梯。',
      sql: hasLift,
    },
    {
      name: 'lift_down_hours',
      type: 'double',
      unit: '小时',
      zh: '电梯停运时长',
      en: 'hours of a lift out of service',
      reads: ['service_log'],
      means: '电梯未预告的停运至今的小时数,取最长;没有为0。',
      sql: hours('lift_hours'),
    },
    {
      name: 'inspection_overdue_days',
      type: 'int',
      unit: '天',
      zh: '电梯检验逾期天数',
      en: 'days of overdue lift inspection',
      reads: ['device'],
      means: '电梯下次检验日期已过的天数,取最长(负数为剩余天数);无电梯为0。',
      sql: `case
        when not (${hasLift}) then 0
        when (${hasLift}) and (lift.overdue_days > 0 or not lift.due_unknown) then lift.overdue_days
      end`,
    },
    {
      name: 'fire_down_hours',
      type: 'double',
      unit: '小时',
      zh: '消防设施停用时长',
      en: 'hours of fire equipment out of service',
      reads: ['service_log'],
      means: '消防设施未预告的停用至今的小时数,取最长;没有为0。',
      sql: hours('fire_hours'),
    },
    {
      name: 'equipment_accident',
      type: 'bool',
      unit: '',
      zh: '设备困人或事故',
      en: 'people trapped or accident',
      reads: ['service_log'],
      means: '近30天电梯或消防设施有困人或事故。',
      sql: whenFresh('service_log', surely('log.accident')),
    },
  ],
};
