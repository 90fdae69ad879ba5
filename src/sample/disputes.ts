/** Disputes between people of the settlements, and legal aid. */
import { adultsOf, Chooser, isHeardFrom } from './choosing.ts';
import type { Day } from './days.ts';
import { quota } from './plan.ts';
import { streamFor } from './random.ts';
import type { Person, Settlement, World } from './world.ts';

export interface Dispute {
  readonly number: string;
  readonly settlement: Settlement;
  readonly type: string;
  readonly parties: readonly Person[];
  readonly people: number;
  readonly acceptedOn: Day;
  /** 0 = open. */
  readonly closedOn: Day;
  readonly source: string;
  readonly mediator: string;
  readonly risk: string;
  readonly escalation: readonly string[];
}

export interface LegalAid {
  readonly number: string;
  readonly person: Person;
  readonly matter: string;
  readonly appliedOn: Day;
  readonly closedOn: Day;
  readonly recovered: number;
}

export function planDisputes(world: World): Dispute[] {
  const { until, people, timeline, seed } = world.plan;
  const random = streamFor(seed, 'disputes');
  const parties = new Chooser(
    random,
    adultsOf(world).filter(({ household }) => isHeardFrom(household, 'dispute')),
  );
  const disputes: Dispute[] = [];
  const add = (acceptedOn: Day, closedOn: Day, more: Partial<Dispute> = {}): void => {
    const [party] = parties.take(1);
    if (!party) return;
    const { settlement } = party.household;
    disputes.push({
      number: `TJ${settlement.code.slice(-3)}-${String(disputes.length + 1).padStart(6, '0')}`,
      settlement,
      type: random.weighted([
        ['1', 0.25],
        ['2', 0.3],
        ['3', 0.14],
        ['4', 0.1],
        ['6', 0.08],
        ['7', 0.06],
        ['5', 0.07],
      ]),
      parties: [party],
      people: random.between(2, 5),
      acceptedOn,
      closedOn,
      source: random.weighted([
        ['1', 0.4],
        ['2', 0.4],
        ['4', 0.2],
      ]),
      mediator: `${settlement.communities[0]?.name ?? ''}人民调解委员会`,
      risk: random.weighted([
        ['4', 0.75],
        ['3', 0.2],
        ['2', 0.05],
      ]),
      escalation: [],
      ...more,
    });
  };
  const closed = Math.round(people * 0.008);
  for (let turn = 0; turn < closed; turn += 1) {
    const acceptedOn = random.between(timeline.start - 60, until - 20);
    add(acceptedOn, Math.min(until - 1, acceptedOn + random.between(2, 18)));
  }
  const each = quota(0.00003, people);
  for (const [low, high] of [
    [1, 13],
    [1, 13],
    [1, 13],
    [1, 13],
    [16, 28],
    [31, 43],
    [46, 58],
    [62, 120],
  ] as const) {
    for (let turn = 0; turn < each; turn += 1) add(until - random.between(low, high), 0);
  }
  for (let turn = 0; turn < Math.ceil(each / 2); turn += 1)
    add(until - random.between(2, 12), 0, { people: random.between(11, 24), escalation: ['1'] });
  for (let turn = 0; turn < Math.ceil(each / 2); turn += 1) add(until - random.between(2, 12), 0, { type: '1', escalation: ['4'], risk: '1' });
  return disputes.sort((one, other) => one.acceptedOn - other.acceptedOn || one.number.localeCompare(other.number));
}

export function planLegalAid(world: World): LegalAid[] {
  const { until, people, timeline, seed } = world.plan;
  const random = streamFor(seed, 'legal aid');
  return new Chooser(random, adultsOf(world))
    .take(Math.round(people * 0.0011))
    .map((person, index) => {
      const appliedOn = random.between(timeline.start - 60, until - 3);
      const closedOn = appliedOn + random.between(30, 160);
      return {
        number: `FY${String(index + 1).padStart(5, '0')}`,
        person,
        matter: random.weighted([
          ['1', 0.45],
          ['2', 0.15],
          ['3', 0.14],
          ['4', 0.06],
          ['5', 0.12],
          ['9', 0.08],
        ]),
        appliedOn,
        closedOn: closedOn < until ? closedOn : 0,
        recovered: random.between(3, 90) * 1000,
      };
    })
    .sort((one, other) => one.appliedOn - other.appliedOn);
}
