/** Lets wages stay unpaid here and there, at two employers for all their people, and loses a few rows of the employment list. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { yearsBetween } from './days.ts';
import type { Employers } from './employers.ts';
import { quota } from './plan.ts';
import type { Random } from './random.ts';
import { lastSpell, type Worker } from './work.ts';
import type { Person, World } from './world.ts';

/** Share of the employed whose wages are late by so many days. */
const lateBands = [
  [0.0015, 9, 29],
  [0.001, 32, 58],
  [0.0008, 62, 88],
  [0.0006, 95, 170],
] as const;
/** People of one employer who are all unpaid: enough for two levels. */
const unpaidTogether = [12, 31];

/** Changes the workers and returns those whose row is missing. */
export function spoilWages(world: World, random: Random, employers: Employers, workers: Map<Person, Worker>): Set<Person> {
  const { until } = world.plan;
  const everyone = [...workers.values()].filter(({ person }) => isHeardFrom(person.household, 'employment'));
  const paid = everyone.filter((worker) => lastSpell(worker).state === 'employed' && lastSpell(worker).employer);
  const chooser = new Chooser(random, paid);
  for (const [share, low, high] of lateBands) {
    for (const worker of chooser.take(quota(share, paid.length))) worker.arrearsFrom = until - random.between(low, high);
  }
  const [settlement] = world.settlements;
  for (const count of unpaidTogether) {
    if (!settlement) break;
    const employer = employers.nextLocal(settlement.county.code);
    for (const worker of chooser.take(count, ({ person, spells }) => person.household.settlement === settlement && spells.length === 1)) {
      worker.spells = [{ ...lastSpell(worker), employer, form: '1', region: settlement.county.code }];
      worker.arrearsFrom = until - 14;
    }
  }
  for (const worker of chooser.take(quota(0.001, paid.length))) worker.arrearsStated = false;
  return loseRows(world, chooser, workers);
}

/** Labour that is in no list, in households where somebody else works. */
function loseRows(world: World, chooser: Chooser<Worker>, workers: Map<Person, Worker>): Set<Person> {
  const { until } = world.plan;
  const others = (person: Person): boolean =>
    livingMembers(person.household).some((member) => member !== person && workers.get(member)?.spells.at(-1)?.state === 'employed');
  const lost = chooser.take(quota(0.0015, workers.size), ({ person }) => others(person) && yearsBetween(person.birth, until) < 60);
  for (const { person } of lost) workers.delete(person);
  return new Set(lost.map(({ person }) => person));
}
