/** Erasing a person reaches what was recorded on visits: answers about them, notes that name them, signatures and photos of visits at which they were met. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeFromVisits, sweepPhotos } from '#features/personRights/removeFromVisits.ts';
import { keepPhoto } from '#features/visits/keepPhoto.ts';
import { scoped, wholeScope } from '#features/areas/scope.ts';
import { uploadsFolder } from '#platform/settings/settings.ts';
import type { CaseHouse } from '../scenes/caseHouse.ts';
import { answerTo, countOf, formOf, openVisitHouse, sendVisits, visitOf } from './visitHouse.ts';

let house: CaseHouse;
beforeAll(async () => {
  house = await openVisitHouse();
});
afterAll(() => house?.close());

test('nothing of the person is left in what visits recorded, and what others said stays', async () => {
  const form = await formOf(house, 'community');
  const [fate] = await sendVisits(
    house,
    'community',
    visitOf({
      met: ['P-0001', 'P-0002'],
      note: '王大山愿意外出',
      signature: 'M1,1L2,2',
      answers: [answerTo(form, 'employment', 'P-0001', 'job_wish', '2'), answerTo(form, 'employment', 'P-0002', 'job_wish', '2')],
    }),
  );
  const visit = fate?.visit ?? 0;
  const photo = Buffer.from('ffd8ffda000400001122ffd9', 'hex');
  await keepPhoto(house, scoped(house.database, await wholeScope(house.database)), visit, photo);
  const { sha256 } = await house.database.one<{ sha256: string }>(sql`select sha256 from visit_photo`);
  const file = join(uploadsFolder(house.dataFolder), `${sha256}.sealed`);
  await sweepPhotos(house.database, house.dataFolder);
  expect(existsSync(file)).toBe(true);
  const identity = {
    personNo: 'P-0001',
    settlement: '522301A001',
    name: '王大山',
    names: ['王大山'],
    idNumbers: [],
    phones: [],
    heads: [],
    households: ['H-0001'],
  };
  const done = await house.database.transaction((tx) => removeFromVisits(tx, house.keys, identity));
  expect(done).toEqual({ removed: 2, anonymised: 1 });
  const record = await house.database.one<{ met_persons: string[]; note: Buffer; signature: Buffer | null }>(
    sql`select met_persons, note, signature from visit_record`,
  );
  expect([record.met_persons, record.signature]).toEqual([['P-0002'], null]);
  expect(house.keys.openText(record.note)).toMatch(/^[^王]*愿意外出$/);
  expect(await countOf(house, 'visit_answer')).toBe(1);
  await sweepPhotos(house.database, house.dataFolder);
  expect(existsSync(file)).toBe(false);
});
