/** Comparing with areas beside one's own: sums alone, the small ones withheld, and nothing more than before of the areas themselves. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prefectureCode } from '#catalog/areas/areas.ts';
import { items } from '#catalog/catalog.ts';
import type { Board, Comparison } from '#features/boards/contract.ts';
import { isSmall } from '#features/boards/suppressSmall.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { type AccessHouse, openAccessHouse } from './house.ts';

let house: AccessHouse;
let whole: Board;
let own = '';
let other = '';

beforeAll(async () => {
  house = await openAccessHouse();
  whole = (await ask((await signedIn(house)).cookie, '/board')).json() as Board;
  const rows = await house.database.query<{ code: string }>(
    sql`select county_code as code from settlement join household using (settlement_code) group by 1 order by count(*) desc`,
  );
  own = rows[0]?.code ?? '';
  other = rows[1]?.code ?? '';
}, 300_000);
afterAll(() => house.close());

const ask = (cookie: string, path: string) => house.app.inject({ url: `/api/v1${path}`, headers: { cookie } });
const people = items.filter(({ subject, indicator }) => indicator.mode === 'sum' || ['person', 'household', 'dispute', 'appeal'].includes(subject));

test('a county sees itself whole and of the others what is not small; nothing small follows from the sums', async () => {
  const { cookie } = await signedIn(house, [{ role: 'county', area: own, department: null }]);
  const answer = await ask(cookie, '/board/comparison');
  expect(answer.statusCode).toBe(200);
  const { rows, total } = answer.json() as Comparison;
  expect(rows.map(({ area }) => area).sort()).toEqual(whole.rows.map(({ area }) => area).sort());
  expect(rows.filter(({ isOwn }) => isOwn).map(({ area }) => area)).toEqual([own]);
  let [shown, hidden] = [0, 0];
  for (const { code } of people) {
    const cellsOf = rows.map((row) => ({
      row,
      told: row.cells.find(({ item }) => item === code),
      real: whole.rows.find(({ area }) => area === row.area)?.cells.find(({ item }) => item === code),
    }));
    for (const { row, told, real } of cellsOf) {
      if (told === undefined || real === undefined) throw new Error(`${row.area} has no ${code}`);
      if (told.numerator === null) hidden += 1;
      else shown += 1;
      if (row.isOwn || told.numerator !== null)
        expect([told.numerator, told.denominator, told.value]).toEqual([real.numerator, real.denominator, real.value]);
      if (!row.isOwn && isSmall(real)) expect([told.numerator, told.denominator, told.value]).toEqual([null, null, null]);
    }
    const withheld = cellsOf.filter(({ told }) => told?.numerator === null);
    if (total?.cells.find(({ item }) => item === code)?.numerator != null) expect(withheld.length).not.toBe(1);
  }
  expect(Math.min(shown, hidden)).toBeGreaterThan(0);
});

test('who compares sees no more of the areas beside its own than before', async () => {
  const { cookie } = await signedIn(house, [{ role: 'county', area: own, department: null }]);
  for (const path of [`/board?area=${other}`, `/board/trend?item=C01&area=${other}`, `/board/comparison?area=${other}`, `/households?area=${other}`])
    expect((await ask(cookie, path)).statusCode, path).toBe(404);
  const community = await signedIn(house, [{ role: 'department', area: own, department: '教育局' }]);
  expect((await ask(community.cookie, '/board/comparison')).statusCode).toBe(403);
});

test('who sees a part of an area is told nothing of the rest, and no sum; who compares under two parents gets no sum either', async () => {
  const { settlement } = await house.database.one<{ settlement: string }>(
    sql`select settlement_code as settlement from settlement where county_code = ${other} order by 1 limit 1`,
  );
  const inPart = await signedIn(house, [
    { role: 'county', area: own, department: null },
    { role: 'community', area: settlement, department: null },
  ]);
  const part = (await ask(inPart.cookie, '/board/comparison')).json() as Comparison;
  const settlements = await house.database.query(sql`select from settlement where county_code = ${other}`);
  for (const { code } of people) {
    const cell = part.rows.find(({ area }) => area === other)?.cells.find(({ item }) => item === code);
    if (settlements.length > 1) {
      expect(cell?.numerator).toBeNull();
      expect(part.total?.cells.find(({ item }) => item === code)?.numerator).toBeNull();
    }
  }
  const { street } = await house.database.one<{ street: string }>(
    sql`select area_code as street from street_community where level = 'street' and county_code = ${other} order by 1 limit 1`,
  );
  const twice = await signedIn(house, [
    { role: 'county', area: own, department: null },
    { role: 'street', area: street, department: null },
  ]);
  expect(((await ask(twice.cookie, `/board/comparison?area=${own}`)).json() as Comparison).total).toBeNull();
});

test('the prefecture has nothing beside it', async () => {
  const { rows, total } = (await ask((await signedIn(house)).cookie, `/board/comparison?area=${prefectureCode}`)).json() as Comparison;
  expect([rows.map(({ area }) => area), total]).toEqual([[prefectureCode], null]);
});
