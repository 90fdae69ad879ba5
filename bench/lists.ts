/** Lists, searches and the board as people at their screens get them: over HTTP, many at once. */
import sql from 'sql-template-tag';
import { openHouse } from '../src/main.ts';
import type { Database } from '../src/platform/database/database.ts';
import { signedIn } from '../test/fixtures/signedIn.ts';
import type { Bench, Figure } from './figure.ts';
import type { Answers, Calls } from './lists/callers.ts';
import { inOtherProcess } from './otherProcess.ts';
import { settlePrefecture } from './prefecture.ts';
import { percentile } from './timing.ts';

const people = 50;
const calls = 1500;
/** Milliseconds that somebody looks at a page before the next question. */
const reading = 1000;

const callAtOnce = (task: Calls): Promise<Answers> => inOtherProcess(new URL('./lists/callers.ts', import.meta.url), task);

/** Questions of one kind, asked in turn. */
interface Question {
  readonly name: string;
  readonly paths: readonly string[];
  readonly atMost: number;
}

async function questionsOf(database: Database): Promise<Question[]> {
  const areas = await database.query<{ settlement: string; county: string; street: string }>(sql`
    select settlement_code as settlement, county_code as county, street_code as street from settlement order by md5(settlement_code) limit 20`);
  const households = await database.query<{ no: string; name: string }>(sql`
    select household_no as no, head_name as name from household order by md5(household_no) limit 40`);
  const list = (path: string, queries: readonly Record<string, string>[]): string[] =>
    queries.map((query) => `/api/v1/${path}?${new URLSearchParams(query).toString()}`);
  return [
    {
      name: 'a page of warnings',
      paths: list('warnings', [
        {},
        { page: '3' },
        { level: 'red' },
        { item: 'C02' },
        ...areas.flatMap(({ settlement, county }) => [{ area: settlement }, { area: county }]),
      ]),
      atMost: 50,
    },
    {
      name: 'a search for households',
      paths: list(
        'households',
        households.flatMap(({ no, name }) => [{ q: name }, { q: name.slice(0, 1) }, { q: no }]),
      ),
      atMost: 50,
    },
    {
      name: 'a page of households of an area',
      paths: list(
        'households',
        areas.flatMap(({ settlement, street }) => [{ area: settlement }, { area: street }, { area: settlement, item: 'C02' }]),
      ),
      atMost: 50,
    },
    {
      name: 'areas, registers and data health',
      paths: [
        ...list('areas', [{}]),
        ...list('registers', [{}]),
        ...list('data-health', [{}]),
        ...list('registers/person/rows', [{}, { page: '2' }]),
      ],
      atMost: 50,
    },
    {
      name: 'the board',
      paths: list('board', [{}, ...areas.flatMap(({ settlement, county }) => [{ area: settlement }, { area: county }])]),
      atMost: 30,
    },
  ];
}

export const lists: Bench = {
  name: 'lists',
  what: `lists, searches and the board through the server, ${people} people at once, p95`,
  async run({ machine, ...place }): Promise<Figure[]> {
    await settlePrefecture({ machine, ...place });
    // Fifty people at their screens are one session here.
    const allowances = { read: { aMinute: 100_000_000, atOnce: 100_000_000 } };
    const open = await openHouse({ ...machine, settings: { ...machine.settings, allowances } }, { port: 0, version: 'bench' });
    try {
      const { address } = open;
      // The database is kept for the next run, and a name is taken once.
      const { cookie } = await signedIn(machine, undefined, { login: `bench-${Date.now()}` });
      const figures: Figure[] = [];
      for (const { name, paths, atMost } of await questionsOf(machine.database)) {
        await callAtOnce({ address, cookie, paths, callers: 4, calls: 200, reading: 0 });
        const alone = await callAtOnce({ address, cookie, paths, callers: 1, calls: 100, reading: 0 });
        const readers = await callAtOnce({ address, cookie, paths, callers: people, calls: 10 * people, reading });
        const rush = await callAtOnce({ address, cookie, paths, callers: people, calls, reading: 0 });
        const goal = { atMost };
        figures.push(
          { name: `${name}, ${people} people who read for ${reading / 1000} s`, value: percentile(readers.milliseconds, 0.95), unit: 'ms', goal },
          { name: `${name}, ${people} callers who never pause`, value: percentile(rush.milliseconds, 0.95), unit: 'ms', goal },
          { name: '· answers a second then', value: rush.milliseconds.length / rush.seconds, unit: 'requests/s' },
          { name: '· one caller alone', value: percentile(alone.milliseconds, 0.95), unit: 'ms' },
        );
      }
      return figures;
    } finally {
      await open.close();
    }
  },
};
