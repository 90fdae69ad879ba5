/** Chooses the few subjects that are to stand at a level, in random order and each at most once, so that every level is seen at any size. */
import { yearsBetween } from './days.ts';
import type { Random } from './random.ts';
import type { Household, Person, World } from './world.ts';

/** Hands out candidates in random order; what was handed out is busy and comes no more. */
export class Chooser<Subject> {
  private readonly order: readonly Subject[];
  private readonly busy = new Set<Subject>();

  constructor(random: Random, candidates: readonly Subject[]) {
    this.order = random.shuffle(candidates);
  }

  /** So many candidates that fit; fewer when there are not enough. */
  take(count: number, fits: (subject: Subject) => boolean = () => true): Subject[] {
    const taken: Subject[] = [];
    for (const subject of this.order) {
      if (taken.length >= count) break;
      if (this.busy.has(subject) || !fits(subject)) continue;
      this.busy.add(subject);
      taken.push(subject);
    }
    return taken;
  }
}

/** Household that is still here and whose settlement hears from all of these registers: only there a planted case can be seen. */
export const isHeardFrom = (household: Household, ...registers: readonly string[]): boolean =>
  household.leftOn === 0 && !registers.some((register) => household.settlement.silent.has(register));

/** Living members of a household. */
export const livingMembers = (household: Household): Person[] => household.members.filter((member) => member.endedOn === 0);

/** Living people of twenty and more. */
export const adultsOf = (world: World): Person[] =>
  world.households
    .filter(({ leftOn }) => leftOn === 0)
    .flatMap(livingMembers)
    .filter(({ birth }) => yearsBetween(birth, world.plan.until) >= 20);
