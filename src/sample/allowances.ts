/** Subsistence allowance (低保) with its conversion from rural to urban. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { type Day, dayOf, type Month, monthOf } from './days.ts';
import { quota } from './plan.ts';
import { type Random, streamFor } from './random.ts';
import { addTag } from './tags.ts';
import type { Household, World } from './world.ts';

/** One file of the subsistence allowance. Months are 0 when they do not apply. */
export interface AllowanceFile {
  readonly household: Household;
  /** Code of DIBAO: 1 rural, 2 urban. */
  readonly type: '1' | '2';
  readonly className: 'A' | 'B' | 'C';
  readonly appliedOn: Day;
  /** Code of DIBAO_DECISION. */
  readonly decision: '1' | '2' | '3';
  readonly decidedOn: Day;
  readonly reason: string;
  readonly insured: number;
  readonly monthly: number;
  readonly convertMonth: Month;
  readonly stopMonth: Month;
  readonly stopReason: string;
  /** Months that should have been paid and were not. */
  readonly unpaidMonths: number;
  /** The review is overdue by so many days; 0 = reviewed in time. */
  readonly reviewOverdue: number;
}

export function planAllowances(world: World): AllowanceFile[] {
  const { plan } = world;
  const random = streamFor(plan.seed, 'allowances');
  const heard = world.households.filter((household) => isHeardFrom(household, 'subsistence_allowance'));
  const chooser = new Chooser(random, heard);
  const files: AllowanceFile[] = [];
  const wanted = plan.count('convertedToUrban');
  let covered = 0;
  for (const household of chooser.take(heard.length, ({ type }) => type !== '3' || random.chance(0.1))) {
    if (covered >= wanted) break;
    const file = convertedFile(world, random, household);
    covered += file.insured;
    files.push(file);
  }
  const filed = new Set(files.map(({ household }) => household));
  const rest = new Chooser(
    random,
    heard.filter((household) => !filed.has(household)),
  );
  for (const household of rest.take(quota(0.006, heard.length)))
    files.push({ ...convertedFile(world, random, household), type: '1', convertMonth: 0, stopMonth: 0, stopReason: '' });
  for (const household of rest.take(quota(0.002, heard.length)))
    files.push(refusedFile(world, random, household, '共同生活家庭成员人均收入超过保障标准'));
  for (const household of rest.take(quota(0.0004, heard.length))) files.push(refusedFile(world, random, household, ''));
  for (const household of rest.take(quota(0.001, heard.length)))
    files.push({ ...refusedFile(world, random, household, ''), decision: '3', decidedOn: 0, appliedOn: plan.until - random.between(2, 20) });
  return spoil(files, random).map(settleTags);
}

function convertedFile(world: World, random: Random, household: Household): AllowanceFile {
  const { until, timeline } = world.plan;
  const living = livingMembers(household).length;
  const insured = random.chance(0.8) ? living : random.between(1, living);
  const appliedOn = dayOf(random.between(2016, 2018), random.between(1, 12), random.between(1, 28));
  const stopped = random.chance(0.38);
  const convertMonth = random.between(monthOf(dayOf(2019, 3, 1)), monthOf(dayOf(2021, 2, 1)));
  return {
    household,
    type: '2',
    className: random.weighted([
      ['A', 0.15],
      ['B', 0.5],
      ['C', 0.35],
    ]),
    appliedOn,
    decision: '1',
    decidedOn: appliedOn + random.between(15, 40),
    reason: '',
    insured,
    monthly: insured * random.between(260, 520),
    convertMonth: Math.min(convertMonth, monthOf(until)),
    stopMonth: stopped ? random.between(convertMonth + 6, Math.max(convertMonth + 7, monthOf(random.chance(0.25) ? until - 20 : timeline.start))) : 0,
    stopReason: stopped
      ? random.weighted([
          ['1', 0.7],
          ['4', 0.2],
          ['5', 0.1],
        ])
      : '',
    unpaidMonths: 0,
    reviewOverdue: 0,
  };
}

function refusedFile(world: World, random: Random, household: Household, reason: string): AllowanceFile {
  const decidedOn = world.plan.until - random.between(20, 300);
  return {
    household,
    type: '2',
    className: 'C',
    appliedOn: decidedOn - random.between(12, 30),
    decision: '2',
    decidedOn,
    reason,
    insured: 0,
    monthly: 0,
    convertMonth: 0,
    stopMonth: 0,
    stopReason: '',
    unpaidMonths: 0,
    reviewOverdue: 0,
  };
}

const isOn = (file: AllowanceFile): boolean => file.decision === '1' && file.stopMonth === 0;

/** The files in which something goes wrong: unpaid months, overdue reviews, more people covered than live there. */
function spoil(files: readonly AllowanceFile[], random: Random): AllowanceFile[] {
  const chooser = new Chooser(random, files.filter(isOn));
  const wrong = new Map<AllowanceFile, Partial<AllowanceFile>>();
  const total = files.length;
  for (const file of chooser.take(quota(0.003, total))) wrong.set(file, { reviewOverdue: random.between(5, 60) });
  for (const file of chooser.take(quota(0.002, total))) wrong.set(file, { insured: livingMembers(file.household).length + 1 });
  for (const [share, months] of [
    [0.003, 1],
    [0.002, 2],
    [0.001, 3],
    [0.0006, 5],
  ] as const) {
    for (const file of chooser.take(quota(share, total))) wrong.set(file, { unpaidMonths: months });
  }
  return files.map((file) => ({ ...file, ...wrong.get(file) }));
}

function settleTags(file: AllowanceFile): AllowanceFile {
  file.household.dibaoUntil = isOn(file) ? Number.POSITIVE_INFINITY : file.stopMonth;
  if (isOn(file)) for (const person of livingMembers(file.household)) addTag(person, '1');
  return file;
}
