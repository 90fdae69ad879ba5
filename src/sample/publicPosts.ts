/** Public-welfare posts: who holds them, which stand vacant, and the few whose subsidy is late or whose attendance is doubtful. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { type Day, type Month, monthOf, yearsBetween } from './days.ts';
import { quota } from './plan.ts';
import { streamFor } from './random.ts';
import { lastSpell, type Work, type Worker } from './work.ts';
import type { Person, Settlement, World } from './world.ts';

export interface Post {
  readonly number: string;
  readonly settlement: Settlement;
  readonly person: Person | undefined;
  readonly type: string;
  readonly from: Day;
  readonly subsidy: number;
  /** Months without the subsidy that were due. */
  readonly unpaidMonths: number;
  /** Working days absent; -1 = not stated. */
  readonly absentDays: number;
}

/** Posts of those who work in one, some vacant posts, and the few whose subsidy is late or whose attendance is doubtful. */
export function planPosts(world: World, work: Work): Post[] {
  const { until, people, seed } = world.plan;
  const random = streamFor(seed, 'posts');
  const posts: Post[] = [];
  const add = (settlement: Settlement, person: Person | undefined, more: Partial<Post> = {}): void => {
    posts.push({
      number: `GG-${settlement.code}-${String(posts.length + 1).padStart(5, '0')}`,
      settlement,
      person,
      type: random.weighted([
        ['1', 0.42],
        ['2', 0.2],
        ['3', 0.1],
        ['4', 0.14],
        ['6', 0.14],
      ]),
      from: until - random.between(120, 1100),
      subsidy: random.pick([800, 1000, 1200, 1500]),
      unpaidMonths: 0,
      absentDays: 0,
      ...more,
    });
  };
  const holders = [...work.workers.values()].filter((worker) => lastSpell(worker).form === '6');
  const heard = holders.filter(({ person }) => isHeardFrom(person.household, 'public_post', 'employment'));
  const chooser = new Chooser(random, heard);
  const wrong = new Map<Worker, Partial<Post>>();
  for (const months of [2, 3, 4, 5]) for (const worker of chooser.take(quota(0.003, holders.length))) wrong.set(worker, { unpaidMonths: months });
  for (const worker of chooser.take(quota(0.004, holders.length))) wrong.set(worker, { absentDays: random.between(11, 20) });
  for (const worker of chooser.take(quota(0.002, holders.length))) wrong.set(worker, { absentDays: -1 });
  for (const worker of holders) add(worker.person.household.settlement, worker.person, wrong.get(worker));
  const others = new Chooser(
    random,
    world.households.filter((household) => isHeardFrom(household, 'public_post', 'employment')).flatMap(livingMembers),
  );
  for (const person of others.take(quota(0.00003, people), (one) => yearsBetween(one.birth, until) >= 66 && yearsBetween(one.birth, until) < 71))
    add(person.household.settlement, person);
  for (let turn = 0; turn < Math.round(holders.length * 0.03); turn += 1) add(random.pick(world.settlements), undefined);
  return posts;
}

/** The last month for which a post was paid, as known on a day: the subsidy of a month comes with the next. */
export const postPaidMonthOn = (post: Post, day: Day, until: Day): Month =>
  post.unpaidMonths > 0 ? Math.min(monthOf(day) - 1, monthOf(until) - 1 - post.unpaidMonths) : monthOf(day) - 1;
