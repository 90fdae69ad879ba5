/** 家庭收入台账, as the usual wide sheet of four kinds of income a quarter. */
import { income as register } from '#catalog/registers/income.ts';
import { type Day, lastDayOfQuarter, type Quarter } from '../days.ts';
import { fixedDraw } from '../random.ts';
import { quarterly, source } from '../sheets/source.ts';
import type { Household } from '../world.ts';

/** Splits net income into the four kinds; production is stated gross with its cost. */
function kindsOf(household: Household, quarter: Quarter, net: number): Record<string, number | undefined> {
  const draw = fixedDraw(household.index, 44);
  const produced = draw < 0.35 ? Math.floor(net * (0.05 + 0.2 * fixedDraw(household.index, 45))) : 0;
  const transferred = Math.floor(net * (draw > 0.93 ? 0.7 : 0.06 + 0.08 * fixedDraw(household.index, 46)));
  const owned = fixedDraw(household.index, 47) < 0.2 ? Math.floor(net * 0.02) : 0;
  const cost = Math.floor(produced * (0.3 + 0.3 * fixedDraw(household.index, 1000 + quarter)));
  const some = (amount: number): number | undefined => (amount > 0 ? amount : undefined);
  return {
    工资性收入: net - produced - transferred - owned,
    生产经营性收入: some(produced + cost),
    生产经营性支出: some(cost),
    转移性收入: some(transferred),
    财产性收入: some(owned),
  };
}

/** The first delivery holds the quarters before it, the quarterly ones what was collected since; the last quarter may end on the last day. */
const isTold = (quarter: Quarter, after: Day | undefined, upTo: Day): boolean =>
  lastDayOfQuarter(quarter) <= upTo && (after === undefined || lastDayOfQuarter(quarter) > after);

export const income = source<keyof typeof register.fields>({
  register,
  fields: ['household_no', 'period', 'method', 'collected_by', 'collected_on'],
  wideHeaders: ['工资性收入', '生产经营性收入', '生产经营性支出', '转移性收入', '财产性收入'],
  days: quarterly,
  *rows({ world, incomes }, after, upTo) {
    for (const quarter of world.plan.timeline.quarters) {
      if (!isTold(quarter, after, upTo)) continue;
      const collectedOn = Math.min(upTo, lastDayOfQuarter(quarter) + 12);
      for (const household of world.households) {
        const net = incomes.netOf(household, quarter);
        if (net === undefined) continue;
        yield {
          settlement: household.settlement,
          cells: {
            household_no: household,
            period: quarter,
            method: household.index % 5 === 0 ? '3' : '1',
            collected_by: household.building.gridWorker,
            collected_on: collectedOn,
          },
          wide: kindsOf(household, quarter, net),
        };
      }
    }
  },
});
