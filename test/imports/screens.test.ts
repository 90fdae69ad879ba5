/** What the pages of imports are answered: problems with what may be repeated of a cell, the rows that wait, what a full list leaves out. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHouse } from '#main.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { testMachine } from '../fixtures/testMachine.ts';
import { csv, openTestHouse, people, send, settle, type TestHouse } from './house.ts';

let house: TestHouse;
let app: Awaited<ReturnType<typeof createHouse>>;
let lead = '';

beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
  app = await createHouse(testMachine(house), { version: '0' });
  lead = (await signedIn(house)).cookie;
});
afterAll(async () => {
  await app.close();
  await house.close();
});

const { wang, stranger } = people;
const get = async (path: string, cookie = lead) => (await app.inject({ url: `/api/v1${path}`, headers: { cookie } })).json();

test('a problem repeats what the cell held, but not who somebody is, what is sensitive, or anything of a child to who may not see it', async () => {
  const wrong = `${wang.id.slice(0, -1)}${wang.id.endsWith('1') ? '2' : '1'}`;
  const work = '证件号码|姓名|就业状态|月收入|用人单位|职业指导次数|求职意愿|确认方式|确认日期|数据日期';
  const { import: id } = await send(
    house,
    `${work}
    ${wang.id}|${wang.name}|打零工|三千|${'某厂'.repeat(60)}|两次|2|1|2024-02-31|去年
    ${wrong}|${wang.name}|2||||2|1|2024-02-01|`,
    { register: 'employment', dataDate: '2024-03-01' },
  );
  const said = async (cookie?: string): Promise<Record<string, string>> => {
    const { problems } = await get(`/imports/${id}`, cookie);
    return Object.fromEntries(problems.map((one: { column: string; line: number; zh: string }) => [`${one.column}${one.line}`, one.zh]));
  };
  const seen = await said();
  expect(seen).toMatchObject({
    C2: expect.stringMatching(/^“打零工”不在代码表中/),
    D2: expect.stringMatching(/^“…”不是金额/),
    E2: expect.stringMatching(/^“…”有120个字/),
    F2: expect.stringMatching(/^“两次”不是数字/),
    I2: expect.stringMatching(/“2024-02-31”/),
    J2: expect.stringMatching(/^“去年”不是日期/),
    A3: expect.stringMatching(/^身份证号“…”校验码不对/),
  });
  const insurer = await said((await signedIn(house, [{ role: 'insurer', area: '522300', department: '人社局' }])).cookie);
  expect([insurer.C2, insurer.F2]).toEqual([seen.C2?.replace('打零工', '…'), seen.F2]);
});

test('rows that wait are found by register, reason, import, and text or number, and counted by group', async () => {
  const moved = '证件号码|姓名|迁出户籍地|迁入户籍地|申请日期|自愿确认';
  const { import: id } = await send(house, `${moved}\n${stranger.id}|${stranger.name}|甲|乙|2024-02-01|是\n${wang.id}|王大三|甲|乙|2024-02-01|是`, {
    register: 'hukou_transfer',
    dataDate: '2024-02-10',
    fileName: '户籍.csv',
  });
  await send(house, '户编号|走访人|走访日期|方式\nH-0077|张三|2024-02-01|1', { dataDate: '2024-02-10', fileName: '走访.csv' });
  const lines = async (query: string): Promise<string[]> =>
    (await get(`/aside-rows?${query}`)).rows.map(
      ({ register, line, reason }: { register: string; line: number; reason: string }) => `${register} ${line} ${reason}`,
    );
  const unknown = 'hukou_transfer 2 imports.nobody-with-number';
  const differs = 'hukou_transfer 3 imports.name-differs';
  const visit = 'visit 2 imports.no-household-with-number';
  expect(await lines('')).toEqual([unknown, differs, visit]);
  expect(await lines('register=visit')).toEqual([visit]);
  expect(await lines('reason=imports.name-differs')).toEqual([differs]);
  expect(await lines(`import=${id}`)).toEqual([unknown, differs]);
  expect(await lines(`text=${encodeURIComponent('走访')}`)).toEqual([visit]);
  expect(await lines('text=h-0077')).toEqual([visit]);
  expect(await lines('text=%25')).toEqual([]);
  expect(await lines(`text=${stranger.id}`)).toEqual([unknown]);
  expect((await get('/aside-rows?register=visit&size=1')).groups).toEqual([
    { register: 'hukou_transfer', registerName: { zh: '户籍迁移台账', en: 'Hukou transfers' }, reason: 'imports.name-differs', rows: 1 },
    { register: 'hukou_transfer', registerName: { zh: '户籍迁移台账', en: 'Hukou transfers' }, reason: 'imports.nobody-with-number', rows: 1 },
    { register: 'visit', registerName: { zh: '入户走访台账', en: 'Household visits' }, reason: 'imports.no-household-with-number', rows: 1 },
  ]);
});

test('the second person sees which rows a full list leaves out, before and not after it is confirmed', async () => {
  const devices = (numbers: readonly number[]): string =>
    `设备编号|安置点|设备类型|状态\n${numbers.map((number) => `D${number}|洒金安置点|1|1`).join('\n')}`;
  const all = Array.from({ length: 12 }, (_, at) => 301 + at);
  await send(house, devices(all), { register: 'device', dataDate: '2024-02-01' });
  const waiting = await send(house, devices(all.slice(0, 6)), { register: 'device', dataDate: '2024-03-01', mode: 'full', statedBy: '张三' });
  expect(waiting.state).toBe('waiting');
  const page = await get(`/imports/${waiting.import}/dropped?size=4&page=2`);
  expect([page.total, page.rows.length]).toEqual([6, 2]);
  const numberOf = (row: { fields: { name: string; value: string }[] }): string | undefined =>
    row.fields.find(({ name }) => name === 'device_no')?.value;
  expect(page.rows.map(numberOf)).toEqual(['D311', 'D312']);
  const saved = await get(`/imports/${waiting.import}/dropped/export`);
  expect([saved.rows.map(numberOf), saved.watermark]).toEqual([['D307', 'D308', 'D309', 'D310', 'D311', 'D312'], expect.stringContaining('导出')]);
  const elsewhere = (await signedIn(house, [{ role: 'county', area: '522323', department: null }])).cookie;
  expect((await get(`/imports/${waiting.import}/dropped`, elsewhere)).code).toMatch(/imports\.(not-found|reaches-beyond)/);
  await app.inject({ method: 'POST', url: `/api/v1/imports/${waiting.import}/confirm`, headers: { cookie: lead } });
  expect((await get(`/imports/${waiting.import}/dropped`)).code).toBe('imports.not-waiting');
});

test('a sheet is tried without a trace before it is stored', async () => {
  const before = (await get('/imports')).total;
  const boundary = 'x';
  const field = (name: string, value: string): string => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const visits = csv('户编号|走访人|走访日期|方式\nH-0001|张三|2024-02-01|1');
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="v.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  const started = await app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: { cookie: lead, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(field('dryRun', 'true') + head), visits, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  await expect.poll(async () => (await get(`/imports/uploads/${started.json().upload}`)).phase).toBe('done');
  const { reports } = await get(`/imports/uploads/${started.json().upload}`);
  expect(reports).toMatchObject([{ state: 'tried', added: 1, import: null }]);
  expect((await get('/imports')).total).toBe(before);
});

test('of a long list everybody finds what they brought themselves', async () => {
  const { cookie, login } = await signedIn(house);
  const { import: id } = await send(house, `证件号码|姓名|就业状态\n${wang.id}|${wang.name}|1`, {
    register: 'employment',
    dataDate: '2024-03-02',
    statedBy: `测试${login}（${login}）`,
  });
  const idsOf = async (query: string): Promise<number[]> => (await get(`/imports?${query}`, cookie)).rows.map((row: { id: number }) => row.id);
  expect(await idsOf('mine=yes')).toEqual([id]);
  expect((await idsOf('')).length).toBeGreaterThan(1);
});
