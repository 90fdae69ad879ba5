/** Tells who brought a file what became of it, and the nearest of those who may confirm it that a full list waits for them. */
import { notify, type NoticeOrder } from '#features/notices/notify.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { ImportHouse } from './importHouse.ts';
import type { ImportReport } from './report.ts';

/** Called in the transaction that stores the file, or that keeps on record why it was not stored. Commands see their answer on the terminal. */
export async function tellImport(
  tx: Queryable,
  { actor }: Pick<ImportHouse, 'actor'>,
  report: ImportReport,
  places: readonly string[],
): Promise<void> {
  await notify(tx, ...noticesOf(actor.account, report, places));
}

/** Tells who brought a full list that a second person has confirmed it. */
export async function tellConfirmed(tx: Queryable, { import: number, register, settlements: places }: ImportReport): Promise<void> {
  const run = await tx.maybe<{ account: number | null }>(sql`select stated_account as account from import_run where import_id = ${number}`);
  if (run?.account == null || number === null || register === null) return;
  const object = { kind: 'import', key: number };
  await notify(tx, { kind: 'imports.confirmed', words: { import: number, register }, to: { accounts: [run.account] }, places, object });
}

function noticesOf(account: number | null, report: ImportReport, places: readonly string[]): NoticeOrder[] {
  const { import: number, register, state, added, changed, refused, aside } = report;
  const own = account === null ? [] : [account];
  if (number === null || register === null) return account === null ? [] : [{ kind: 'imports.unread', words: {}, to: { accounts: own } }];
  const common = { places, object: { kind: 'import', key: number } };
  const words = { import: number, register };
  if (state === 'waiting') {
    const waits: NoticeOrder = { ...common, kind: 'imports.waits', words, to: { holders: { except: own } } };
    return account === null ? [waits] : [waits, { ...common, kind: 'imports.held', words, to: { accounts: own } }];
  }
  if (account === null) return [];
  if (state === 'refused') return [{ ...common, kind: 'imports.refused', words, to: { accounts: own } }];
  return [{ ...common, kind: 'imports.done', words: { ...words, added, changed, refused, aside }, to: { accounts: own } }];
}
