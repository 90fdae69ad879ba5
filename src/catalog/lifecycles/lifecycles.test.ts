/** The laws of every lifecycle: no dead end but the ends, every state reachable, one permission and one set of needs a verb; and ten thousand walks over each. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLists } from '../codes/codeLists.ts';
import { permissions } from '../permissions.ts';
import { roleOf, type RoleCode, roles } from '../roles.ts';
import { clocksIn, endsOf, type Lifecycle, routedVerbs, statesOf, verbsOf } from './lifecycle.ts';
import { lifecycles } from './lifecycles.ts';
import { move, type Moved, type Mover, offersOf } from './move.ts';

const walks = 10_000;
const anybody: Exclude<Mover, 'platform'> = { account: 1, may: () => true };

/** States that can be entered from a state in one move. */
const after = ({ moves }: Lifecycle, state: string): string[] =>
  moves.filter(({ from }) => from.includes(state)).flatMap(({ to }) => (to === 'stay' ? [] : [to]));

function reachable(cycle: Lifecycle, from: string): Set<string> {
  const found = new Set([from]);
  for (const state of found) for (const next of after(cycle, state)) found.add(next);
  return found;
}

/** Inputs that fit a verb, chosen by numbers. */
function inputsFor(cycle: Lifecycle, verb: string, choose: (below: number) => number, now: Date): Record<string, string> {
  const given: Record<string, string> = {};
  const day = (days: number): string => new Date(now.getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
  for (const [name, { kind, list, onlyWith }] of Object.entries(cycle.verbs[verb]?.needs ?? {})) {
    if (onlyWith && given[onlyWith.input] !== onlyWith.is) continue;
    const entries = list ? codeLists[list].entries : [];
    const values = {
      code: entries[choose(entries.length)]?.code ?? '',
      text: '情况属实',
      'coming-day': day(1 + choose(90)),
      'past-day': day(-choose(9)),
      person: '7',
      department: '人社局',
      unit: 'department:人社局',
    };
    given[name] = values[kind];
  }
  return given;
}

describe.each(lifecycles.map((cycle) => [cycle.noun, cycle] as const))('%s', (_, cycle) => {
  it('has no state without a way on but its ends, and none that cannot be reached', () => {
    const ends = endsOf(cycle);
    expect(ends.length).toBeGreaterThan(0);
    expect([...reachable(cycle, cycle.start)].sort()).toEqual([...statesOf(cycle)].sort());
    for (const state of statesOf(cycle)) {
      if (ends.includes(state)) expect(after(cycle, state), state).toEqual([]);
      else
        expect(
          [...reachable(cycle, state)].some((next) => ends.includes(next)),
          state,
        ).toBe(true);
    }
  });

  it('names verbs, claims, permissions and lists that there are, and uses each', () => {
    expect([...new Set(cycle.moves.map(({ verb }) => verb))].sort()).toEqual([...verbsOf(cycle)].sort());
    const used = new Set(cycle.moves.flatMap(({ when = [], unless = [] }) => [...when, ...unless]));
    expect([...used].sort()).toEqual(Object.keys(cycle.claims).sort());
    for (const { by, notBy, needs = {} } of Object.values(cycle.verbs)) {
      if (by !== 'platform' && by !== 'appellant') expect(permissions[by], by).toBeDefined();
      if (notBy !== undefined) expect(verbsOf(cycle)).toContain(notBy);
      for (const { kind, list } of Object.values(needs)) expect(kind === 'code').toBe(list !== undefined);
    }
  });

  it('has somebody for every verb', () => {
    for (const { by } of Object.values(cycle.verbs)) {
      if (by === 'platform' || by === 'appellant') continue;
      expect(
        (Object.keys(roles) as RoleCode[]).some((role) => roleOf(role).may.includes(by)),
        by,
      ).toBe(true);
    }
  });

  it('leaves what has ended alone', () => {
    for (const state of endsOf(cycle)) {
      expect(offersOf(cycle, { state, since: new Date(0) }, anybody)).toEqual([]);
      expect(clocksIn(cycle, state)).toEqual([]);
    }
  });

  it('says in both languages why not, for every verb in every state', () => {
    for (const state of statesOf(cycle))
      for (const verb of verbsOf(cycle)) {
        const outcome = move(cycle, { state, since: new Date(0) }, verb, { account: 1, may: () => false }, new Date('2024-01-05T02:00:00Z'));
        expect(outcome).toMatchObject({ is: 'refused', zh: expect.stringMatching(/\p{Script=Han}.*。$/u), en: expect.stringMatching(/\.$/) });
      }
  });

  it('offers exactly what may be done', () => {
    for (const state of statesOf(cycle))
      for (const claims of [[], Object.keys(cycle.claims)]) {
        const offered = new Map(offersOf(cycle, { state, since: new Date(0), claims }, anybody).map(({ verb, blocked }) => [verb, blocked]));
        for (const verb of routedVerbs(cycle)) {
          const now = new Date('2024-01-05T02:00:00Z');
          const outcome = move(
            cycle,
            { state, since: new Date(0), claims },
            verb,
            anybody,
            now,
            inputsFor(cycle, verb, () => 0, now),
          );
          expect([state, verb, outcome.is]).toEqual([state, verb, offered.get(verb) === null ? 'moved' : 'refused']);
          if (offered.get(verb)) expect(outcome).toMatchObject(offered.get(verb) ?? {});
        }
      }
  });

  it(`keeps its word on ${walks} walks`, () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 30 }), { minLength: 5, maxLength: 40 }), (numbers) => walk(cycle, numbers)),
      { numRuns: walks, seed: 20_240_105 },
    );
  });
});

