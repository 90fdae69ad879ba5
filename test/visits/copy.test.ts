/** A copy of a person's data holds the visits at which they were met and what was asked and answered about them; others of the household stay unnamed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scoped, wholeScope } from '#features/areas/scope.ts';
import { keepPhoto } from '#features/visits/keepPhoto.ts';
import { uploadsFolder } from '#platform/settings/settings.ts';
import { exportPerson } from '#features/personRights/exportPerson.ts';
import { defaultLimits } from '#platform/files/sheets.ts';
import { openZip } from '#platform/files/zipPackage.ts';
import type { CaseHouse } from '../scenes/caseHouse.ts';
import { answerTo, formOf, openVisitHouse, sendVisits, visitOf } from './visitHouse.ts';

let house: CaseHouse;
const folder = mkdtempSync(join(tmpdir(), 'anju-visit-copies-'));
beforeAll(async () => {
  house = await openVisitHouse();
});
afterAll(async () => {
  await house?.close();
  rmSync(folder, { recursive: true });
});

interface Copy {
  readonly visits: readonly { met_self: boolean; note: string; signature: string | null; method: string }[];
  readonly visitPhotos: readonly { visit_id: number; file: string }[];
  readonly pictures: readonly (Buffer | null)[];
  readonly visitAnswers: readonly { register: string; field: string; given: string; row_key: string }[];
}

async function copyOf(personNo: string): Promise<Copy> {
  const { write } = await exportPerson(house, { asker: 'self', purpose: '本人申请', personNo }, 'machine');
  const file = join(folder, `${personNo}.zip`);
  await write(file);
  const zip = await openZip(file, defaultLimits);
  const copy = JSON.parse(await text(await zip.stream('data.json'))) as Copy;
  const pictures = await Promise.all(copy.visitPhotos.map(async ({ file: name }) => (zip.has(name) ? buffer(await zip.stream(name)) : null)));
  zip.close();
  return { ...copy, pictures };
}

test('whoever was met, and the head, receive the visit; each receives the answers about themselves', async () => {
  const form = await formOf(house, 'community');
  await sendVisits(
    house,
    'community',
    visitOf({
      met: ['P-0002'],
      note: '王大山愿意外出，电话13912345678',
      signature: 'M1,1L2,2',
      answers: [answerTo(form, 'employment', 'P-0001', 'job_wish', '2'), answerTo(form, 'employment', 'P-0002', 'job_wish', '1')],
    }),
  );
  const li = await copyOf('P-0002');
  expect(li.visits).toEqual([expect.objectContaining({ met_self: true, signature: 'M1,1L2,2' })]);
  expect(li.visits[0]?.note).toMatch(/^王\*+愿意外出，电话139\*+5678$/);
  expect(li.visitAnswers.map(({ row_key: key }) => key)).toEqual(['P-0002']);
  const wang = await copyOf('P-0001');
  expect(wang.visits).toEqual([expect.objectContaining({ met_self: false, signature: null })]);
  expect(wang.visits[0]?.note).toContain('王大山愿意外出');
  expect(wang.visitAnswers).toEqual([expect.objectContaining({ row_key: 'P-0001', register: '就业务工台账' })]);
  expect(wang.visitAnswers[0]?.given).not.toBe('2');
  expect((await copyOf('P-0003')).visits).toEqual([]);
});

test('the photos lie beside the data as they were kept; one whose file went is named as gone', async () => {
  const [fate] = await sendVisits(house, 'community', visitOf({ met: ['P-0002'], photos: 2 }));
  const visit = fate?.visit ?? 0;
  const photo = (shade: number) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0, 4, shade, 0, 0xff, 0xda, 0, 2, shade, 0xff, 0xd9])]);
  const scope = scoped(house.database, await wholeScope(house.database));
  const ids = [await keepPhoto(house, scope, visit, photo(1)), await keepPhoto(house, scope, visit, photo(2))];
  const copy = await copyOf('P-0002');
  expect(copy.visitPhotos).toEqual(ids.map((id) => expect.objectContaining({ visit_id: visit, file: `走访照片/走访${visit}-${id}.jpg` })));
  expect(copy.pictures).toEqual([photo(1), photo(2)]);
  expect((await copyOf('P-0003')).visitPhotos).toEqual([]);
  const { sha256 } = await house.database.one<{ sha256: string }>(sql`select sha256 from visit_photo where photo_id = ${ids[0]}`);
  rmSync(join(uploadsFolder(house.dataFolder), `${sha256}.sealed`));
  const later = await copyOf('P-0002');
  expect(later.visitPhotos.map(({ file }) => file)).toEqual(['文件已不在', `走访照片/走访${visit}-${ids[1]}.jpg`]);
  expect(later.pictures).toEqual([null, photo(2)]);
});
