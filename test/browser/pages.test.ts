/** Every page opens on real data without a complaint, fits the screen, and passes the accessibility check; the board is walked by keys. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prefectureCode } from '#catalog/areas/areas.ts';
import type { RoleCode } from '#catalog/roles.ts';
import type { AppealPage } from '#features/appeals/contract.ts';
import type { AreaRow } from '#features/areas/contract.ts';
import type { ImportPage, UploadProgress } from '#features/imports/contract.ts';
import type { OrderPage } from '#features/workOrders/contract.ts';
import type { WarningPage } from '#features/warnings/contract.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { ask, type BrowserHouse, browserPath, openBrowserHouse, openPage, type Seat, takeSeat } from './browserHouse.ts';
import { seriousOf } from './violations.ts';

const phone = 375;
const tablet = 768;
const office = 1366;

let house: BrowserHouse;
const found = { warning: '', order: '', appeal: '', household: '', import: '', settlement: '', county: '', community: '', building: '', upload: '' };

/** The addresses of the pages with the words that each must show. */
const pages = (): Record<string, readonly [address: string, words: string]> => ({
  board: ['/', '基本公共服务一览'],
  'board of a county': [`/board?area=${found.county}`, '基本公共服务一览'],
  'board of a settlement': [`/board?area=${found.settlement}`, '稳定入住'],
  'board of a community': [`/board?area=${found.community}`, '稳定入住'],
  'board of a building': [`/board?area=${found.building}`, '只统计到安置点'],
  items: ['/items', '监测标准'],
  item: [`/items/B01?area=${found.county}`, '分级条件'],
  warnings: ['/warnings', '预警'],
  warning: [`/warnings/${found.warning}`, '证据'],
  'handling of a warning': [`/warnings/${found.warning}`, '解除前须完成'],
  'raising a warning': ['/warnings/raise', '发现的情况'],
  'work orders': ['/work-orders', '责任人'],
  'work order': [`/work-orders/${found.order}`, '清单：一次上门办全部'],
  'rates of work orders': ['/work-orders/rates?from=2026-01-01&to=2026-12-31', '按时率'],
  'rates of appeals': ['/appeals/rates?from=2020-01-01&to=2026-12-31', '答复按时'],
  visits: [`/visits?area=${found.community}`, '各楼栋工作量'],
  visit: [`/visits/${found.household}`, '台账核对'],
  'answers of visits': ['/visits/answers', '没有这样的答复'],
  appeals: ['/appeals?state=all', '超期在前；名单不显示诉求人和内容'],
  appeal: [`/appeals/${found.appeal}`, '办理经过'],
  'new appeal': ['/appeals/new', '内容（照诉求人的原话）'],
  'appeals taken down': ['/appeals/entered', '我登记的诉求'],
  posters: ['/appeals/posters', '有事请扫码'],
  residents: ['/appeal', '您住在哪个安置点'],
  households: ['/households', '户主'],
  household: [`/households/${found.household}`, '现在的情况'],
  imports: ['/imports', '把表格拖到这里'],
  'rows that wait': ['/imports?show=aside', '待匹配'],
  import: [`/imports/${found.import}`, '问题'],
  'remembered columns': ['/imports?show=columns', '列标题相同的表照此读取'],
  'columns of an upload': [`/imports/columns/${found.upload}?register=dispute`, '139****0001'],
  'nil report': ['/imports/nil?register=visit', '以前的零报告'],
  calendar: ['/calendar', '2026年5月'],
  registers: ['/registers', '搬迁人口台账'],
  register: ['/registers/person', '字段说明'],
  'data health': ['/data-health', '应报数据'],
  figures: ['/figures?year=2023', '公布数字核对'],
  'sign in': ['/sign-in', '忘记密码'],
  help: ['/help', '名词解释'],
  'own account': ['/account', '登录的地方'],
  accounts: ['/accounts', '账号'],
  roles: ['/roles', '建立、停用账号'],
  notices: ['/notices', '通知偏好'],
  'how to be told': ['/notices/preferences', '外发的种类'],
  webhooks: ['/webhooks', '新建推送'],
  'how the house does': ['/alerts', '反复失败的后台任务'],
  audit: ['/audit', '最近核验'],
  'audit of nobody': ['/audit?who=nobody', '没有这样的记录'],
});
const names = Object.keys(pages());

/** Pages that only an administrator sees. */
const ofAuditor = ['accounts', 'roles', 'audit', 'audit of nobody', 'how the house does'];
const ofAdministrator = ['webhooks'];
/** Each of them sits before the same browser all the time, as people do: what was loaded once is not loaded again for every page. */
let seats: { readonly auditor: Seat; readonly administrator: Seat; readonly anybody: Seat };
const seatOf = (name: string): Seat => seats[ofAuditor.includes(name) ? 'auditor' : ofAdministrator.includes(name) ? 'administrator' : 'anybody'];

