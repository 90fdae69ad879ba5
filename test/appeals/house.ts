/** What the tests of appeals share: a small settlement behind a server that does not listen, people of each office, residents, and a clock to jump. */
import sql from 'sql-template-tag';
import type { RoleCode } from '#catalog/roles.ts';
import { prepareStandard } from '#cli/withHouse.ts';
import { cookieName, openSession } from '#features/accounts/sessions.ts';
import { createHouse } from '#main.ts';
import type { AppealFile, Receipt } from '#features/appeals/contract.ts';
import type { Captcha, ResidentAppeal } from '#features/appeals/publicContract.ts';
import { numerals } from './numerals.ts';
import { silentLog } from '#platform/log/log.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { testMachine } from '../fixtures/testMachine.ts';
import { openFilledHouse, settle, type TestHouse } from '../imports/house.ts';

/** Posts of the tests, by the name that the tests call them. */
const posts = {
  prefecture: ['prefecture', '522300', null],
  secondPrefecture: ['prefecture', '522300', null],
  county: ['county', '522301', null],
  otherCounty: ['county', '522323', null],
  street: ['street', '522301001', null],
  community: ['community', '522301A001', null],
  clerk: ['community', '522301A001', null],
  gridWorker: ['grid_worker', '522301001901', null],
  leader: ['building_leader', '522301A001-1', null],
  education: ['department', '522301', '教育局'],
  civil: ['department', '522301', '民政局'],
} as const satisfies Readonly<Record<string, readonly [RoleCode, string, string | null]>>;
export type Post = keyof typeof posts;

interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export interface AppealHouse extends TestHouse {
  readonly app: Awaited<ReturnType<typeof createHouse>>;
  readonly accounts: Readonly<Record<Post, number>>;
  /** A session of this moment. */
  cookieOf(as: Post): Promise<string>;
  /** Asks as somebody, or as a stranger. */
  ask<T>(as: Post | null, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object): Promise<Answer<T>>;
  /** Moves an appeal and expects that it went. */
  move(as: Post, no: string, verb: string, payload?: object): Promise<AppealFile>;
  /** Takes an appeal down at the counter. */
  take(order?: object, as?: Post): Promise<Receipt>;
  /** A right answer to a check. */
  passed(): Promise<{ token: string; answer: string }>;
  follow(receipt: Pick<Receipt, 'no' | 'code'>): Promise<ResidentAppeal>;
  see(as: Post, no: string): Promise<AppealFile>;
}

export async function openAppealHouse(): Promise<AppealHouse> {
  const { house, said: accounts } = await openFilledHouse('appeals', fill);
  const broken: unknown[] = [];
  const machine = testMachine({ ...house, log: { ...silentLog, error: (_name, error) => void broken.push(error) } });
  const app = await createHouse(machine, { version: '0.0.0' });
  const ask: AppealHouse['ask'] = async (as, method, path, payload) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      ...(as && { headers: { cookie: await sessionOf(house, accounts[as]) } }),
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const must = async <T>(as: Post | null, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object): Promise<T> => {
    const { status, body } = await ask<T>(as, method, path, payload);
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`, { cause: broken.at(-1) });
    return body;
  };
  return {
    ...house,
    app,
    accounts,
    cookieOf: (as) => sessionOf(house, accounts[as]),
    ask,
    move: async (as, no, verb, payload = {}) => (await must<{ file: AppealFile }>(as, 'POST', `/appeals/${no}/${verb}`, payload)).file,
    take: (order = {}, as = 'clerk') => must<Receipt>(as, 'POST', '/appeals', { ...usual, ...order }),
    passed: async () => {
      const { token, question } = await must<Captcha>(null, 'GET', '/public/captcha?kind=words');
      return { token, answer: numerals(question.zh) };
    },
    follow: ({ no, code }) => must<ResidentAppeal>(null, 'POST', '/public/appeals/follow', { no, code }),
    see: (as, no) => must<AppealFile>(as, 'GET', `/appeals/${no}`),
    close: async () => {
      await app.close();
      await house.close();
    },
  };
}

async function fill(house: Omit<TestHouse, 'close'>): Promise<Readonly<Record<Post, number>>> {
  await prepareStandard(testMachine(house));
  await settle(house);
  const accounts: Partial<Record<Post, number>> = {};
  for (const [name, [role, area, department]] of Object.entries(posts) as [Post, (typeof posts)[Post]][]) {
    const there = name === 'leader' ? await firstBuilding(house) : area;
    accounts[name] = (await signedIn(house, [{ role, area: there, department }], { login: `appeal-${name}` })).account;
  }
  return accounts as Record<Post, number>;
}

/** A session of this moment: those of an hour ago are over once the clock was set. */
const sessionOf = async ({ database, clock }: TestHouse, account: number): Promise<string> => {
  const { secret } = await database.transaction((tx) => openSession(tx, account, { address: '127.0.0.1', agent: 'test' }, true, clock.now()));
  return `${cookieName(false)}=${secret}`;
};

const firstBuilding = async ({ database }: Pick<TestHouse, 'database'>): Promise<string> =>
  (await database.one<{ code: string }>(sql`select min(building_code) as code from building where settlement_code = '522301A001'`)).code;

/** What an appeal says where a test does not say otherwise. */
export const usual = {
  settlement: '522301A001',
  channel: '1',
  nature: '2',
  category: '1',
  track: '3',
  content: '三栋的电梯坏了半个月没有人修，老人上下楼很困难。',
  name: '王大山',
  contact: '13900000001',
};
