/** 外部参照序列: the growth of all people lifted out of poverty, beside which that of the relocated stands. */
import { referenceSeries as register } from '#catalog/registers/referenceSeries.ts';
import { growthLead, incomeGrowthOf, incomePerHeadOf } from '../plan.ts';
import { source, seldom } from '../sheets/source.ts';

export const referenceSeries = source<keyof typeof register.fields>({
  register,
  fields: ['series', 'area', 'period', 'value', 'source'],
  days: seldom,
  *rows({ world }) {
    const { lastFullYear } = world.plan.timeline;
    for (const year of [lastFullYear - 1, lastFullYear]) {
      const row = (series: string, value: number) => ({
        settlement: undefined,
        cells: { series, area: '522300', period: String(year), value, source: '虚构示例数据' },
      });
      yield row('poverty_lifted_income_growth', Math.round((incomeGrowthOf(year) - growthLead) * 100) / 100);
      yield row('poverty_lifted_income', Math.round(incomePerHeadOf(year) * 1.01));
      yield row('minimum_wage', 1890);
    }
  },
});
