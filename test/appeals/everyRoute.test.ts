/** No route of the house names an appeal to whom it complains about, nor an accusation to whom accusations are not for: the routes are those of the route list, asked with everything that there is. */
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { items, registers } from '#catalog/catalog.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { send } from '../imports/house.ts';
import { type AppealHouse, openAppealHouse, type Post } from './house.ts';

const against = 'SQ7007001';
const accusation = 'SQ7007002';
const seen = 'SQ7007003';

let house: AppealHouse;
let routes: readonly string[];

beforeAll(async () => {
  house = await openAppealHouse();
  house.clock.set('2024-07-01T10:00:00+08:00');
  await house.database.execute(sql`
    insert into item_switch (item_code, on_from) select code, date '2023-01-01' from unnest(${items.map(({ code }) => code)}::text[]) as code
    on conflict (item_code) do update set on_from = excluded.on_from`);
  const head = '诉求编号|安置点|来源渠道|性质|办理类型|受理时间|内容|紧急程度|重复诉求号';
  for (const [no, nature, repeats] of [
    [against, '3', ''],
    [accusation, '4', ''],
    [seen, '2', against],
  ] as const)
    await send(
      house,
      `
      ${head}
      ${no}|栗坪安置点|1|${nature}|3|2024-05-06 09:00|办事要跑四次，没有人管|3|${repeats}`,
      { dataDate: '2024-06-28' },
    );
  await house.move('street', against, 'shield', { party: 'area:522301A001' });
  await evaluate(house.database, { day: '2024-07-01', moment: momentOf('2024-07-01', house.clock.now()) });
  // A second import states one of them again, so that taking back the first lists it.
  await send(
    house,
    `
    ${head}
    ${against}|栗坪安置点|1|3|3|2024-05-06 09:00|办事要跑五次，没有人管|3|`,
    { dataDate: '2024-06-29' },
  );
  await house.app.ready();
  const { paths = {} } = house.app.swagger() as { paths?: Record<string, object> };
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith('/api/v1/') && 'get' in methods ? [path.slice('/api/v1'.length)] : [],
  );
});
afterAll(() => house.close());

const allOf = async (table: string, column: string): Promise<string[]> =>
  (await house.database.query<{ key: string }>(sql`select distinct ${raw(column)}::text as key from ${raw(table)}`)).map(({ key }) => key);

/** Everything that a parameter of a route may be; a route with a parameter that is not named here fails the test. */
async function valuesOf(route: string, parameter: string): Promise<readonly string[]> {
  if (parameter === 'no') return route.startsWith('/appeals') ? [against, accusation, seen] : allOf('household', 'household_no');
  if (parameter === 'household') return allOf('household', 'household_no');
  if (parameter === 'name') return Object.keys(registers);
  if (parameter === 'code') return items.map(({ code }) => code);
  if (parameter === 'id') {
    const [, room = ''] = route.split('/');
    const keys: Readonly<Record<string, readonly [string, string]>> = {
      warnings: ['warning', 'warning_id'],
      'work-orders': ['work_order', 'order_id'],
      imports: ['import_run', 'import_id'],
      visits: ['visit_record', 'visit_id'],
      accounts: ['account', 'account_id'],
      webhooks: ['webhook', 'webhook_id'],
    };
    const key = keys[room];
    if (key) return allOf(...key);
  }
  const others: Readonly<Record<string, string>> = { upload: '0'.repeat(64), photo: '1', sheet: '0', line: '2' };
  const other = others[parameter];
  if (other === undefined) throw new Error(`what is ${parameter} in ${route}?`);
  return [other];
}

/** What a route has to be asked with; a route that needs more answers 422, which fails the test. */
const queries: Readonly<Record<string, readonly string[]>> = {
  '/areas/reference': ['q=兴义'],
  '/board/trend': ['item=G04'],
  '/figures': ['year=2024'],
  '/calendar': ['year=2024'],
  '/warnings': ['state=all&size=200', 'item=G04&state=all&size=200'],
  '/warnings/export': ['state=all'],
  '/work-orders': ['state=all&size=200'],
  '/work-orders/export': ['state=all'],
  '/appeals': ['state=all&size=200'],
  '/appeals/export': ['state=all'],
  '/registers/{name}/rows': ['size=200'],
  '/public/captcha/picture': ['token=x'],
  '/audit/export': ['format=csv'],
};
const ranged = 'from=2024-01-01&to=2024-12-31';
const queriesOf = (route: string): readonly string[] =>
  /\/rates(\/export)?$/.test(route) ? ['unit', 'item', 'area'].map((by) => `by=${by}&${ranged}`) : (queries[route] ?? ['']);

