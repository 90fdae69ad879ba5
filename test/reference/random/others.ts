/** Random disputes and appeals of a settlement, and rows of the registers that only figures or nobody reads. */
import { partsOf } from '../calendar.ts';
import type { Settlement } from './places.ts';
import type { Somebody } from './people.ts';
import type { Teller } from './telling.ts';

/** Disputes and appeals. */
export function tellGrievances(teller: Teller, { code }: Settlement): void {
  const tail = code.slice(-3);
  for (let number = teller.pick([0, 2, 5]); number > 0; number -= 1) {
    const row = {
      case_no: `D${tail}${number}`,
      settlement_code: code,
      accepted_on: teller.edge(),
      people: teller.chance(0.08) ? null : teller.pick([0, 2, 3, 9, 10]),
      escalation: teller.chance(0.3) ? teller.some(['1', '2', '3', '4'], 0.3) : null,
    };
    const end = { closed_on: teller.edge(), result: '1' };
    if (teller.chance(0.3)) teller.event('dispute', row, end);
    else teller.event('dispute', { ...row, ...(teller.chance(0.3) ? end : {}) });
  }
  const numbers = Array.from({ length: teller.pick([0, 3, 7]) }, (_, index) => `Q${tail}${index + 1}`);
  for (const appeal_no of numbers) tellAppeal(teller, code, appeal_no, numbers[0] ?? appeal_no);
}

function tellAppeal(teller: Teller, settlement_code: string, appeal_no: string, first: string): void {
  const end = { closed_at: daytime(teller), result: '1' };
  const judged = { satisfaction: teller.pick(['1', '2', '4', '4', '4', '5']), visited_at: teller.chance(0.85) ? teller.moment() : null };
  const row = {
    appeal_no,
    settlement_code,
    accepted_at: daytime(teller),
    due_at: teller.chance(0.9) ? teller.moment() : null,
    people: teller.maybe(0.6, [1, 2, 9, 10, 11]),
    urgency: teller.pick(['1', '2', '3', '3', '3', '3', '4']),
    repeat_of: appeal_no !== first && teller.chance(0.5) ? first : null,
    ...(teller.chance(0.4) ? { ...end, ...(teller.chance(0.7) ? judged : {}) } : {}),
  };
  teller.event('appeal', row, teller.chance(0.1) ? { ...end, ...judged } : undefined);
}

/** A time that no day ends at. */
const daytime = (teller: Teller): string => `${teller.edge()}T${teller.pick(['07:30:00', '09:15:00', '14:00:00', '23:59:59'])}+08:00`;

/** Staff, posts, projects and the other registers of a settlement. */
export function tellTheRest(teller: Teller, { code }: Settlement, persons: readonly Somebody[]): void {
  const tail = code.slice(-3);
  for (let number = 1; number <= 3; number += 1) {
    const isTeacher = teller.chance(0.6);
    const place = isTeacher ? { school_no: `XX${tail}1` } : { clinic_no: `YY${tail}1` };
    const staff_type = isTeacher ? '1' : '2';
    teller.state('service_staff', { staff_no: `RY${tail}${number}`, staff_type, ...place }, () => ({
      from_date: teller.edge(),
      to_date: teller.chance(0.3) ? teller.edge() : null,
    }));
    teller.event('post_transfer', {
      document_no: `WH${tail}${number}`,
      staff_type,
      receiver: '示例新校',
      ...place,
      move_type: teller.pick(['1', '2']),
      post_count: teller.between(1, 9),
      effective_on: teller.edge(),
    });
  }
  teller.state('industry_project', { project_no: `XM${tail}`, settlement_code: code }, () => ({ jobs: teller.between(20, 40) }));
  const somebody = persons.find(({ settlement }) => settlement.code === code);
  teller.event('activity', { activity_no: `HD${tail}`, settlement_code: code, community_code: `522399001001`, held_on: teller.edge() });
  if (somebody === undefined) return;
  teller.state('startup_support', { person_no: somebody.no, entity_name: '示例小店' }, () => ({ registered_on: teller.edge() }), somebody.since);
  teller.event('legal_aid', { case_no: `FY${tail}`, person_no: somebody.no, applied_on: teller.edge() });
}

/** The growth of all lifted people, for the figure that compares with it. */
export function tellReference(teller: Teller): void {
  const year = partsOf(teller.until).year;
  for (const period of [year - 2, year - 1, year].map(String))
    teller.state('reference_series', { series: 'poverty_lifted_income_growth', area: '522300', period }, () => ({
      value: teller.pick(['16.87', '12.5', '9.0001']),
    }));
}
