/** What households earn by quarter, fitted so that the published income a head comes out to the yuan. */
import { Chooser, isHeardFrom } from './choosing.ts';
import { type Day, dayOf, type Quarter, yearOfQuarter } from './days.ts';
import { incomePerHeadOf, quota } from './plan.ts';
import { fixedDraw, streamFor } from './random.ts';
import { type Household, isHereOn, isMemberOn, type World } from './world.ts';

/** Income a head under which a household would be warned, with a margin. */
const quietFloor = 11_500;
const quarterShares = [0.22, 0.24, 0.26, 0.28];

/** Share of households by band of yearly income a head (F01), and by share lost on the year (F02). */
const poorBands = [
  [0.005, 9200, 11_000],
  [0.003, 8350, 8900],
  [0.002, 7600, 8150],
  [0.002, 4800, 7300],
] as const;
const lossBands = [
  [0.003, 0.11, 0.19],
  [0.0022, 0.21, 0.29],
  [0.0016, 0.31, 0.48],
  [0.0008, 0.52, 0.7],
] as const;

/** People who share the household's income on a day; now and then one fewer than its members. */
export function colivingOn(household: Household, day: Day): number {
  const members = household.members.reduce((count, member) => count + (isMemberOn(member, day) ? 1 : 0), 0);
  return Math.max(1, members - (members >= 4 && fixedDraw(household.index, 41) < 0.05 ? 1 : 0));
}

/** The day of the household list that stands on a day. */
const listDayOn = (world: World, day: Day): Day =>
  world.plan.timeline.sinceBase.filter((delivery) => delivery <= day).at(-1) ?? world.plan.timeline.base;

/** A part of a yearly sum in whole yuan; the last quarter takes what rounding left over. */
function quarterPart(yearly: number, quarter: Quarter): number {
  const place = (quarter - 1) % 4;
  if (place < 3) return Math.floor(yearly * (quarterShares[place] ?? 0));
  return yearly - quarterShares.slice(0, 3).reduce((sum, share) => sum + Math.floor(yearly * share), 0);
}

/** The incomes of all households. Poor and shaken households have series of their own; the rest share out what the printed income asks for. */
export class Incomes {
  private readonly own = new Map<Household, ReadonlyMap<Quarter, number>>();
  private readonly uncollected = new Map<Household, Quarter>();
  /** Yearly net income of ordinary households, by year and index of the household. */
  private readonly yearly = new Map<number, Float64Array>();
  private readonly quarters: readonly Quarter[];

  constructor(private readonly world: World) {
    const { plan, households } = world;
    const random = streamFor(plan.seed, 'incomes');
    this.quarters = plan.timeline.quarters;
    const heard = households.filter((household) => isHeardFrom(household, 'income', 'expense'));
    const chooser = new Chooser(random, heard);
    const take = (share: number): Household[] => chooser.take(quota(share, heard.length));
    for (const [share, low, high] of poorBands)
      for (const household of take(share)) this.own.set(household, this.poorSeries(household, random.between(low, high)));
    for (const [share, low, high] of lossBands)
      for (const household of take(share)) this.own.set(household, this.shakenSeries(household, low + random.next() * (high - low)));
    for (const household of take(0.004)) this.uncollected.set(household, (this.quarters.at(-1) ?? 0) - random.between(0, 2));
    for (const year of new Set(this.quarters.map(yearOfQuarter))) this.yearly.set(year, this.fit(year));
  }

  /** Net income of a quarter in whole yuan; undefined when nobody collected it. */
  netOf(household: Household, quarter: Quarter): number | undefined {
    if (household.leftOn !== 0 || this.uncollected.get(household) === quarter) return undefined;
    const own = this.own.get(household);
    return own ? own.get(quarter) : quarterPart(this.yearly.get(yearOfQuarter(quarter))?.[household.index] ?? 0, quarter);
  }

  /** Net income over the last four quarters. */
  lastYearOf(household: Household): number {
    return this.quarters.slice(-4).reduce((sum, quarter) => sum + (this.netOf(household, quarter) ?? 0), 0);
  }

