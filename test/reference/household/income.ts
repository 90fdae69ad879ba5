/** Facts of a household about income and expense: facts.md sections 2 and 4. */
import type { AsOf } from '../asOf.ts';
import { latestQuarter, monthsBefore, quarterIndex } from '../calendar.ts';
import { type Definitions, type Fact, greatest, isAfter, percent, sumOf } from '../facts.ts';
import type { Household } from '../subjects.ts';
import { denies, isOneOf, number, type Row, text } from '../world.ts';

/** Income of the latest four known quarters (I0) and of the four before (I1); null = unknown. */
interface Income {
  readonly now: number | null;
  readonly before: number | null;
}

/** Both unknown when nothing was collected by the last quarter but one; each when one of its quarters has no row. */
function incomeOf(at: AsOf, household: Household): Income {
  const rows = at.delivered('income', household.settlement)?.filter((row) => text(row, 'household_no') === household.no && denies(row, 'is_oneoff'));
  const last = greatest((rows ?? []).map((row) => quarterOf(row)).filter((quarter) => quarter <= latestQuarter(at.date)));
  if (rows === undefined || last === null || last < latestQuarter(at.date) - 1) return { now: null, before: null };
  return { now: sumOfYear(rows, last), before: sumOfYear(rows, last - 4) };
}

const quarterOf = (row: Row): number => quarterIndex(text(row, 'period') ?? '');

/** Net income of the four quarters that end with this one. */
function sumOfYear(rows: readonly Row[], lastQuarter: number): number | null {
  const quarters = [lastQuarter - 3, lastQuarter - 2, lastQuarter - 1, lastQuarter];
  if (!quarters.every((quarter) => rows.some((row) => quarterOf(row) === quarter))) return null;
  return sumOf(
    rows.filter((row) => quarters.includes(quarterOf(row))),
    'net_amount',
  );
}

/** `household.coliving_count`; null when empty or 0. */
function coliving(household: Household): number | null {
  return number(household.row, 'coliving_count') || null;
}

/** Expenses of the 12 months up to T; null when the register is silent. */
function expensesOf(at: AsOf, household: Household): Row[] | null {
  const expenses = at.delivered('expense', household.settlement);
  if (expenses === null) return null;
  const start = monthsBefore(at.date, 12);
  return expenses.filter((row) => text(row, 'household_no') === household.no && isAfter(row, 'occurred_on', start));
}

/** Own payment of the window for some kinds of expense; 0 without rows. */
function spent(at: AsOf, household: Household, ...types: string[]): number | null {
  const expenses = expensesOf(at, household);
  return expenses === null
    ? null
    : sumOf(
        expenses.filter((row) => isOneOf(row, 'expense_type', ...types)),
        'self_paid',
      );
}

const medical = (at: AsOf, household: Household): number | null => spent(at, household, '1');
const rigid = (at: AsOf, household: Household): number | null => spent(at, household, '1', '2', '3', '4', '5');

/** (I0 - expense) / n. */
function perHeadAfter(at: AsOf, household: Household, expense: number | null): Fact {
  const { now } = incomeOf(at, household);
  const heads = coliving(household);
  return now === null || heads === null || expense === null ? null : (now - expense) / heads;
}

/** 0 without medical cost, 999 when there is cost and no income. */
function medicalBurden(at: AsOf, household: Household): Fact {
  const cost = medical(at, household);
  const { now } = incomeOf(at, household);
  if (cost === null || cost === 0) return cost;
  if (now === null) return null;
  return now <= 0 ? 999 : percent(cost, now);
}

function incomeChange(at: AsOf, household: Household): Fact {
  const { now, before } = incomeOf(at, household);
  return now === null || before === null || before <= 0 ? null : percent(now - before, before);
}

/** Some expense of the window was for a disaster or an accident. */
function disaster(at: AsOf, household: Household): Fact {
  const expenses = expensesOf(at, household);
  return expenses?.some((row) => isOneOf(row, 'expense_type', '3', '4') || text(row, 'event_ref') !== null) ?? null;
}

export const incomeFacts: Definitions<Household> = {
  income_12m: (at, household) => incomeOf(at, household).now,
  income_per_capita: (at, household) => perHeadAfter(at, household, 0),
  income_change_pct: incomeChange,
  medical_self_paid_12m: medical,
  medical_burden_pct: medicalBurden,
  income_after_medical_pc: (at, household) => perHeadAfter(at, household, medical(at, household)),
  rigid_12m: rigid,
  income_after_rigid_pc: (at, household) => perHeadAfter(at, household, rigid(at, household)),
  disaster_12m: disaster,
};
