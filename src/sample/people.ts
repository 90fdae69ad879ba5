/** Fills the settlements with households and people: exactly as many living people as the plan says, and those who died or left on the way. */
import { dayOf, type Day, civil, schoolYearStart, yearsBetween } from './days.ts';
import { type Draft, drawFamily } from './families.ts';
import { IdentityOffice, mobileNumber } from './identity.ts';
import { givenName, surname } from './names.ts';
import { countyPlaces } from './places.ts';
import type { Plan } from './plan.ts';
import { type Random, streamFor } from './random.ts';
import type { Building, Household, HouseholdType, Person, Settlement } from './world.ts';

/** A household whose dwelling is still to be found. */
export type Homeless = { -readonly [Key in keyof Household]: Household[Key] };

interface Office {
  readonly plan: Plan;
  readonly random: Random;
  readonly ids: IdentityOffice;
  readonly households: Homeless[];
  readonly persons: Person[];
}

/** Share of households that left, of members that died or left, while the sample was being told. */
const leavingShare = 0.006;
const endingShare = 0.03;
/** A birth is in the lists no sooner than this many days after it. */
export const registrationDays = 26;

export function settlePeople(plan: Plan, settlements: readonly Settlement[]): { households: Homeless[]; persons: Person[] } {
  const office: Office = { plan, random: streamFor(plan.seed, 'people'), ids: new IdentityOffice(), households: [], persons: [] };
  for (const settlement of settlements) {
    let left = settlement.people;
    while (left > 0) {
      const drafts = drawFamily(office.random, left);
      settle(office, settlement, drafts, 0);
      left -= drafts.length;
      if (office.random.chance(leavingShare)) {
        const leftOn = plan.until - office.random.between(5, Math.max(30, plan.until - plan.timeline.base));
        settle(office, settlement, drawFamily(office.random, 4), leftOn);
      }
    }
  }
  return { households: office.households, persons: office.persons };
}

function settle(office: Office, settlement: Settlement, drafts: readonly Draft[], leftOn: Day): void {
  const { random, plan } = office;
  const type = random.weighted<HouseholdType>([
    ['1', 0.645],
    ['2', 0.015],
    ['3', 0.2],
    ['4', 0.14],
  ]);
  const wholeVillage = type === '4' || random.chance(0.45);
  const origin = random.chance(0.12)
    ? random.pick(countyPlaces)
    : (countyPlaces.find(({ code }) => code === settlement.county.code) ?? random.pick(countyPlaces));
  const household: Homeless = {
    index: office.households.length,
    settlement,
    building: undefined as unknown as Building,
    unit: '',
    room: '',
    members: [],
    head: undefined as unknown as Person,
    type,
    movedIn: movedInDay(random, settlement),
    originCounty: origin.code,
    originPlace: `${random.pick(origin.towns).name}${random.pick(['坡头', '岩脚', '纳岭', '者坝', '龙洞', '弄林', '岜山', '平寨'])}村${random.between(1, 9)}组`,
    wholeVillage,
    phone: mobileNumber(office.households.length * 7 + 1_000_003),
    leftOn,
    movedBackOn: 0,
    hukouMovedOn: 0,
    away: false,
    vacancy: undefined,
    lastVisitOn: 0,
    dibaoUntil: 0,
  };
  const familyName = surname(random);
  const ethnic = random.weighted([
    ['09', 0.42],
    ['06', 0.17],
    ['01', 0.33],
    ['07', 0.03],
    ['37', 0.015],
    ['03', 0.01],
    ['13', 0.005],
    ['12', 0.01],
  ]);
  for (const draft of drafts) household.members.push(register(office, household, draft, familyName, ethnic, 0));
  household.head = household.members[0] as Person;
  if (leftOn === 0 && random.chance(endingShare)) endMember(office, household, familyName, ethnic);
  appointGuardians(household, plan.until);
  office.households.push(household);
  settlement.households.push(household);
}

function movedInDay(random: Random, settlement: Settlement): Day {
  const last = dayOf(2019, 6, 20);
  return Math.min(last, settlement.firstMoveIn + random.between(0, 240));
}

/** An elder who died or a daughter who married away since the first list. */
function endMember(office: Office, household: Homeless, familyName: string, ethnic: string): void {
  const { random, plan } = office;
  const elder = random.chance(0.7);
  const draft: Draft = elder
    ? { relation: '50', sex: random.chance(0.55) ? 1 : 2, age: random.between(62, 90), line: 'family', married: true }
    : { relation: '30', sex: 2, age: random.between(21, 29), line: 'family', married: false };
  const endedOn = plan.until - random.between(3, plan.until - plan.timeline.base + 20);
  const person = register(office, household, draft, familyName, ethnic, endedOn);
  person.endReason = elder ? '1' : '3';
  household.members.push(person);
}

