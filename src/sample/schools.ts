/** Schools of the settlements: which there are, whom they serve, how full they are, and who teaches in them. */
import { Chooser } from './choosing.ts';
import { type Day, dayOf } from './days.ts';
import { fullName } from './names.ts';
import type { Plan } from './plan.ts';
import { fixedDraw, type Random, streamFor } from './random.ts';
import { gradeAt, isPupilAt, type Schooling, schoolStatusAt } from './schooling.ts';
import type { Named, Person, Settlement, World } from './world.ts';

/** Codes of STAGE. */
export type Stage = '1' | '2' | '3' | '4' | '5' | '6';

export interface School extends Named {
  readonly stage: Stage;
  /** Code of BUILD; 9 = existed before and does not count as built. */
  readonly buildType: string;
  readonly completedOn: Day;
  readonly home: Settlement;
  readonly served: Settlement[];
  relocated: number;
  teachers: number;
  students: number;
  capacity: number;
  classes: number;
  largeClasses: number;
  largestClass: number;
}

/** A teacher or a medical worker in post. */
export interface Staff {
  readonly number: string;
  readonly name: string;
  readonly school: School | undefined;
  readonly clinic: (Named & { readonly home: Settlement }) | undefined;
  readonly subject: string;
  readonly title: string;
  /** Code of QUAL. */
  readonly qualification: string;
  /** Code of MOVE. */
  readonly source: string;
  readonly from: Day;
}

export interface Schools {
  readonly schools: readonly School[];
  readonly teachers: readonly Staff[];
  /** The school that a pupil goes to in a grade; undefined when no school of the register has the stage. */
  schoolFor(person: Person, grade: number): School | undefined;
}

/** Pupils a teacher for each stage, as the standard wants. */
const pupilsPerTeacher: Record<Stage, number> = { '1': 15, '2': 19, '3': 13.5, '4': 16.25, '5': 12.5, '6': 20 };
const stageNames: Record<Stage, string> = {
  '1': '幼儿园',
  '2': '小学',
  '3': '初级中学',
  '4': '九年一贯制学校',
  '5': '高级中学',
  '6': '中等职业学校',
};
const stageShares: readonly (readonly [stage: Stage, full: number, least: number])[] = [
  ['1', 52, 4],
  ['2', 44, 6],
  ['3', 18, 3],
  ['4', 9, 2],
  ['5', 5, 1],
  ['6', 3, 1],
];

export function planSchools(world: World, schooling: Schooling): Schools {
  const random = streamFor(world.plan.seed, 'schools');
  const schools = foundSchools(world, random);
  const bySettlement = assignSettlements(world.settlements, schools);
  const schoolFor = (person: Person, grade: number): School | undefined => {
    const wanted: readonly Stage[] =
      grade < 1 ? ['1'] : grade <= 6 ? ['2', '4'] : grade <= 9 ? ['3', '4'] : [schoolStatusAtGrade(person) === 'vocational' ? '6' : '5'];
    const serving = bySettlement.get(person.household.settlement) ?? [];
    const fitting = serving.filter(({ stage }) => wanted.includes(stage));
    return fitting[Math.floor(fixedDraw(person.household.index, 91) * fitting.length)];
  };
  const { until } = world.plan;
  for (const person of world.persons) {
    if (person.household.leftOn !== 0 || !isPupilAt(person, until, schooling.troubles)) continue;
    const status = schoolStatusAt(person, until, schooling.troubles);
    const school = status < '6' ? schoolFor(person, gradeAt(person, until)) : undefined;
    if (school) school.relocated += 1;
  }
  staffSchools(world.plan, schools, random);
  return { schools, teachers: schools.flatMap((school) => hireTeachers(world.plan, school, random)), schoolFor };
}

const schoolStatusAtGrade = (person: Person): 'senior' | 'vocational' => (fixedDraw(person.index, 2) < 0.46 ? 'senior' : 'vocational');

function foundSchools(world: World, random: Random): School[] {
  const { plan, settlements } = world;
  const schools: School[] = [];
  const counts = stageShares.map(([stage, full, least]) => [stage, Math.max(least, Math.round(full * plan.scale))] as const);
  const older = Math.max(1, Math.round(10 * plan.scale));
  const found = (stage: Stage, turn: number, isOld: boolean): void => {
    const home = settlements[turn % settlements.length] as Settlement;
    const serial = schools.filter((school) => school.home === home && school.stage === stage).length;
    schools.push({
      code: `25220${String(schools.length + 1).padStart(5, '0')}`,
      name: `${home.name.replace('安置点', '')}${['', '第二', '第三', '第四', '第五'][serial] ?? `第${serial + 1}`}${stageNames[stage]}`,
      stage,
      buildType: isOld
        ? '9'
        : random.weighted([
            ['1', 0.7],
            ['2', 0.06],
            ['3', 0.1],
            ['4', 0.14],
          ]),
      completedOn: isOld ? dayOf(random.between(2003, 2014), 9, 1) : home.firstMoveIn + random.between(-60, 420),
      home,
      served: [],
      relocated: 0,
      teachers: 0,
      students: 0,
      capacity: 0,
      classes: 0,
      largeClasses: 0,
      largestClass: 0,
    });
  };
  for (const [stage, count] of counts) for (let turn = 0; turn < count; turn += 1) found(stage, turn, false);
  for (let turn = 0; turn < older; turn += 1) found('2', settlements.length - 1 - turn, true);
  return schools;
}

