/** Facts of a settlement: running. */
import type { StatedFact } from '../fact.ts';

export const runningFacts: readonly StatedFact[] = [
  {
    name: 'outage_hours', type: 'double', unit: '小时', zh: '市政中断时长', en: 'hours of an outage', reads: ['service_log'],
    means: '水电气等未预告、未恢复的中断(影响20户以上或未填)至今的小时数,取最长;没有为0。',
    sql: `null`,
  },
  {
    name: 'water_failed', type: 'bool', unit: '', zh: '饮用水水质不合格', en: 'drinking water failed', reads: ['service_log'],
    means: '有未结束的饮用水水质不合格。',
    sql: `null`,
  },
  {
    name: 'has_lift', type: 'bool', unit: '', zh: '有电梯', en: 'has lifts', reads: ['device'],
    means: '有在用或停用的电梯。',
    sql: `null`,
  },
  {
    name: 'lift_down_hours', type: 'double', unit: '小时', zh: '电梯停运时长', en: 'hours of a lift out of service', reads: ['service_log'],
    means: '电梯未预告的停运至今的小时数,取最长;没有为0。',
    sql: `null`,
  },
  {
    name: 'inspection_overdue_days', type: 'int', unit: '天', zh: '电梯检验逾期天数', en: 'days of overdue lift inspection', reads: ['device'],
    means: '电梯下次检验日期已过的天数,取最长(负数为剩余天数);无电梯为0。',
    sql: `null`,
  },
  {
    name: 'fire_down_hours', type: 'double', unit: '小时', zh: '消防设施停用时长', en: 'hours of fire equipment out of service', reads: ['service_log'],
    means: '消防设施未预告的停用至今的小时数,取最长;没有为0。',
    sql: `null`,
  },
  {
    name: 'equipment_accident', type: 'bool', unit: '', zh: '设备困人或事故', en: 'people trapped or accident', reads: ['service_log'],
    means: '近30天电梯或消防设施有困人或事故。',
    sql: `null`,
  },
];
