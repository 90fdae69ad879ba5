/** Hidden values and comparisons in a browser: the eye asks what for and forgets after a minute; who may see less reads so; areas beside one's own are sums. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn } from '../fixtures/signedIn.ts';
import { type BrowserHouse, browserPath, openBrowserHouse, openPage } from './browserHouse.ts';
import { seriousOf, violationsOf } from './violations.ts';

const widths = [375, 1366];

let house: BrowserHouse;
const found = { household: '', number: '', building: '', county: '' };
let leader = '';
let county = '';

describe.runIf(browserPath)('hidden values and comparisons', { retry: 2 }, () => {
  beforeAll(async () => {
    house = await openBrowserHouse({ people: 1000 });
    const { database, keys } = house.machine;
    const row = await database.one<{ household: string; building: string; county: string; sealed: Buffer }>(sql`
      select person.household_no as household, person.building_code as building, settlement.county_code as county, person.id_no as sealed
      from person join settlement using (settlement_code) join household using (household_no)
      where person.relation = '02' and person.id_no is not null and person.building_code is not null
        and exists (select 1 from person child where child.household_no = person.household_no and child.birth_date > '2012-01-01' and child.end_date is null)
      order by 1 limit 1`);
    Object.assign(found, { ...row, number: keys.openText(row.sealed) });
    leader = (await signedIn(house.machine, [{ role: 'building_leader', area: found.building, department: null }])).cookie;
    county = (await signedIn(house.machine, [{ role: 'county', area: found.county, department: null }])).cookie;
  }, 300_000);
  afterAll(async () => house?.close());

  it('shows a whole number by keys alone, for a purpose, and hides it after a minute', async () => {
    const { page, complaints } = await openPage(house, 1366);
    await page.clock.install();
    await page.goto(`${house.address}/households/${found.household}`);
    const eye = page.getByRole('button', { name: '查看完整户主证件号码' });
    await eye.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '查看完整户主证件号码' }).waitFor();
    expect((await violationsOf(page, 'dialog')).map(({ id }) => id)).toEqual([]);
    await page.getByLabel('用途').selectOption('verify-identity');
    await page.getByLabel(/^事由/).focus();
    await page.keyboard.type('现场核对身份证');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(found.number).waitFor();
    await page.clock.runFor(61_000);
    await page.getByText(found.number).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(widths)('says 无权查看 to a building leader, not nothing, at %d px', async (width) => {
    for (const language of ['zh', 'en'] as const) {
      const { page, complaints } = await openPage(house, width, language, leader);
      await page.goto(`${house.address}/households/${found.household}`);
      await page
        .getByText(language === 'zh' ? '无权查看' : 'withheld')
        .filter({ visible: true })
        .first()
        .waitFor();
      expect(await page.getByRole('button', { name: /查看完整|Show the whole/ }).count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it.each(widths)('compares a county with the others at %d px', async (width) => {
    const { page, complaints } = await openPage(house, width, 'zh', county);
    await page.goto(`${house.address}/board`);
    await page.getByRole('link', { name: '与同级比较' }).click();
    await page.getByText('本辖区').waitFor();
    await page.getByRole('combobox', { name: '监测项', exact: true }).selectOption('E03');
    await page.getByText('不足5人，不显示').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await seriousOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
