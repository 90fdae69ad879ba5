/** Random dwellings, visits, income, expense and support of households. */
import { latestQuarter, quarterOf } from '../calendar.ts';
import type { Row } from '../world.ts';
import type { Home } from './people.ts';
import type { Teller } from './telling.ts';

/** Everything about a household but its persons' own affairs. */
export function tellHousehold(teller: Teller, home: Home): void {
  const about = { household_no: home.no };
  if (teller.chance(0.92)) tellDwelling(teller, home, `${home.settlement.code}-1-${home.no}A`);
  if (teller.chance(0.05)) tellDwelling(teller, home, `${home.settlement.code}-1-${home.no}B`);
  for (let visits = teller.pick([0, 1, 2, 3, 5, 8]); visits > 0; visits -= 1) tellVisit(teller, home, visits);
  if (teller.chance(0.93)) tellIncome(teller, home);
  for (let bills = teller.pick([0, 0, 1, 2, 3]); bills > 0; bills -= 1) tellBill(teller, home, bills);
  if (teller.chance(0.45)) teller.state('subsistence_allowance', about, () => dibaoRow(teller), home.since);
  if (teller.chance(0.2)) {
    const row = { ...about, clue_on: teller.edge(), identified_on: teller.chance(0.8) ? teller.edge() : null };
    teller.event('relapse_object', row, teller.chance(0.3) ? { removed_on: teller.edge() } : undefined);
  }
}

function tellDwelling(teller: Teller, home: Home, house_no: string): void {
  const key = { house_no, household_no: home.no, settlement_code: home.settlement.code, building_code: `${home.settlement.code}-1` };
  teller.state('housing', key, () => dwellingRow(teller), home.since);
}

function dwellingRow(teller: Teller): Row {
  const occupancy = teller.chance(0.55) ? '1' : teller.pick(['2', '3', '4', '5', '5', '5', '6', '7']);
  const hazard = teller.chance(0.6) ? '0' : teller.maybe(0.9, ['1', '1', '2', '3', '4']);
  const isApplied = teller.chance(0.7);
  return {
    occupancy,
    checked_on: teller.edge(),
    vacant_from: occupancy === '4' || occupancy === '5' ? teller.maybe(0.6, [teller.edge()]) : null,
    hazard_level: hazard,
    hazard_from: hazard === null || hazard === '0' ? null : teller.maybe(0.9, [teller.edge()]),
    hazard_to: teller.chance(0.12) ? teller.edge() : null,
    cert_accept_date: isApplied ? teller.edge() : null,
    cert_date: isApplied && teller.chance(0.4) ? teller.edge() : null,
    title_dispute: teller.chance(0.08),
  };
}

function tellVisit(teller: Teller, home: Home, number: number): void {
  const person = teller.chance(0.4) ? teller.pick(home.persons).no : null;
  const key = { household_no: home.no, visitor: `走访人${number}`, visited_on: teller.edge(), person_no: person };
  const seen = {
    method: teller.pick(['1', '1', '1', '2', '3']),
    occupancy: teller.maybe(0.85, ['1', '1', '2', '4', '5', '5', '6']),
    met: teller.maybe(0.7, [true, true, true, false]),
    incident: teller.maybe(0.6, [false, false, false, true]),
  };
  teller.event('visit', { ...key, ...seen }, teller.chance(0.05) ? { occupancy: '1' } : undefined);
}

const factors = [0, 0.3, 0.6, 0.7, 0.95, 1, 1.05, 1.1, 1.15, 1.2, 1.3, 1.5, 1.7, 2.5, 4];

/** Quarterly income around the monitoring line, with a change a year ago, a gap now and then, and one-off receipts. */
function tellIncome(teller: Teller, home: Home): void {
  const perQuarter = (7500 * teller.pick(factors) * teller.pick([1, 2, 3, 4, 5])) / 4;
  const before = teller.pick([0, 0.7, 1, 1, 1.1112, 1.2, 1.25, 1.4, 1.45, 1.6, 2.2]);
  const last = latestQuarter(teller.until) - teller.pick([0, 0, 0, 0, 1, 2]);
  for (let quarter = last - teller.pick([2, 6, 9, 9, 9, 9]); quarter <= last; quarter += 1) {
    if (teller.chance(0.02)) continue;
    const amount = Math.round(perQuarter * (quarter <= last - 4 ? before : 1) * 100) / 100;
    tellReceipt(teller, home, quarterOf(quarter), amount);
  }
}

function tellReceipt(teller: Teller, { no, persons }: Home, period: string, amount: number): void {
  const key = { household_no: no, period };
  const cost = teller.chance(0.1) ? 600.05 : null;
  const person_no = teller.chance(0.3) ? teller.pick(persons).no : null;
  teller.event('income', { ...key, person_no, income_item: '11', gross_amount: amount, net_amount: amount });
  if (teller.chance(0.3))
    teller.event('income', { ...key, income_item: '22', gross_amount: 200.2, cost_amount: cost, net_amount: 200.2 - (cost ?? 0) });
  if (teller.chance(0.05)) teller.event('income', { ...key, income_item: '36', gross_amount: 50_000, net_amount: 50_000, is_oneoff: true });
}

function tellBill(teller: Teller, home: Home, number: number): void {
  const amount = teller.pick([0, 800.1, 2999.99, 3000, 6000, 12_000, 30_000]);
  teller.event('expense', {
    expense_no: `Z${home.no}-${number}`,
    household_no: home.no,
    expense_type: teller.pick(['1', '1', '1', '2', '3', '4', '5', '6', '9']),
    amount: amount + 100,
    reimbursed: 100,
    self_paid: amount,
    occurred_on: teller.edge(),
    event_ref: teller.maybe(0.1, ['灾1']),
  });
}

function dibaoRow(teller: Teller): Row {
  const decision = teller.pick(['1', '1', '1', '1', '2', '2', '3']);
  const isStopped = teller.chance(0.15);
  const convert = teller.chance(0.3);
  return {
    decision,
    dibao_type: convert ? '2' : '1',
    convert_month: convert ? teller.edge().slice(0, 7) : null,
    approved_on: decision === '1' ? teller.pick(['2022-05-31', teller.edge()]) : null,
    decided_on: teller.chance(0.8) ? teller.edge() : null,
    decision_reason: decision === '2' ? teller.maybe(0.4, ['收入超标', ' ']) : null,
    insured_count: teller.chance(0.05) ? null : teller.pick([0, 1, 1, 2, 3, 9]),
    last_paid_month: teller.chance(0.85) ? teller.edge().slice(0, 7) : null,
    review_due: teller.maybe(0.85, [teller.edge(), '2026-01-01']),
    stop_month: isStopped ? teller.edge().slice(0, 7) : null,
    stop_reason: isStopped ? '1' : null,
  };
}
