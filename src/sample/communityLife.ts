/** Activities of the communities, and households under watch against falling back into poverty. */
import { Chooser } from './choosing.ts';
import { type Day, dayOf } from './days.ts';
import { fullName } from './names.ts';
import { streamFor } from './random.ts';
import type { Community, Household, World } from './world.ts';

export interface Activity {
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly community: Community;
  readonly on: Day;
  readonly people: number;
}

export interface RelapseCase {
  readonly household: Household;
  readonly type: string;
  readonly risks: readonly string[];
  readonly clueOn: Day;
  readonly identifiedOn: Day;
  readonly removedOn: Day;
  readonly helper: string;
}

const titles: readonly (readonly [type: string, title: string])[] = [
  ['1', '感恩奋进新时代宣讲'],
  ['2', '最美楼栋评选'],
  ['3', '广场舞大家跳'],
  ['4', '布依八音传习'],
  ['5', '新市民夜校普通话班'],
  ['3', '社区电影放映'],
  ['4', '苗绣手工课堂'],
];

export function planActivities(world: World): Activity[] {
  const { until, timeline, seed } = world.plan;
  const random = streamFor(seed, 'activities');
  const activities = world.settlements
    .flatMap(({ communities }) => communities)
    .flatMap((community) => {
      const count = Math.max(3, Math.round((until - timeline.start) / 32));
      return Array.from({ length: count }, () => {
        const [type, title] = random.pick(titles);
        return { number: '', type, title, community, on: random.between(timeline.start - 30, until - 2), people: random.between(20, 180) };
      });
    });
  return activities
    .sort((one, other) => one.on - other.on || one.community.code.localeCompare(other.community.code))
    .map((activity, index) => ({ ...activity, number: `HD${String(index + 1).padStart(6, '0')}` }));
}

export function planRelapseCases(world: World): RelapseCase[] {
  const { until, people, seed } = world.plan;
  const random = streamFor(seed, 'relapse');
  const chooser = new Chooser(
    random,
    world.households.filter(({ leftOn, type }) => leftOn === 0 && type <= '2'),
  );
  return chooser
    .take(Math.round(people * 0.0075))
    .map((household) => {
      const clueOn = random.between(dayOf(2021, 6, 1), until - 20);
      const identifiedOn = clueOn + random.between(5, 15);
      const removedOn = identifiedOn + random.between(190, 700);
      const type =
        clueOn > dayOf(2025, 12, 31)
          ? '4'
          : random.weighted([
              ['1', 0.6],
              ['2', 0.2],
              ['3', 0.2],
            ]);
      return {
        household,
        type,
        risks: [random.pick(['1', '1', '2', '3', '6', '7'])],
        clueOn,
        identifiedOn,
        removedOn: removedOn < until ? removedOn : 0,
        helper: fullName(random),
      };
    })
    .sort((one, other) => one.clueOn - other.clueOn || one.household.index - other.household.index);
}
