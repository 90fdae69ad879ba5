/** What the second lock costs: the same pages and searches with and without the row policies, turn by turn. */
import sql from 'sql-template-tag';
import { type Scope, scoped, type ScopedDatabase, wholeScope } from '../src/features/areas/scope.ts';
import { householdFilter } from '../src/features/households/contract.ts';
import { pageOfHouseholds } from '../src/features/households/queries.ts';
import type { Sight } from '../src/features/people/sight.ts';
import { warningFilter } from '../src/features/warnings/contract.ts';
import { pageOfWarnings } from '../src/features/warnings/queries.ts';
import type { Database } from '../src/platform/database/database.ts';
import type { Bench, Figure } from './figure.ts';
import { settlePrefecture } from './prefecture.ts';
import { percentile, seconds } from './timing.ts';

const turns = 40;

/** The same statements and conditions, run as the owner of the tables, whom no policy binds. */
function withoutPolicies(database: Database, scope: Scope): ScopedDatabase {
  const atOnce: ScopedDatabase['atOnce'] = (work) => database.transaction(work, { readOnly: true });
  return {
    ...scoped(database, scope),
    query: (statement) => atOnce((reader) => reader.query(statement)),
    one: (statement) => atOnce((reader) => reader.one(statement)),
    maybe: (statement) => atOnce((reader) => reader.maybe(statement)),
    atOnce,
  };
}

type Question = readonly [name: string, ask: (database: ScopedDatabase, sight: Sight) => Promise<unknown>];

const sightOf = (scope: Scope): Sight => ({ day: '2026-06-30', health: scope, minors: scope, restricted: scope, silent: scope });

export const rowSecurity: Bench = {
  name: 'row-security',
  what: 'lists and searches under row policies beside the same without them, one caller',
  async run(place): Promise<Figure[]> {
    await settlePrefecture(place);
    const { database } = place.machine;
    const { code, building, name } = await database.one<{ code: string; building: string; name: string }>(sql`
      select settlement_code as code, building_code as building, head_name as name from household where building_code is not null
      order by md5(household_no) limit 1`);
    const whole = await wholeScope(database);
    const scopes: readonly (readonly [string, Scope])[] = [
      ['the prefecture', whole],
      ['one settlement', { ...whole, areas: [code], settlements: [code], everything: false }],
      ['one building', { areas: [building], settlements: [], places: [{ code: building, settlement: code }], everything: false }],
    ];
    const questions: readonly Question[] = [
      ['warnings', (on, by) => pageOfWarnings(on, warningFilter.parse({}), by)],
      ['households', (on, by) => pageOfHouseholds(on, householdFilter.parse({}), {}, by)],
      ['search by name', (on, by) => pageOfHouseholds(on, householdFilter.parse({}), { text: name }, by)],
      ['search by surname', (on, by) => pageOfHouseholds(on, householdFilter.parse({}), { text: name.slice(0, 1) }, by)],
    ];
    const figures: Figure[] = [];
    for (const [area, scope] of scopes)
      for (const [what, ask] of questions) {
        const [bound, free]: [number[], number[]] = [[], []];
        for (let turn = 0; turn < turns; turn++) {
          bound.push(1000 * (await seconds(() => ask(scoped(database, scope), sightOf(scope)))));
          free.push(1000 * (await seconds(() => ask(withoutPolicies(database, scope), sightOf(scope)))));
        }
        const [value, plain] = [percentile(bound, 0.5), percentile(free, 0.5)];
        figures.push({
          name: `${what}, ${area}, median`,
          value,
          unit: 'ms',
          baselines: [{ name: 'without policies', value: plain, ratio: value / plain, goal: { atMost: 1.2 } }],
        });
      }
    return figures;
  },
};