function register(office: Office, household: Homeless, draft: Draft, familyName: string, ethnic: string, endedOn: Day): Person {
  const { random, plan } = office;
  const birth = birthDay(random, plan.until, draft.age);
  const ownFamily = draft.line === 'own';
  const person: Person = {
    index: office.persons.length,
    household: household as Household,
    name: (ownFamily ? surname(random) : familyName) + givenName(random, draft.sex),
    idNo: office.ids.next(birth, draft.sex),
    sex: draft.sex,
    birth,
    ethnic:
      ownFamily && random.chance(0.35)
        ? random.weighted([
            ['01', 0.5],
            ['09', 0.3],
            ['06', 0.2],
          ])
        : ethnic,
    relation: draft.relation,
    marital:
      draft.age < 20
        ? '10'
        : draft.married
          ? draft.age > 70 && random.chance(0.3)
            ? '30'
            : '20'
          : draft.age > 60
            ? '30'
            : draft.age > 30 && draft.relation === '02'
              ? '40'
              : '10',
    education: '90',
    political: '13',
    health: '10',
    ability: '5',
    tags: [],
    joinedOn: birth > household.movedIn ? birth : 0,
    endedOn,
    endReason: '',
    guardian: undefined,
    guardianStatus: '',
  };
  office.persons.push(person);
  fillAttributes(random, person, plan.until);
  return person;
}

/** A birth date that gives the age on the day, and is old enough to be in the lists. */
function birthDay(random: Random, until: Day, age: number): Day {
  const { year, month, date } = civil(until);
  const latest = dayOf(year - age, month, date) - (age === 0 ? registrationDays : 0);
  const earliest = dayOf(year - age - 1, month, date) + 1;
  let birth = random.between(earliest, latest);
  while (yearsBetween(birth, until) !== age) birth += yearsBetween(birth, until) > age ? 1 : -1;
  return birth;
}

function fillAttributes(random: Random, person: Person, until: Day): void {
  const age = yearsBetween(person.birth, until);
  const schoolAge = Math.max(0, yearsBetween(person.birth, schoolYearStart(until)));
  person.education = educationAt(random, age, schoolAge);
  person.political = age >= 25 && random.chance(0.045) ? '01' : age >= 14 && age < 28 && random.chance(0.3) ? '03' : '13';
  person.ability = abilityAt(random, age);
  person.health = age > 60 && random.chance(0.25) ? '20' : '10';
}

function educationAt(random: Random, age: number, schoolAge: number): string {
  if (schoolAge < 6) return '90';
  if (schoolAge < 12) return '80';
  if (schoolAge < 18) return '70';
  if (age < 30)
    return random.weighted([
      ['70', 0.5],
      ['60', 0.16],
      ['40', 0.18],
      ['30', 0.1],
      ['20', 0.06],
    ]);
  if (age < 45)
    return random.weighted([
      ['80', 0.28],
      ['70', 0.56],
      ['60', 0.06],
      ['40', 0.06],
      ['30', 0.03],
      ['20', 0.01],
    ]);
  return random.weighted([
    ['90', age > 60 ? 0.5 : 0.14],
    ['80', 0.52],
    ['70', 0.3],
    ['60', 0.03],
  ]);
}

function abilityAt(random: Random, age: number): string {
  if (age < 16) return '5';
  if (age < 60)
    return random.weighted([
      ['1', 0.75],
      ['2', 0.13],
      ['3', 0.085],
      ['4', 0.035],
    ]);
  return age < 66 && random.chance(0.4) ? '3' : '5';
}

/** Children are in the care of a grown member: a parent where there is one, else a grandparent. */
function appointGuardians(household: Homeless, until: Day): void {
  const grown = household.members.filter((member) => member.endedOn === 0 && yearsBetween(member.birth, until) >= 20);
  for (const child of household.members) {
    if (yearsBetween(child.birth, until) >= 18) continue;
    const parent = child.relation === '40' ? grown.find(({ relation }) => relation === '20') : grown.find(({ relation }) => relation === '02');
    child.guardian = parent ?? grown[0];
    child.guardianStatus = parent ? '1' : child.guardian ? '2' : '3';
  }
}