/** Brings a sheet with headers that nobody knows, and one whose columns were said before; answers the fingerprint of the first. */
async function bringUnknownHeaders(settlement: string): Promise<string> {
  const form = new FormData();
  form.append('register', 'dispute');
  form.append('file', new Blob([`卷号,安置点,几个人,经办人电话\nK1,${settlement},2,13900000001\n`]), '未知列.csv');
  const begun = await ask<UploadProgress>(house, '/imports', { method: 'POST', body: form });
  let progress = begun;
  while (progress.phase !== 'done' && progress.phase !== 'failed') {
    await new Promise((resume) => setTimeout(resume, 200));
    progress = await ask<UploadProgress>(house, `/imports/uploads/${begun.upload}`);
  }
  const decisions = JSON.stringify({ decisions: { 卷: 'device_no', 地: 'settlement_code', 人: null } });
  await ask(house, '/header-mappings/device/0', {
    method: 'PUT',
    body: decisions,
    headers: { 'content-type': 'application/json' },
  });
  return progress.reports[0]?.upload ?? '';
}

describe.runIf(browserPath)('pages', { retry: 2 }, () => {
  beforeAll(async () => {
    house = await openBrowserHouse({ people: 1000 });
    const cookieOf = async (role: RoleCode) =>
      (await signedIn(house.machine, [{ role, area: prefectureCode, department: null }], { hasSecondFactor: true })).cookie;
    seats = {
      auditor: await takeSeat(house, 'zh', await cookieOf('audit_administrator')),
      administrator: await takeSeat(house, 'zh', await cookieOf('system_administrator')),
      anybody: await takeSeat(house),
    };
    const { rows } = await ask<WarningPage>(house, '/warnings?item=C02&state=all');
    const orders = await ask<OrderPage>(house, '/work-orders?sort=level');
    found.order = String(orders.rows[0]?.id);
    found.appeal = (await ask<AppealPage>(house, '/appeals?state=all')).rows[0]?.no ?? '';
    const { areas } = await ask<{ areas: AreaRow[] }>(house, '/areas');
    const imports = await ask<ImportPage>(house, '/imports?size=200');
    const building = areas.find((area) => area.level === 'building' && area.persons > 0);
    const community = areas.find((area) => area.code === building?.parent);
    const settlement = areas.find((area) => area.level === 'settlement');
    found.warning = String(rows[0]?.id);
    found.household = rows[0]?.household ?? '';
    found.settlement = settlement?.code ?? '';
    found.community = community?.code ?? '';
    found.building = building?.code ?? '';
    found.upload = await bringUnknownHeaders(settlement?.name ?? '');
    found.county = areas.find((area) => area.level === 'county' && area.persons > 0)?.code ?? '';
    found.import = String(imports.rows.find((row) => row.refused + row.aside > 0)?.id ?? imports.rows[0]?.id);
  }, 300_000);
  afterAll(async () => house?.close());

  it.each(names)('%s opens, fits and can be read by everybody', async (name) => {
    const [address, words] = pages()[name] ?? ['', ''];
    for (const width of [phone, office]) {
      const { page, complaints } = await seatOf(name).open(width);
      await page.goto(house.address + address);
      await page.getByText(words).filter({ visible: true }).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(complaints).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} px`).toBeLessThanOrEqual(0);
      expect(await seriousOf(page), `${width} px`).toEqual([]);
      if (width === office) {
        // A tablet upright, or the text of an office screen at nearly twice its size.
        await page.setViewportSize({ width: tablet, height: 768 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${tablet} px`).toBeLessThanOrEqual(0);
      }
      await page.evaluate(() => localStorage.clear());
      await page.close();
    }
  });

  it('speaks English as a whole', async () => {
    const { page, complaints } = await openPage(house, office, 'en');
    await page.goto(`${house.address}/board`);
    await page.getByRole('heading', { name: 'Basic public services at a glance' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '基本公共服务一览' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is walked by keys: / finds, arrows move between cells, Enter opens', async () => {
    const { page } = await openPage(house, office);
    await page.goto(`${house.address}/board`);
    const first = page.locator('td a[data-item="A01"]').first();
    await first.waitFor();
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['item'])).toBe('A02');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^A02/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/items/A02');
    await page.keyboard.press('/');
    await page.keyboard.type('C01');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^C01/ }).waitFor();
    await page.context().close();
  });

  it('leads from the board down to the spreadsheet row', async () => {
    const { page } = await openPage(house, office);
    await page.goto(`${house.address}/board`);
    await page.locator('tbody th a').first().click();
    await page.waitForURL(/area=/);
    await page.goto(`${house.address}/warnings?item=C02`);
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: '证据：台账里的原始行' }).waitFor();
    await page
      .getByRole('link', { name: /号导入/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /^第\d+号导入/ }).waitFor();
    await page.context().close();
  });

  it('prints the file of a household with everything that is folded on the screen', async () => {
    const { page } = await openPage(house, office);
    await page.goto(`${house.address}/households/${found.household}`);
    await page.getByRole('heading', { name: '现在的情况' }).waitFor();
    const folded = page.locator('main details:not([open]):not(.no-print)');
    const member = page.locator('tr.row-on-paper').first();
    expect([(await folded.count()) > 0, await member.isVisible()]).toEqual([true, false]);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect([await folded.count(), await member.isVisible()]).toEqual([0, true]);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await folded.count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('folds the rows behind a warning beyond the first of each register, opens them by keys, and prints them whole', async () => {
    await house.machine.database.execute(sql`
      insert into warning_evidence (warning_id, settlement_code, register, row_id, data_date, import_id, sheet, line)
      select ${found.warning}::bigint, (select settlement_code from warning where warning_id = ${found.warning}::bigint), 'person', row_id, data_date, import_id, sheet, line
      from person order by row_id limit 12`);
    const { page, complaints } = await openPage(house, office);
    await page.goto(`${house.address}/warnings/${found.warning}`);
    const rows = page
      .locator('section', { has: page.getByRole('heading', { name: '搬迁人口台账 12行' }) })
      .last()
      .locator('article');
    const shown = async () => (await Promise.all((await rows.all()).map((row) => row.isVisible()))).filter(Boolean).length;
    await rows.first().waitFor();
    expect(await shown()).toBe(3);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await shown()).toBe(12);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await shown()).toBe(3);
    await page.getByText('其余9行', { exact: true }).focus();
    await page.keyboard.press('Enter');
    expect(await shown()).toBe(12);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('finds a warning by the number on paper, and says where there is none', async () => {
    const { no } = await house.machine.database.one<{ no: string }>(
      sql`select warning_no as no from warning where warning_id = ${found.warning}::bigint`,
    );
    const { page } = await openPage(house, office);
    await page.goto(`${house.address}/warnings/${no}`);
    await page.getByRole('heading', { name: '证据' }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe(`/warnings/${found.warning}`);
    await page.goto(`${house.address}/warnings/abc`);
    await page.getByText('没有找到').first().waitFor();
    expect(await page.getByText('Invalid input').count()).toBe(0);
    await page.context().close();
  });

  it('leads down to a building and its households, and picks an area by typing', async () => {
    const { page } = await openPage(house, office);
    await page.goto(`${house.address}/board?area=${found.community}`);
    await page.locator(`tbody th a[href$="area=${found.building}"]`).click();
    await page.getByRole('heading', { name: '这里的住户' }).waitFor();
    await page.locator('tbody th a').first().click();
    await page.getByRole('heading', { name: '现在的情况' }).waitFor();
    await page.goto(`${house.address}/board`);
    const name = (await ask<{ areas: AreaRow[] }>(house, '/areas')).areas.find((area) => area.code === found.community)?.name ?? '';
    await page.getByRole('combobox', { name: '选择下级地区' }).fill(name);
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => address.searchParams.get('area') === found.community);
    await page.context().close();
  });

  it('changes a working day by keys after saying what that does, and takes it back', async () => {
    const { page, complaints } = await openPage(house, office);
    await page.goto(`${house.address}/calendar?year=2026`);
    await page.getByRole('button', { name: /^2026年3月11日/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByText('2026年的工作日由248天变为247天。').waitFor();
    await page.getByRole('button', { name: '确认改动' }).click();
    await page.getByText('已把2026年3月12日改为休息日。').waitFor();
    await page.getByText('2026年共247个工作日').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText('2026年共248个工作日').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('complains about a style or a script that stands in a page, as the policy says', async () => {
    const { page, complaints } = await openPage(house, office);
    await page.goto(`${house.address}/board`);
    await page.locator('td a[data-item]').first().waitFor();
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>');
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.body.append(script);
    });
    await expect
      .poll(() => complaints.filter((one) => one.startsWith('against the policy:')).map((one) => one.split(' ')[3]))
      .toEqual(['style-src-attr', 'script-src-elem']);
    expect(await page.title()).not.toBe('run');
    await page.context().close();
  });

  it('says what to do where an address leads nowhere', async () => {
    const { page } = await openPage(house, office);
    await page.goto(`${house.address}/warnings/999999999`);
    await page.getByRole('alert').getByText('请求编号').waitFor();
    await page.goto(`${house.address}/nowhere`);
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await page.context().close();
  });

  it('tells when the network is down', async () => {
    const { page } = await openPage(house, office);
    await page.goto(`${house.address}/board`);
    await page.locator('td a[data-item]').first().waitFor();
    await page.context().setOffline(true);
    await page.getByText('网络已断开').waitFor();
    await page.context().setOffline(false);
    await page.getByText('网络已断开').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('loads at most 300 kB of script at first', async () => {
    const { page } = await openPage(house, office);
    let bytes = 0;
    page.on('response', async (response) => {
      if (response.url().endsWith('.js')) bytes += (await response.request().sizes()).responseBodySize;
    });
    await page.goto(`${house.address}/board`);
    await page.waitForLoadState('networkidle');
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(300_000);
    await page.context().close();
  });
});
