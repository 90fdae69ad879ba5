/** Random households and persons, with moves between settlements and ages at the edges. */
import { partsOf, plusDays } from '../calendar.ts';
import type { Row } from '../world.ts';
import type { Settlement } from './places.ts';
import type { Teller } from './telling.ts';

/** A household as the other registers need it. */
export interface Home {
  readonly no: string;
  readonly settlement: Settlement;
  readonly since: string;
  readonly persons: readonly Somebody[];
}

/** A person as the other registers need them. */
export interface Somebody {
  readonly no: string;
  readonly birth: string;
  readonly since: string;
  readonly settlement: Settlement;
  readonly home: string;
}

const ages = [0, 1, 2, 3, 5, 6, 7, 9, 12, 14, 15, 16, 17, 18, 20, 24, 25, 30, 35, 40, 45, 50, 55, 59, 60, 61, 64, 65, 70, 80];
const workingAges = [18, 22, 25, 30, 35, 40, 45, 50, 55, 59];
const leapDays = ['1960-02-29', '1964-02-29', '2004-02-29', '2008-02-29', '2016-02-29', '2020-02-29'];

/** A household with its members. */
export function tellHome(teller: Teller, settlements: readonly Settlement[], number: number): Home {
  const settlement = teller.pick(settlements);
  const no = `H${String(number).padStart(4, '0')}`;
  const moveIn = teller.chance(0.85) ? teller.pick(['2017-05-01', '2018-10-08', '2019-12-31', '2020-02-29']) : teller.edge();
  const since = teller.state('household', { household_no: no, ...addressIn(settlement), movein_date: moveIn }, () => householdRow(teller));
  if (teller.chance(0.12)) teller.tell('household', { household_no: no, ...addressIn(teller.pick(settlements)) }, teller.edge());
  const persons = Array.from({ length: teller.pick([1, 2, 3, 3, 4, 5, 6]) }, (_, index) =>
    tellSomebody(teller, `${no}-${index + 1}`, no, settlement, since, index === 0),
  );
  return { no, settlement, since, persons };
}

const addressIn = ({ code, community }: Settlement): Row => ({
  settlement_code: code,
  community_code: community,
  building_code: `${code}-1`,
});

function householdRow(teller: Teller): Row {
  const status = teller.chance(0.75) ? '1' : teller.pick(['2', '3', '4', '5', '6']);
  return {
    household_type: teller.pick(['1', '1', '2', '3', '4']),
    coliving_count: teller.chance(0.06) ? null : teller.pick([1, 2, 3, 4, 5]),
    status,
    left_on: status === '5' || status === '6' || teller.chance(0.03) ? teller.maybe(0.6, [teller.edge()]) : null,
  };
}

/** Somebody whose age is at an edge on one of the looks. */
function tellSomebody(teller: Teller, tail: string, home: string, settlement: Settlement, from: string, isHead: boolean): Somebody {
  const no = `P${tail}`;
  const birth = birthOf(teller, isHead ? workingAges : ages);
  const age = partsOf(teller.until).year - partsOf(birth).year;
  const key = { person_no: no, household_no: home, birth_date: birth };
  const since = teller.state('person', key, () => personRow(teller, age), from);
  return { no, birth, since, settlement, home };
}

function birthOf(teller: Teller, choices: readonly number[]): string {
  if (teller.chance(0.06)) return teller.pick(leapDays);
  const look = teller.pick(teller.looks);
  const day = plusDays(`${partsOf(look).year - teller.pick(choices)}${look.slice(4).replace('-02-29', '-02-28')}`, teller.between(-200, 200));
  const atEdge = plusDays(`${partsOf(look).year - teller.pick(choices)}${look.slice(4).replace('-02-29', '-02-28')}`, teller.between(-1, 1));
  return teller.chance(0.4) ? atEdge : teller.chance(0.1) ? plusDays(look, -teller.pick([89, 90, 91, 92])) : day;
}

function personRow(teller: Teller, age: number): Row {
  const school = age < 3 ? null : age < 6 ? '1' : age < 12 ? '2' : age < 15 ? '3' : age < 18 ? '4' : age < 22 ? '6' : '9';
  const tags = ['1', '2', '3', '4', '5', '8', '9', '10', '11', '12', '14', '16', '17', '18'];
  return {
    labour_ability: teller.chance(0.8) ? teller.pick(['1', '2', '3']) : teller.pick(['4', '5']),
    school_status: teller.chance(0.75)
      ? age >= 16 && age < 22 && teller.chance(0.6)
        ? '9'
        : school
      : teller.maybe(0.5, ['2', '4', '5', '7', '8', '9']),
    special_tags: teller.chance(age < 18 ? 0.5 : 0.25) ? teller.some(age < 18 ? ['3', '4', '5', '8', '9', ...tags] : tags, 0.12) : null,
    guardian_status: age < 18 ? teller.maybe(0.75, ['1', '1', '2', '3', '4']) : null,
    joined_on: teller.chance(0.06) ? teller.edge() : null,
    end_date: teller.chance(0.04) ? teller.edge() : null,
  };
}
