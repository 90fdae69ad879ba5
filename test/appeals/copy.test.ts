/** A copy of a person's data holds what whoever prepares it may see of their appeals, and says the same whether there is more or not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSheets } from '#platform/files/openSheets.ts';
import { defaultLimits } from '#platform/files/sheets.ts';
import { openZip } from '#platform/files/zipPackage.ts';
import { type AppealHouse, openAppealHouse, type Post } from './house.ts';

let house: AppealHouse;
const folder = mkdtempSync(join(tmpdir(), 'anju-copies-'));
beforeAll(async () => {
  house = await openAppealHouse();
  house.clock.set('2024-07-01T10:00:00+08:00');
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

/** The copy as text, and the first sheet of its workbook. */
async function copyOf(as: Post, person: string): Promise<{ json: string; front: string }> {
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/person-rights/export',
    headers: { cookie: await house.cookieOf(as) },
    payload: { person, asker: 'self', purpose: '本人到窗口申请' },
  });
  expect(answer.statusCode).toBe(200);
  const file = join(folder, `${as}.zip`);
  writeFileSync(file, answer.rawPayload);
  const zip = await openZip(file, defaultLimits);
  const json = await text(await zip.stream('data.json'));
  const book = await openSheets(await buffer(await zip.stream(`个人信息-${person}.xlsx`)));
  const rows: string[] = [];
  const [sheet] = book.sheets;
  if (sheet) for await (const row of sheet.rows()) rows.push(JSON.stringify(row));
  await book.close();
  zip.close();
  return { json, front: rows.join('\n') };
}

test('accusations and complaints about the office of whoever prepares it stay where they are seen', async () => {
  const said = { person: 'P-0001', name: undefined };
  const plain = await house.take({ ...said, content: '三栋的电梯坏了半个月没有人修。' });
  const accusing = await house.take({ ...said, nature: '4', content: '有人冒领公益性岗位的工资，请查。' }, 'county');
  const complaint = await house.take({ ...said, nature: '3', content: '街道办事推来推去，跑了四次。', against: 'area:522301001' }, 'county');
  const street = await copyOf('street', 'P-0001');
  expect(street.json).toContain(plain.no);
  for (const secret of [accusing.no, complaint.no, '冒领', '推来推去']) expect(street.json).not.toContain(secret);
  const county = await copyOf('county', 'P-0001');
  for (const shown of [plain.no, accusing.no, complaint.no, '冒领', '推来推去']) expect(county.json).toContain(shown);
  const line = '经办人无权查看的诉求';
  // Somebody without any appeal: the line is the same.
  for (const copy of [street, county, await copyOf('street', 'P-0004')]) {
    expect(copy.json).toContain(line);
    expect(copy.front).toContain(line);
  }
});