/** Walks from the start by numbers: which verb, by whom, with what true of the case, after how long (sometimes the machine's clock is set back). */
function walk(cycle: Lifecycle, numbers: readonly number[]): void {
  let state = cycle.start;
  let since = new Date('2024-01-05T02:00:00Z');
  let now = since;
  const doneBy: Record<string, number> = {};
  for (const number of numbers) {
    let rest = number;
    const choose = (below: number): number => {
      const chosen = below === 0 ? 0 : rest % below;
      rest = Math.floor(rest / Math.max(1, below)) + 7;
      return chosen;
    };
    const verbs = verbsOf(cycle).filter((verb) => cycle.moves.some((line) => line.verb === verb && line.from.includes(state)));
    if (verbs.length === 0) {
      must(endsOf(cycle).includes(state), `${state} has no way on`);
      return;
    }
    const verb = verbs[choose(verbs.length)] ?? '';
    const claims = Object.keys(cycle.claims).filter((_, at) => ((number >> (at % 20)) & 1) === 1);
    const account = 1 + choose(3);
    now = new Date(now.getTime() + (choose(50) - 5) * 3_600_000);
    const { by, notBy } = cycle.verbs[verb] ?? {};
    const mover: Mover = by === 'platform' || by === 'appellant' ? by : { account, may: (permission) => permission === by };
    const outcome = move(cycle, { state, since, claims, doneBy }, verb, mover, now, inputsFor(cycle, verb, choose, now));
    if (outcome.is === 'refused') continue;
    checkMove(cycle, state, since, claims, verb, outcome);
    must(notBy === undefined || doneBy[notBy] !== account, `${verb} by who did ${notBy}`);
    doneBy[verb] = account;
    state = outcome.to;
    since = outcome.at;
  }
}

function checkMove(
  cycle: Lifecycle,
  state: string,
  since: Date,
  claims: readonly string[],
  verb: string,
  { from, to, at, starts, stops }: Moved,
): void {
  must(from === state && at >= since, 'from where it stood, and not before');
  const line = cycle.moves.find(
    (candidate) =>
      candidate.verb === verb &&
      candidate.from.includes(state) &&
      (candidate.to === to || (candidate.to === 'stay' && to === state)) &&
      (candidate.when ?? []).every((claim) => claims.includes(claim)) &&
      !(candidate.unless ?? []).some((claim) => claims.includes(claim)),
  );
  must(line !== undefined, `a line of the table for ${verb}`);
  const running = [...clocksIn(cycle, state).filter((clock) => !stops.includes(clock)), ...starts].sort();
  must(running.join() === [...clocksIn(cycle, to)].sort().join(), 'the clocks of the new state run');
}

/** Millions of times: `expect` would take most of the time. */
function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`broken: ${what}`);
}