/** Every settlement is served in every stage: by its own schools, else by one of the county, else by the nearest that has the stage. */
function assignSettlements(settlements: readonly Settlement[], schools: readonly School[]): Map<Settlement, School[]> {
  const serving = new Map<Settlement, School[]>();
  for (const settlement of settlements) {
    const own = schools.filter(({ home }) => home === settlement);
    const lists: School[] = [...own];
    for (const stages of [['1'], ['2', '4'], ['3', '4'], ['5'], ['6']] as const) {
      if (own.some(({ stage }) => (stages as readonly Stage[]).includes(stage))) continue;
      const all = schools.filter(({ stage, buildType }) => (stages as readonly Stage[]).includes(stage) && buildType !== '9');
      const near = all.filter(({ home }) => home.county.code === settlement.county.code);
      const choice = (near.length > 0 ? near : all)[settlement.index % Math.max(1, near.length > 0 ? near.length : all.length)];
      if (!choice) continue;
      lists.push(choice);
      if (!choice.served.includes(settlement)) choice.served.push(settlement);
    }
    serving.set(settlement, lists);
  }
  return serving;
}

/** Load of a school against the standard, and its gap of places, for the few that are to be seen at a level. */
const overloads = [1.05, 1.17, 1.36, 1.62];
const gaps = [0.018, 0.045, 0.08, 0.14];

function staffSchools(plan: Plan, schools: readonly School[], random: Random): void {
  const weight = ({ relocated, stage }: School): number => (relocated + 40) / pupilsPerTeacher[stage];
  const total = schools.reduce((sum, school) => sum + weight(school), 0);
  const wanted = Math.max(plan.count('teachers'), Math.ceil(total * 1.06));
  let left = wanted;
  for (const school of schools) {
    school.teachers = Math.max(3, Math.floor((wanted * weight(school)) / total));
    left -= school.teachers;
  }
  for (let turn = 0; left !== 0; turn = (turn + 1) % schools.length) {
    const school = schools[turn] as School;
    const step = Math.sign(left);
    if (school.teachers + step < 3) continue;
    school.teachers += step;
    left -= step;
  }
  const chooser = new Chooser(random, schools);
  const loads = new Map<School, number>();
  const repeat = Math.max(1, Math.round(schools.length * 0.015));
  for (const load of overloads)
    for (const school of chooser.take(repeat, ({ relocated, stage, teachers }) => relocated <= teachers * pupilsPerTeacher[stage] * load))
      loads.set(school, load);
  for (const school of schools) fill(school, loads.get(school) ?? 0.8 + random.next() * 0.17, random);
  const compulsory = ({ stage, students }: School): boolean => (stage === '2' || stage === '3' || stage === '4') && students >= 100;
  for (const gap of gaps) for (const school of chooser.take(repeat, compulsory)) school.capacity = Math.floor(school.students * (1 - gap));
  if (schools.length < 60) return;
  for (const [size, large] of [
    [53, 0],
    [58, 1],
    [68, 1],
  ] as const) {
    for (const school of chooser.take(1, compulsory)) {
      school.largestClass = size;
      school.largeClasses = Math.min(large, Math.floor(school.classes / 11));
    }
  }
}

function fill(school: School, load: number, random: Random): void {
  const most = Math.floor(school.teachers * pupilsPerTeacher[school.stage] * load);
  school.students = Math.max(school.relocated, most);
  school.capacity = Math.ceil((school.students * random.between(104, 125)) / 100 / 10) * 10;
  school.classes = Math.max(1, Math.ceil(school.students / (school.stage === '1' ? 32 : 45)));
  school.largestClass = Math.min(50, Math.ceil(school.students / school.classes) + random.between(1, 4));
}

const subjects: Record<Stage, readonly string[]> = {
  '1': ['学前教育'],
  '2': ['语文', '数学', '英语', '科学', '体育', '音乐', '美术'],
  '3': ['语文', '数学', '英语', '物理', '化学', '历史', '地理', '生物'],
  '4': ['语文', '数学', '英语', '科学', '体育', '物理', '道德与法治'],
  '5': ['语文', '数学', '英语', '物理', '化学', '政治'],
  '6': ['烹饪', '机电', '护理', '语文', '数学'],
};

function hireTeachers(plan: Plan, school: School, random: Random): Staff[] {
  const last = plan.timeline.start - 30;
  return Array.from({ length: school.teachers }, (_, serial) => ({
    number: `JS${school.code.slice(-5)}${String(serial + 1).padStart(4, '0')}`,
    name: fullName(random),
    school,
    clinic: undefined,
    subject: random.pick(subjects[school.stage]),
    title: random.weighted([
      ['2', 0.12],
      ['3', 0.38],
      ['4', 0.38],
      ['9', 0.12],
    ]),
    qualification: '6',
    source: random.weighted([
      ['1', 0.1],
      ['2', 0.32],
      ['3', 0.05],
      ['4', 0.53],
    ]),
    from: Math.min(last, Math.max(school.completedOn, dayOf(2017, 8, 20)) + random.between(0, 900)),
  }));
}
