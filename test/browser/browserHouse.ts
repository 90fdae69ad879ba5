/** What the tests in a browser share: an open house on a database of its own, and Debian's chromium in front of it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { items } from '#catalog/catalog.ts';
import { settleDemoAccounts } from '#features/accounts/demoAccounts.ts';
import { platformActor } from '#features/audit/actor.ts';
import { seedCalendar } from '#features/calendar/calendar.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { importPaths } from '#features/imports/importPaths.ts';
import { openHouse } from '#main.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import { createTestDatabase } from '#platform/database/testDatabase.ts';
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
  const folder = mkdtempSync(join(tmpdir(), 'anju-browser-'));
  const one = await createTestDatabase(8);
  const machine = testMachine(
    { dataFolder: folder, database: one.database, keys: openKeys(folder), clock: jumpableClock(today) },
    { ...(options.oidc && { oidc: options.oidc }), ...(options.outgoing && { outgoing: options.outgoing }) },
  );
  await one.database.transaction((tx) => seedCalendar(tx));
  if (options.people !== undefined) await fill(machine, options.people);
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

async function fill(machine: Machine, people: number): Promise<void> {
  const out = join(machine.settings.dataFolder, 'sample');
  await writeSample({ out, people, until: today, months: 2, faults: true });
  for await (const _report of importPaths({ ...machine, dataFolder: machine.settings.dataFolder, actor: platformActor }, [out], {
    statedBy: '王芳',
  }));
  // Past the silent period, so that there is work.
  await machine.database.execute(sql`
    insert into item_switch (item_code, on_from) select code, date '2025-01-01' from unnest(${items.map(({ code }) => code)}::text[]) as code`);
  for (const day of ['2026-05-31', today]) await evaluate(machine.database, { day, moment: momentOf(day, machine.clock.now()) });
}

/** A new page of a width before somebody who has signed in, or nobody with an empty cookie, and everything that it complained about. */
export async function openPage(
  house: BrowserHouse,
  width: number,
  language: 'zh' | 'en' = 'zh',
  cookie: string = house.cookie,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await house.browser.newContext({ viewport: { width, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const [name = '', value = ''] = cookie.split('=');
  if (cookie !== '') await context.addCookies([{ name, value, url: house.address, httpOnly: true, sameSite: 'Strict' }]);
  await context.addInitScript((chosen) => localStorage.setItem('anju.language', chosen), language);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`against the policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

/** Asks the API of the house. */
export async function ask<Answer>(house: BrowserHouse, path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(`${house.address}/api/v1${path}`, { ...init, headers: { ...init.headers, cookie: house.cookie } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
