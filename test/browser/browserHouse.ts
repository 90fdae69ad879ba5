/** What the tests in a browser share: an open house on a database of its own, and Debian's chromium in front of it. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { items } from '#catalog/catalog.ts';
import { settleDemoAccounts } from '#features/accounts/demoAccounts.ts';
import { platformActor } from '#features/audit/actor.ts';
import { seedCalendar } from '#features/calendar/calendar.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { evaluateRequested } from '#features/evaluation/evaluateRequested.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { importPaths } from '#features/imports/importPaths.ts';
import { openHouse } from '#main.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import type { Database } from '#platform/database/database.ts';
import { createTestDatabase, fillOnce } from '#platform/database/testDatabase.ts';
import type { Machine } from '#platform/machine.ts';
import type { OidcSettings } from '#platform/settings/oidcSettings.ts';
import type { OutgoingSettings } from '#platform/settings/outgoingSettings.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { writeSample } from '#sample/writeSample.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { testMachine } from '../fixtures/testMachine.ts';

/** The day of the tests. */
export const today = '2026-06-30';

const places = [process.env.ANJU_TEST_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the browser is, if there is one. */
export const browserPath: string | undefined = places.find((path) => path !== undefined && path !== '' && existsSync(path));

if (browserPath === undefined) process.stdout.write('NOT RUN the tests in a browser: there is no chromium\n');

/** An open house with a browser before it. */
export interface BrowserHouse {
  readonly address: string;
  readonly browser: Browser;
  readonly machine: Machine;
  /** The cookie of somebody who sees the whole prefecture. */
  readonly cookie: string;
  close(): Promise<void>;
}

/** Opens a house; with people, a make-believe prefecture of that size is imported and evaluated. */
export async function openBrowserHouse(
  options: { readonly people?: number; readonly isDemo?: boolean; readonly oidc?: OidcSettings; readonly outgoing?: OutgoingSettings } = {},
): Promise<BrowserHouse> {
  if (!existsSync(projectPath('dist', 'web', 'index.html'))) throw new Error('the web client is not built: npx vite build');
  const { people } = options;
  const filled = await fillOnce(`browser_${people ?? 0}`, (database, dataFolder) => fill(database, dataFolder, people));
  const folder = mkdtempSync(join(tmpdir(), 'anju-browser-'));
  cpSync(filled.dataFolder, folder, { recursive: true });
  const one = await createTestDatabase(8, filled.url);
  const machine = testMachine(
    { dataFolder: folder, database: one.database, keys: openKeys(folder), clock: jumpableClock(today) },
    { ...(options.oidc && { oidc: options.oidc }), ...(options.outgoing && { outgoing: options.outgoing }) },
  );
  if (options.isDemo === true) await settleDemoAccounts(machine.database, machine.keys, true, today);
  const house = await openHouse(machine, { port: 0, version: '0.0.0', isDemo: options.isDemo === true });
  const browser = await chromium.launch({
    ...(browserPath !== undefined && { executablePath: browserPath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    address: house.address,
    browser,
    machine,
    cookie: (await signedIn(machine)).cookie,
    close: async () => {
      await browser.close();
      await house.close();
      await one.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fill(database: Database, dataFolder: string, people: number | undefined): Promise<void> {
  const clock = jumpableClock(today);
  await database.transaction((tx) => seedCalendar(tx));
  if (people === undefined) return;
  const out = join(dataFolder, 'sample');
  await writeSample({ out, people, until: today, months: 2, faults: true });
  const house = { database, keys: openKeys(dataFolder), clock, dataFolder, actor: platformActor };
  for await (const _report of importPaths(house, [out], { statedBy: '王芳' }));
  rmSync(out, { recursive: true });
  // Past the silent period, so that there is work.
  await database.execute(sql`
    insert into item_switch (item_code, on_from) select code, date '2025-01-01' from unnest(${items.map(({ code }) => code)}::text[]) as code`);
  for (const day of ['2026-05-31', today]) await evaluate(database, { day, moment: momentOf(day, clock.now()) });
  // What the imports asked for; else every house of the tests would do it beside the tests.
  await evaluateRequested(database, { day: today, moment: momentOf(today, clock.now()) });
}

/** A page and everything that it complained about. */
export interface OpenedPage {
  readonly page: Page;
  readonly complaints: string[];
}

/** A browser before one person, who opens page after page. */
export interface Seat {
  open(width: number): Promise<OpenedPage>;
}

/** A browser of its own before somebody who has signed in, or nobody with an empty cookie. */
export async function takeSeat(house: BrowserHouse, language: 'zh' | 'en' = 'zh', cookie: string = house.cookie): Promise<Seat> {
  const context = await house.browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const [name = '', value = ''] = cookie.split('=');
  if (cookie !== '') await context.addCookies([{ name, value, url: house.address, httpOnly: true, sameSite: 'Strict' }]);
  await context.addInitScript((chosen) => localStorage.setItem('anju.language', chosen), language);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`against the policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  return {
    open: async (width) => {
      const page = await context.newPage();
      page.setDefaultTimeout(90_000);
      await page.setViewportSize({ width, height: 768 });
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      return { page, complaints };
    },
  };
}

/** A page of a width in a browser of its own, which closes with `page.context().close()`. */
export async function openPage(house: BrowserHouse, width: number, language: 'zh' | 'en' = 'zh', cookie: string = house.cookie): Promise<OpenedPage> {
  return (await takeSeat(house, language, cookie)).open(width);
}

/** Asks the API of the house. */
export async function ask<Answer>(house: BrowserHouse, path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(`${house.address}/api/v1${path}`, { ...init, headers: { ...init.headers, cookie: house.cookie } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
