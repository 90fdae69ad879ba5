/** Finds the household of a visit where the caller sees it, with its members. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { fullYears } from '#derive/fullYears.ts';
import sql from 'sql-template-tag';
import { problems } from './problems.ts';

/** A member who lives there now. */
export interface Member {
  readonly no: string;
  readonly name: string;
  readonly isChild: boolean;
  /** Left behind or in hardship: 孤儿, 事实无人抚养, 留守, 困境, 残疾. */
  readonly isAtRisk: boolean;
  readonly canWork: boolean;
}

export interface Home {
  readonly no: string;
  readonly settlement: string;
  readonly head: string;
  readonly members: readonly Member[];
}

interface MemberRow {
  person_no: string;
  name: string;
  birth_date: string | null;
  special_tags: string[] | null;
  labour_ability: string | null;
}

const tagsAtRisk: readonly string[] = ['3', '4', '5', '8', '9'];
const labour: readonly string[] = ['1', '2', '3'];
/** Under this age nobody is asked about work. */
const workingAge = 16;
const ofAge = 18;

/** The household; throws `visits.household-not-found` elsewhere. */
export async function findHome(scope: ScopedDatabase, no: string, day: string): Promise<Home> {
  const home = await scope.maybe<{ settlement_code: string; head_name: string }>(sql`
    select settlement_code, head_name from household
    where household_no = ${no} and ${scope.within('settlement_code')} and ${scope.inPlace('household')}`);
  if (!home) throw problems['household-not-found']();
  const members = await scope.query<MemberRow>(sql`
    select person_no, name, birth_date, special_tags, labour_ability from person
    where household_no = ${no} and (end_date is null or end_date > ${day}::date) and ${scope.within('settlement_code')}
    order by (relation <> '02'), birth_date, person_no`);
  return {
    no,
    settlement: home.settlement_code,
    head: home.head_name,
    members: members.map((row) => memberOf(row, day)),
  };
}

function memberOf({ person_no: no, name, birth_date: birth, special_tags: tags, labour_ability: ability }: MemberRow, day: string): Member {
  const age = birth === null ? undefined : fullYears(birth, day);
  const isChild = age !== undefined && age < ofAge;
  return {
    no,
    name,
    isChild,
    isAtRisk: isChild && (tags ?? []).some((tag) => tagsAtRisk.includes(tag)),
    canWork: (age === undefined || age >= workingAge) && ability !== null && labour.includes(ability),
  };
}
