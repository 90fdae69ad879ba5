/** A copy of a person's data holds the visits at which they were met and what was asked and answered about them; others of the household stay unnamed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  readonly visitAnswers: readonly { register: string; field: string; given: string; row_key: string }[];
}

async function copyOf(personNo: string): Promise<Copy> {
  const { write } = await exportPerson(house, { asker: 'self', purpose: '本人申请', personNo }, 'machine');
  const file = join(folder, `${personNo}.zip`);
  await write(file);
  const zip = await openZip(file, defaultLimits);
  const copy = JSON.parse(await text(await zip.stream('data.json'))) as Copy;
  zip.close();
  return copy;
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
