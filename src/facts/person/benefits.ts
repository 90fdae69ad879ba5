/** Facts of a person about pensions and welfare benefits. */
import type { StatedFact } from '../fact.ts';

export const benefitsFacts: readonly StatedFact[] = [
  {
    name: 'pension_gap_months', type: 'int', unit: '月', zh: '养老待遇缺口月数', en: 'months without pension', reads: ['welfare_benefit', 'person'],
    means: '满60周岁的,领取中的养老待遇自最近发放月起未发的月数(取最少);没有领取的自满60周岁之月起算;不满60周岁为0。',
    sql: `null`,
  },
  {
    name: 'contribution_gap_months', type: 'int', unit: '月', zh: '缴费中断月数', en: 'months of interrupted contributions', reads: ['welfare_benefit', 'person'],
    means: '16至59周岁且养老保险全部中断的,自最近缴费月起的月数(取最少);其余为0。',
    sql: `null`,
  },
  {
    name: 'allowance_gap_months', type: 'int', unit: '月', zh: '津贴补贴未发月数', en: 'months of unpaid allowances', reads: ['welfare_benefit'],
    means: '领取中的高龄津贴、残疾人补贴等自最近发放月起未发的月数,取最多;没有为0。',
    sql: `null`,
  },
  {
    name: 'core_gap_months', type: 'int', unit: '月', zh: '特困孤儿保障未发月数', en: 'months of unpaid basic support', reads: ['welfare_benefit', 'person'],
    means: '特困人员的特困供养、孤儿和事实无人抚养儿童的保障未发的月数,取最多;未领取为1;不属这些人员为0。',
    sql: `null`,
  },
  {
    name: 'benefit_gap_months', type: 'int', unit: '月', zh: '待遇缺口月数', en: 'months of gap in benefits', reads: ['welfare_benefit', 'person'],
    means: '养老待遇、缴费中断、津贴补贴缺口月数中的最大者。',
    sql: `null`,
  },
  {
    name: 'benefit_due', type: 'bool', unit: '', zh: '应享待遇或应参保', en: 'entitled to benefits or due to insure', reads: ['welfare_benefit', 'person'],
    means: '满60周岁,或特困、孤儿、事实无人抚养,或有参保、中断、领取的待遇记录。',
    sql: `null`,
  },
];
