/** Who hears of answers of a visit that wait: those who settle them, and whoever visited; once, also when the device sends the visit again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseHouse } from '../scenes/caseHouse.ts';
import { answerTo, formOf, openVisitHouse, sendVisits, visitOf } from '../visits/visitHouse.ts';
import { heard } from './heard.ts';

let house: CaseHouse;
beforeAll(async () => {
  house = await openVisitHouse();
  await heard(house);
});
afterAll(() => house?.close());

test('an answer that meets another waits for the nearest who settle, an answer that stands for nobody', async () => {
  const [leader, grid] = [await formOf(house, 'leader'), await formOf(house, 'grid')];
  await sendVisits(house, 'leader', visitOf({ answers: [answerTo(leader, 'employment', 'P-0001', 'job_wish', '2')] }));
  expect(await heard(house)).toEqual({});
  house.clock.set('2024-07-01T12:00:00+08:00');
  const later = visitOf({ at: '2024-07-01T11:00:00+08:00', answers: [answerTo(grid, 'employment', 'P-0001', 'job_wish', '3')] });
  const [fate] = await sendVisits(house, 'grid', later);
  expect(await heard(house)).toEqual({ community: [`visits.conflicts 1 ${fate?.visit}`] });
  expect((await sendVisits(house, 'grid', later))[0]?.state).toBe('repeated');
  expect(await heard(house)).toEqual({});
});

test('whoever settles them is not told of their own visit; who visited hears what was refused', async () => {
  const [community, leader] = [await formOf(house, 'community'), await formOf(house, 'leader')];
  await sendVisits(
    house,
    'leader',
    visitOf({ at: '2024-07-01T12:00:00+08:00', answers: [answerTo(leader, 'employment', 'P-0002', 'job_wish', '2')] }),
  );
  const [own] = await sendVisits(
    house,
    'community',
    visitOf({
      at: '2024-07-01T12:00:00+08:00',
      answers: [
        answerTo(community, 'employment', 'P-0002', 'job_wish', '3'),
        { register: 'employment', key: 'P-9999', field: 'job_wish', value: '1', base: '' },
      ],
    }),
  );
  expect(own?.answers.map(({ state }) => state).sort()).toEqual(['conflict', 'refused']);
  expect(await heard(house)).toEqual({ community: [`visits.refused 1 ${own?.visit}`] });
});

test('a visit that is refused as a whole tells nobody', async () => {
  const [fate] = await sendVisits(house, 'leader', visitOf({ met: ['P-9999'] }));
  expect(fate?.state).toBe('refused');
  expect(await heard(house)).toEqual({});
});
