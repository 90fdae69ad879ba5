/** A visit on a phone in the browser: the round, the form with signature and photo, what came back; and a conflict settled at a desk. */
import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VisitFate, VisitForm } from '#features/visits/contract.ts';
import type { Round } from '#features/visits/roundContract.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { ask, type BrowserHouse, browserPath, openBrowserHouse, openPage } from './browserHouse.ts';

/** The day before the house’s own: phones tell the time of a visit. */
const noon = new Date('2026-06-29T12:00:00+08:00');
let house: BrowserHouse;
let building = '';
let leader = '';
let login = '';
let household = '';

/** A photo of a camera that was held upright: it lies on its side and says so. */
async function turnedPhoto(page: Page, width: number, height: number): Promise<Buffer> {
  const drawn = await page.evaluate(
    ([wide, high]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [wide ?? 0, high ?? 0];
      canvas.getContext('2d')?.fillRect(0, 0, 200, 100);
      return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
    },
    [width, height],
  );
  const plain = Buffer.from(drawn, 'base64');
  const exif = Buffer.from('ffe100224578696600004d4d002a000000080001011200030000000100060000000000000000', 'hex');
  return Buffer.concat([plain.subarray(0, 2), exif.subarray(0, 36), plain.subarray(2)]);
}

/** Width and height of a JPEG as it lies in the file. */
function sizeOf(jpeg: Buffer): { width: number; height: number } {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2))
    if ([0xc0, 0xc2].includes(jpeg[at + 1] ?? 0)) return { width: jpeg.readUInt16BE(at + 7), height: jpeg.readUInt16BE(at + 5) };
  throw new Error('no frame in the photo');
}