  /** Whether the household is neither poor nor shaken nor incompletely known. */
  isOrdinary(household: Household): boolean {
    return !this.own.has(household) && !this.uncollected.has(household) && household.leftOn === 0;
  }

  private poorSeries(household: Household, perHead: number): Map<Quarter, number> {
    const { lastFullYear, until } = this.world.plan.timeline;
    const heads = colivingOn(household, until);
    return new Map(
      this.quarters.map((quarter) => [
        quarter,
        quarterPart(Math.round((yearOfQuarter(quarter) < lastFullYear ? perHead / 1.05 : perHead) * heads), quarter),
      ]),
    );
  }

  /** A household that earned well and lost a share of it in the last four quarters. */
  private shakenSeries(household: Household, loss: number): Map<Quarter, number> {
    const { until, lastFullYear } = this.world.plan.timeline;
    const perHead = Math.max(incomePerHeadOf(lastFullYear) * 1.04, 12_000 / (1 - loss));
    const yearly = Math.round(perHead * colivingOn(household, until));
    const shaken = (quarter: Quarter): boolean => quarter > (this.quarters.at(-1) ?? 0) - 4;
    return new Map(
      this.quarters.map((quarter) => [
        quarter,
        shaken(quarter) ? Math.round(quarterPart(yearly, quarter) * (1 - loss)) : quarterPart(yearly, quarter),
      ]),
    );
  }

  /** What an ordinary household has over the floor, about one on average. */
  private excess(household: Household, year: number): number {
    return Math.min(6, -Math.log(1 - fixedDraw(household.index, 42))) * (0.95 + 0.1 * fixedDraw(household.index, 1000 + year));
  }

  private ownInYear(household: Household, year: number): number | undefined {
    const series = this.own.get(household);
    return series && [1, 2, 3, 4].reduce((sum, place) => sum + (series.get(year * 4 + place) ?? 0), 0);
  }

  /** Yearly incomes of the ordinary, whose sum with all others that count is the printed income a head times the people. */
  private fit(year: number): Float64Array {
    const { plan, households } = this.world;
    const target = incomePerHeadOf(year);
    const { lastFullYear } = plan.timeline;
    const floor = year < lastFullYear ? (quietFloor * target) / incomePerHeadOf(lastFullYear) : quietFloor;
    const listDay = listDayOn(this.world, Math.min(dayOf(year, 12, 31), plan.until));
    const counts = (household: Household): boolean =>
      household.type === '1' &&
      household.leftOn === 0 &&
      isHereOn(household, listDay) &&
      yearOfQuarter(this.uncollected.get(household) ?? 4) !== year;
    let people = 0;
    let certain = 0;
    let excess = 0;
    for (const household of households) {
      if (!counts(household)) continue;
      const heads = colivingOn(household, listDay);
      people += heads;
      certain += this.ownInYear(household, year) ?? floor * heads;
      if (!this.own.has(household)) excess += this.excess(household, year) * heads;
    }
    const wanted = Math.round(target * people);
    const factor = excess > 0 ? (wanted - certain) / excess : 0;
    const amounts = new Float64Array(households.length);
    let rest = wanted;
    for (const household of households) {
      const own = this.ownInYear(household, year);
      if (own === undefined) amounts[household.index] = Math.round((floor + factor * this.excess(household, year)) * colivingOn(household, listDay));
      if (counts(household)) rest -= own ?? amounts[household.index] ?? 0;
    }
    this.spread(amounts, rest, (household) => counts(household) && !this.own.has(household));
    return amounts;
  }

  /** Gives the few yuan that rounding left over to as many households, one each. */
  private spread(amounts: Float64Array, rest: number, takesPart: (household: Household) => boolean): void {
    const step = Math.sign(rest);
    let left = Math.abs(rest);
    for (const household of this.world.households) {
      if (left === 0) return;
      if (!takesPart(household)) continue;
      amounts[household.index] = (amounts[household.index] ?? 0) + step;
      left -= 1;
    }
  }
}