async function addressesOf(route: string): Promise<string[]> {
  let all = [route];
  for (const [, parameter = ''] of route.matchAll(/\{(\w+)\}/g)) {
    const values = await valuesOf(route, parameter);
    all = all.flatMap((address) => values.map((value) => address.replace(`{${parameter}}`, encodeURIComponent(value))));
  }
  return all.flatMap((address) => queriesOf(route).map((query) => (query === '' ? address : `${address}?${query}`)));
}

/** The addresses whose answer names an appeal. */
async function naming(as: Post, no: string): Promise<string[]> {
  const cookie = await house.cookieOf(as);
  const found: string[] = [];
  for (const route of routes) {
    for (const address of await addressesOf(route)) {
      const { statusCode, body } = await house.app.inject({ url: `/api/v1${encodeURI(decodeURI(address))}`, headers: { cookie } });
      expect([200, 302, 401, 403, 404, 409, 410], `${as} ${address} ${body.slice(0, 200)}`).toContain(statusCode);
      // What was asked for stands in the problem's own address; everything else is an answer.
      if (statusCode === 200 && body.includes(no)) found.push(route);
    }
  }
  return [...new Set(found)].sort();
}

test('who answers for the place finds the appeals in the rooms that tell of them', async () => {
  const rooms = ['/appeals', '/items/{code}/subjects', '/registers/{name}/rows', '/warnings', '/warnings/{id}', '/work-orders', '/work-orders/{id}'];
  expect(await naming('county', against)).toEqual(expect.arrayContaining(rooms));
  expect(await naming('county', accusation)).toEqual(expect.arrayContaining(rooms));
});

test.each(['community', 'clerk', 'gridWorker', 'leader'] as const)(
  '%s, who is complained about, reads of it nowhere',
  async (as) => {
    expect(await naming(as, against)).toEqual([]);
  },
  120_000,
);

test.each(['street', 'community', 'education', 'leader'] as const)(
  '%s reads of no accusation',
  async (as) => {
    expect(await naming(as, accusation)).toEqual([]);
  },
  120_000,
);

test('an appeal that repeats it is seen, and names it to nobody who must not know', async () => {
  expect(await house.see('county', seen)).toMatchObject({ mainAppeal: against });
  expect(await house.see('community', seen)).toMatchObject({ mainAppeal: null });
});

test('no move tells that it is there', async () => {
  const unknown = 'SQ7009999';
  const probe = async (into: string) => {
    const { status, body } = await house.ask<object>('community', 'POST', `/appeals/${seen}/merge`, { into });
    return [
      status,
      JSON.stringify(body)
        .replaceAll(into, 'X')
        .replace(/"requestId":"[^"]*"/, ''),
    ];
  };
  expect(await probe(against)).toEqual(await probe(unknown));
});

test('the order about it goes past the people complained about, by itself and by hand', async () => {
  const { id, owner_area: area } = await house.database.one<{ id: number; owner_area: string | null }>(sql`
    select order_id as id, owner_area from work_order where place_kind = 'appeal' and place_key = ${against}`);
  expect(area).toBe('522301001');
  const { body } = await house.ask<{ people: { account: number }[] }>('street', 'GET', `/work-orders/${id}/people`);
  const { street, community, clerk } = house.accounts;
  expect(body.people.map(({ account }) => account)).toContain(street);
  for (const account of [community, clerk]) {
    expect(body.people.map((one) => one.account)).not.toContain(account);
    expect(await house.ask('street', 'POST', `/work-orders/${id}/transfer`, { owner: String(account), note: '请社区办理' })).toMatchObject({
      status: 422,
      body: { code: 'work-orders.owner-not-here' },
    });
  }
  const accused = await house.database.one<{ owner_area: string | null }>(sql`
    select owner_area from work_order where place_kind = 'appeal' and place_key = ${accusation}`);
  expect(accused.owner_area).toBe('522301');
});

test('tools that read views read of neither', async () => {
  for (const view of ['appeal', 'warning_case'])
    for (const no of [against, accusation])
      expect(await house.database.query(sql`select 1 from ${raw(`bi.${view}`)} as line where line::text like ${`%${no}%`}`), view).toEqual([]);
  expect(await house.database.query(sql`select 1 from bi.warning_case where subject_key = ${seen}`)).toHaveLength(1);
});