describe.runIf(browserPath)('visits', () => {
  beforeAll(async () => {
    house = await openBrowserHouse({ people: 1000 });
    const { database } = house.machine;
    const place = await database.one<{ building: string; household: string }>(sql`
      select household.building_code as building, household_no as household from work_order join household using (household_no)
      where work_order.state <> 'closed' and household.building_code is not null and household.status = '1'
        and exists (select from employment e join person using (person_no) where person.household_no = household.household_no and person.end_date is null and person.labour_ability in ('1', '2'))
      order by household_no limit 1`);
    building = place.building;
    household = place.household;
    ({ cookie: leader, login } = await signedIn(house.machine, [{ role: 'building_leader', area: building, department: null }]));
  }, 300_000);
  afterAll(async () => house?.close());

  it('is made on a phone, from the round to what is saved', async () => {
    const { page, complaints } = await openPage(house, 375, 'zh', leader);
    await page.clock.setFixedTime(noon);
    await page.goto(`${house.address}/visits?show=all`);
    await page.locator(`a[href="/visits/${household}"]`).click();
    await page.getByRole('heading', { name: /^走访.+户$/ }).waitFor();
    await page.getByLabel('居住情况', { exact: true }).selectOption('1');
    await page.getByLabel('走访记录').fill('在家，情况属实');
    const ground = page.getByRole('img', { name: '住户签名（手写）' });
    await ground.scrollIntoViewIfNeeded();
    const frame = await ground.boundingBox();
    if (!frame) throw new Error('no ground to sign on');
    await page.mouse.move(frame.x + 20, frame.y + 30);
    await page.mouse.down();
    await page.mouse.move(frame.x + 120, frame.y + 60, { steps: 5 });
    await page.mouse.up();
    const photo = Buffer.from('ffd8ffda000400001122ffd9', 'hex');
    await page.locator('input[type=file]').setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: photo });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: '保存走访' }).click();
    await page.getByText(/^已保存第\d+号走访$/).waitFor();
    await page.getByText('照片1').waitFor();
    await page.getByText('已签名').waitFor();
    const [record] = await house.machine.database.query<{ outcome: string; signature: Buffer }>(
      sql`select outcome, signature from visit_record where household_no = ${household}`,
    );
    expect(record?.outcome).toBe('met');
    expect(house.machine.keys.openText(record?.signature as Buffer)).toMatch(/^M\d+,\d+L/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('its photos are made smaller before they leave the phone, and stay as the camera was held', async () => {
    const { page, complaints } = await openPage(house, 375, 'zh', leader);
    await page.clock.setFixedTime(new Date(noon.getTime() + 30_000));
    await page.goto(`${house.address}/visits/${household}`);
    await page.getByLabel('走访记录').fill('拍了照');
    await page.locator('input[type=file]').setInputFiles({ name: 'big.jpg', mimeType: 'image/jpeg', buffer: await turnedPhoto(page, 3200, 2400) });
    await page.getByRole('button', { name: '保存走访' }).click();
    await page.getByText(/^已保存第\d+号走访$/).waitFor();
    // The visit before has a photo too.
    await page.getByRole('link', { name: '照片1' }).nth(1).waitFor();
    const photo = await house.machine.database.one<{ id: number; visit: number; bytes: number }>(
      sql`select photo_id as id, visit_id as visit, bytes from visit_photo order by photo_id desc limit 1`,
    );
    const answer = await page.request.get(`${house.address}/api/v1/visits/${photo.visit}/photos/${photo.id}`);
    expect(sizeOf(await answer.body())).toEqual({ width: 1200, height: 1600 });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a refused answer is mended by its visitor: the reason is shown, what is still wrong comes back again', async () => {
    const { page, complaints } = await openPage(house, 375, 'zh', leader);
    await page.clock.setFixedTime(new Date(noon.getTime() + 40_000));
    await page.goto(`${house.address}/visits/${household}`);
    const others = page.getByText(/^未到期的\d+组$/);
    if (await others.isVisible()) await others.click();
    await page
      .getByLabel(/^联系电话/)
      .first()
      .fill('1390');
    await page.getByRole('button', { name: '保存走访' }).click();
    await page.getByRole('link', { name: '改正' }).click();
    await page.getByText(/不是电话号码/).waitFor();
    const retry = page.getByRole('button', { name: '再试一次' });
    expect(await retry.isDisabled()).toBe(true);
    await page.getByLabel(/^联系电话/).fill('1391');
    await retry.click();
    await page.getByText(/^走访没有通过检查：联系电话/).waitFor();
    await page.getByLabel(/^联系电话/).fill('13900000077');
    await retry.click();
    await page.getByText('已改正').first().waitFor();
    expect(complaints.filter((line) => !line.includes('422'))).toEqual([]);
    await page.context().close();
  });

  it('one that says nothing is not saved, one that was left is offered again, and signing out leaves nothing on the device', async () => {
    const { page } = await openPage(house, 375, 'zh', leader);
    await page.clock.setFixedTime(new Date(noon.getTime() + 50_000));
    const open = () => page.goto(`${house.address}/visits/${household}`);
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('anju.draft.')).length);
    await open();
    await page.getByRole('button', { name: '保存走访' }).click();
    await page.getByText(/^这次走访还没有内容/).waitFor();
    expect(await kept()).toBe(0);
    await page.getByLabel('走访记录').fill('写到一半');
    await page.getByLabel('居住情况', { exact: true }).selectOption('1');
    await open();
    await page.getByRole('button', { name: '接着写' }).click();
    expect([await page.getByLabel('走访记录').inputValue(), await page.getByLabel('居住情况', { exact: true }).inputValue()]).toEqual([
      '写到一半',
      '1',
    ]);
    await open();
    await page.getByRole('button', { name: '不要了，重新写' }).click();
    expect([await page.getByLabel('走访记录').inputValue(), await kept()]).toEqual(['', 0]);
    await page.getByLabel('走访记录').fill('又写了');
    await page.getByRole('button', { name: '保存走访' }).click();
    await page.getByText(/^已保存第\d+号走访$/).waitFor();
    expect(await kept()).toBe(0);
    await page.getByText('又写了').waitFor();
    await open();
    await page.getByLabel('走访记录').fill('没写完');
    expect(await kept()).toBe(1);
    // The session runs out at the door: nothing stays on the device, and the same person goes on.
    await page.context().clearCookies();
    await page.getByRole('button', { name: '保存走访' }).click();
    await page.waitForURL(/sign-in/);
    await page.getByLabel('用户名').fill(login);
    expect(await kept()).toBe(0);
    await page.getByLabel('密码', { exact: true }).fill('Quite-long-7391');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('button', { name: '接着写' }).click();
    expect(await page.getByLabel('走访记录').inputValue()).toBe('没写完');
    // Somebody else before the same screen, then nobody.
    const other = await openPage(house, 375, 'zh');
    const mine = await page.evaluate(() => JSON.stringify(localStorage));
    await other.page.addInitScript((text) => Object.assign(localStorage, JSON.parse(text)), mine);
    await other.page.goto(`${house.address}/households/${household}`);
    await other.page.getByText('又写了').first().waitFor();
    expect(await other.page.evaluate(() => Object.keys(localStorage).some((name) => name.startsWith('anju.draft.')))).toBe(false);
    await other.page.context().close();
    await page.locator('details:has(button:text-is("退出")) > summary').click();
    await page.getByRole('button', { name: '退出', exact: true }).click();
    await page.waitForURL(/sign-in/);
    expect(await kept()).toBe(0);
    await page.context().close();
    ({ cookie: leader, login } = await signedIn(house.machine, [{ role: 'building_leader', area: building, department: null }]));
  });

  it('counts that nobody was at home', async () => {
    const { page } = await openPage(house, 375, 'en', leader);
    await page.clock.setFixedTime(new Date(noon.getTime() + 60_000));
    await page.goto(`${house.address}/visits/${household}`);
    await page.getByLabel('Nobody was at home').check();
    await page.getByRole('button', { name: 'Save the visit' }).click();
    await page.getByText(/^Attempt 1 is recorded; come again on 30 Jun 2026$/).waitFor();
    await page.context().close();
  });

  it('a conflict is settled at a desk', async () => {
    const form = await ask<VisitForm>(house, `/visits/form/${household}`);
    const row = form.questions.find(({ register }) => register === 'household');
    const field = row?.fields.find(({ name }) => name === 'coliving_count');
    const visit = (value: string) => ({
      client: crypto.randomUUID(),
      household,
      at: '2026-06-30T00:00:00+08:00',
      outcome: 'met',
      answers: [{ register: 'household', key: household, field: 'coliving_count', value, base: field?.version }],
    });
    const { visits } = await ask<{ visits: VisitFate[] }>(house, '/visits', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ visits: [visit('11'), visit('12')] }),
    });
    expect(visits.map(({ answers }) => answers[0]?.state)).toEqual(['stored', 'conflict']);
    const { page, complaints } = await openPage(house, 1366);
    await page.goto(`${house.address}/visits/answers`);
    await page
      .getByRole('row', { name: /共同生活人口/ })
      .getByRole('button', { name: '采用所答' })
      .click();
    await page.getByText('没有这样的答复').waitFor();
    const { rows } = await ask<Round>(house, `/visits/round?show=all&area=${building}`);
    expect(rows.some(({ no }) => no === household)).toBe(true);
    const [now] = await house.machine.database.query(sql`select coliving_count from household where household_no = ${household}`);
    expect(now).toEqual({ coliving_count: 12 });
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
