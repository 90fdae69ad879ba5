/** Facts of a clinic. */
import type { StatedFact } from './fact.ts';

export const clinicFacts: readonly StatedFact[] = [
  {
    name: 'clinic_open', type: 'bool', unit: '', zh: '已启用', en: 'opened', reads: ['clinic'],
    means: '机构已启用(启用日期未填视为已启用)。',
    sql: `null`,
  },
  {
    name: 'no_doctor_days', type: 'int', unit: '天', zh: '缺医停诊天数', en: 'days without a doctor', reads: ['clinic', 'service_log'],
    means: '未恢复的停诊至今的天数,取最长;当日在岗医师为0的至少为1。',
    sql: `null`,
  },
  {
    name: 'drug_rate', type: 'double', unit: '%', zh: '基药配备率', en: 'basic medicines in stock', reads: ['clinic'],
    means: '基药配备率。',
    sql: `null`,
  },
];
