/** Draws families: who lives together, by sex and age on the last day, in the proportions of a relocated countryside. */
import type { Random } from './random.ts';

/** A member before name and birth date are drawn. Relations are codes of KINSHIP; `line` says whose surname is carried. */
export interface Draft {
  readonly relation: string;
  readonly sex: 1 | 2;
  readonly age: number;
  readonly line: 'family' | 'own';
  readonly married: boolean;
}

type Sex = 1 | 2;
const sexOf = (random: Random): Sex => (random.chance(0.52) ? 1 : 2);
const own = (relation: string, sex: Sex, age: number, married: boolean): Draft => ({ relation, sex, age, line: 'own', married });
const kin = (relation: string, sex: Sex, age: number, married = false): Draft => ({ relation, sex, age, line: 'family', married });

/** Children of a mother of this age who still live at home. */
function children(
  random: Random,
  motherAge: number,
  relation: 'child' | 'grandchild',
  wanted = random.weighted([
    [1, 0.2],
    [2, 0.4],
    [3, 0.28],
    [4, 0.12],
  ]),
): Draft[] {
  const drafts: Draft[] = [];
  let birthAge = random.between(19, 27);
  for (let count = 0; count < wanted; count += 1) {
    const age = motherAge - birthAge;
    birthAge += random.between(1, 5);
    if (age < 0) break;
    if (age > 22 || (age > 18 && random.chance(0.25))) continue;
    const sex = sexOf(random);
    drafts.push(kin(relation === 'grandchild' ? '40' : sex === 1 ? '20' : '30', sex, age));
  }
  return drafts;
}

function couple(random: Random, age: number): Draft[] {
  const headSex: Sex = random.chance(0.88) ? 1 : 2;
  const head = kin('02', headSex, age, true);
  const partnerAge = Math.max(20, age + (headSex === 1 ? -random.between(-1, 4) : random.between(-1, 4)));
  return [head, own(headSex === 1 ? '12' : '11', headSex === 1 ? 2 : 1, partnerAge, true)];
}

const motherAge = (pair: readonly Draft[]): number => pair.find((member) => member.sex === 2)?.age ?? 30;

const kinds: readonly (readonly [kind: (random: Random) => Draft[], weight: number])[] = [
  [nuclear, 43],
  [threeGenerations, 26],
  [(random) => couple(random, random.chance(0.4) ? random.between(22, 30) : random.between(46, 60)), 4],
  [(random) => couple(random, random.between(60, 82)), 4],
  [(random) => [kin('02', sexOf(random), random.between(62, 88))], 2],
  [(random) => [kin('02', random.chance(0.8) ? 1 : 2, random.between(23, 56))], 2.5],
  [singleParent, 5],
  [grandparentsAndGrandchildren, 7],
  [adultChildren, 6.5],
];

function nuclear(random: Random): Draft[] {
  const pair = couple(random, random.between(25, 49));
  return [...pair, ...children(random, motherAge(pair), 'child')];
}

function threeGenerations(random: Random): Draft[] {
  const family = nuclear(random);
  const headAge = family[0]?.age ?? 40;
  const mother = kin('50', 2, headAge + random.between(19, 30), true);
  const father = kin('50', 1, mother.age + random.between(-1, 5), true);
  if (random.chance(0.45)) return [...family, father, { ...mother, line: 'own' }];
  return [...family, random.chance(0.35) ? father : { ...mother, line: 'own' }];
}

function singleParent(random: Random): Draft[] {
  const age = random.between(26, 47);
  const parent = kin('02', random.chance(0.55) ? 1 : 2, age);
  return [parent, ...children(random, age, 'child', random.between(1, 3))];
}

function grandparentsAndGrandchildren(random: Random): Draft[] {
  const age = random.between(50, 68);
  const sonAge = Math.max(21, age - random.between(21, 28));
  const wifeAge = Math.max(20, sonAge - random.between(0, 3));
  return [...couple(random, age), kin('20', 1, sonAge, true), own('38', 2, wifeAge, true), ...children(random, wifeAge, 'grandchild')];
}

function adultChildren(random: Random): Draft[] {
  const pair = couple(random, random.between(43, 57));
  const oldest = Math.min(28, motherAge(pair) - 20);
  const count = random.between(1, 3);
  const grown = Array.from({ length: count }, (_, place) => {
    const sex = sexOf(random);
    return kin(sex === 1 ? '20' : '30', sex, Math.max(12, oldest - place * random.between(2, 4)));
  });
  return [...pair, ...grown];
}

/** A family of at most `room` people. */
export function drawFamily(random: Random, room: number): Draft[] {
  const drafts = random.weighted(kinds)(random);
  if (drafts.length <= room) return drafts;
  return room === 1 ? [kin('02', 1, random.between(30, 55))] : drafts.slice(0, room);
}
