/** A house for scenes of handling: two settlements with people, a post for everybody in the chain, items past their silent period, and a clock that is jumped. */
import sql from 'sql-template-tag';
import { items } from '#catalog/catalog.ts';
import type { RoleCode } from '#catalog/roles.ts';
import { seedCalendar } from '#features/calendar/calendar.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import type { Handling, OrderFile } from '#features/workOrders/contract.ts';
import { watchClocks, type Watched } from '#features/workOrders/watchClocks.ts';
import { createHouse } from '#main.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { testMachine } from '../fixtures/testMachine.ts';
import { openFilledHouse, send, settle, type TestHouse } from '../imports/house.ts';

/** Where each post of the scenes is held. */
const posts = {
  leader: { role: 'building_leader', area: '522301A001-1', department: null },
  grid: { role: 'grid_worker', area: '522301001901', department: null },
  community: { role: 'community', area: '522301001901', department: null },
  neighbour: { role: 'community', area: '522301001902', department: null },
  street: { role: 'street', area: '522301001', department: null },
  county: { role: 'county', area: '522301', department: null },
  labour: { role: 'department', area: '522301', department: '人社局' },
  prefecture: { role: 'prefecture', area: '522300', department: null },
} as const satisfies Readonly<Record<string, { role: RoleCode; area: string; department: string | null }>>;
export type Post = keyof typeof posts;

/** An answer of the house: its status and its body. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body & { readonly code?: string; readonly zh?: string; readonly detail?: string };
}

export interface CaseHouse extends TestHouse {
  readonly accounts: Readonly<Record<Post, number>>;
  /** Goes to a moment (`2024-07-01`, or with a time) and evaluates everything as of it. */
  evaluateOn(moment: string): Promise<void>;
  /** Goes to a moment and looks at the clocks. */
  watchAt(moment: string): Promise<Watched>;
  get<Body>(as: Post, path: string): Promise<Answer<Body>>;
  post<Body>(as: Post, path: string, body?: object): Promise<Answer<Body>>;
  /** Somebody acts for an absent person, or as themself again. */
  actFor(as: Post, absent: Post | null): Promise<void>;
  /** Moves an order or a warning and expects that it is done. */
  order(as: Post, id: number, verb: string, given?: object): Promise<OrderFile>;
  warning(as: Post, id: number, verb: string, given?: object): Promise<Handling>;
  /** The only open order, or the number of the last one. */
  lastOrder(): Promise<number>;
  warningOf(item: string): Promise<WarningNow>;
}

export interface WarningNow {
  readonly id: number;
  readonly stage: string;
  readonly state: string;
  readonly level: string;
  readonly round: number;
  readonly escalated_to: string | null;
  readonly track_until: string | null;
}

/** Opens the house on the morning of 2024-07-01 (a Monday). */
export async function openCaseHouse(): Promise<CaseHouse> {
  const { house, said: people } = await openFilledHouse('case', fill);
  const { database, clock } = house;
  clock.set('2024-07-01');
  const app = await createHouse(testMachine(house), { version: '0.0.0' });
  const ask = async <Body>(as: Post, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer<Body>> => {
    // Sessions end by themselves; the people of a scene sign in every morning.
    await database.execute(sql`update session set seen_at = ${clock.now()}, opened_at = ${clock.now()}`);
    await database.execute(sql`update account set password_set_at = ${clock.now()}, must_change = false`);
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { cookie: people[as].cookie },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: JSON.parse(answer.body || '{}') };
  };
  const done = async <Body>(as: Post, path: string, given: object): Promise<Body> => {
    const { status, body } = await ask<Body>(as, 'POST', path, given);
    if (status !== 200) throw new Error(`${as} ${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  return {
    ...house,
    accounts: Object.fromEntries(Object.entries(people).map(([name, { account }]) => [name, account])) as Record<Post, number>,
    evaluateOn: async (moment) => {
      clock.set(moment);
      const day = clock.today();
      await evaluate(database, { day, moment: momentOf(day, clock.now()) });
    },
    watchAt: (moment) => {
      clock.set(moment);
      return watchClocks(database, clock.now());
    },
    get: (as, path) => ask(as, 'GET', path),
    post: (as, path, body = {}) => ask(as, 'POST', path, body),
    actFor: async (as, absent) => {
      const { status } = await ask(as, 'PUT', '/me/acting', { account: absent === null ? null : people[absent].account });
      if (status !== 204) throw new Error(`${as} may not act for ${absent}: ${status}`);
    },
    order: (as, id, verb, given = {}) => done(as, `/work-orders/${id}/${verb}`, given),
    warning: (as, id, verb, given = {}) => done(as, `/warnings/${id}/${verb}`, given),
    lastOrder: async () => (await database.one<{ id: number }>(sql`select max(order_id) as id from work_order`)).id,
    warningOf: (item) =>
      database.one<WarningNow>(sql`
        select warning_id as id, stage, state, level, round, escalated_to, track_until from warning where item_code = ${item} order by warning_id desc limit 1`),
    close: async () => {
      await app.close();
      await house.close();
    },
  };
}

async function fill(house: Omit<TestHouse, 'close'>): Promise<Readonly<Record<Post, { cookie: string; account: number }>>> {
  const { database, clock } = house;
  await database.transaction((tx) => seedCalendar(tx));
  await settle(house);
  await database.execute(sql`
    insert into item_switch (item_code, on_from) select code, date '2023-01-01' from unnest(${items.map(({ code }) => code)}::text[]) as code`);
  clock.set('2024-07-01');
  const people: Partial<Record<Post, { cookie: string; account: number }>> = {};
  for (const [name, post] of Object.entries(posts)) people[name as Post] = await signedIn(house, [post], { login: `scene-${name}` });
  return people as Record<Post, { cookie: string; account: number }>;
}

/** Whether somebody has work, since when, as the employment bureau's sheet says it. */
export interface AtWork {
  readonly id: string;
  readonly works: boolean;
  readonly since: string;
}

/** What the employment bureau sends as of a day, on the morning of that day. */
export function sendEmployment(house: TestHouse, dataDate: string, people: readonly AtWork[]): ReturnType<typeof send> {
  house.clock.set(dataDate);
  const rows = people.map(({ id, works, since }) =>
    works ? `${id}|1|1|兴义市|${since}|#清空|1|1|${dataDate}|0` : `${id}|2|#清空|#清空|#清空|${since}|1|1|${dataDate}|#清空`,
  );
  const header = '证件号码|就业状态|就业形式|务工地|起始日期|失业日期|求职意愿|确认方式|确认日期|工资拖欠天数';
  return send(house, `${header}\n${rows.join('\n')}`, { register: 'employment', dataDate });
}
