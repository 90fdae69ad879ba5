/** Notes which files are being stored, so that one whose process was killed is told of: nothing of it went in, and whoever sent it learns so. */
import { registers } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { platformActor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { Database, Queryable, Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { importAct } from './importAct.ts';
import type { StoreOrder } from './importHouse.ts';
import { importProblems } from './problems.ts';
import { recordUnstored } from './recordImport.ts';
import { emptyReport } from './report.ts';
import { tellImport } from './tellImport.ts';

/** First number of the locks under which files are stored; the second is that of the note. */
const storing = 5223_0005;
/** Between the note and its lock lie some milliseconds; a note that is younger says nothing yet. */
const settled = '10 seconds';

/** Writes down that a file is about to be stored; answers the number of the note. */
export async function noteBegun(database: Queryable, register: Register, order: StoreOrder, account: number | null): Promise<number> {
  const { begun_id: begun } = await database.one<{ begun_id: number }>(sql`
    insert into import_begun (register, file_name, sha256, data_date, mode, covers, also_others, reach, stated_by, stated_account)
    values (${register.name}, ${order.file?.name ?? ''}, ${order.file?.sha256 ?? null}, ${order.dataDate}, ${order.mode}, ${order.covers}, ${order.alsoOthers},
      ${order.reach ?? null}, ${order.statedBy}, ${account}) returning begun_id`);
  return begun;
}

/** Takes the note away with the transaction that stores the file, and shows until then that it is at work. */
export async function holdBegun(tx: Transaction, begun: number): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(${storing}::integer, ${begun}::integer)`);
  await forgetBegun(tx, begun);
}

/** Takes a note away: its file has come to an end. */
export async function forgetBegun(database: Queryable, begun: number): Promise<void> {
  await database.execute(sql`delete from import_begun where begun_id = ${begun}`);
}

/** Puts files on record that nobody works on any more, tells who sent them, and answers how many there were. */
export async function tellCutOff(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    const cutOff = await tx.query<Begun>(sql`
      delete from import_begun where begun_at < clock_timestamp() - ${settled}::interval and pg_try_advisory_xact_lock(${storing}::integer, begun_id::integer) returning *`);
    for (const one of cutOff) await record(tx, one);
    return cutOff.length;
  });
}

interface Begun {
  readonly register: RegisterName;
  readonly file_name: string;
  readonly sha256: string | null;
  readonly data_date: string;
  readonly mode: StoreOrder['mode'];
  readonly covers: string[];
  readonly also_others: boolean;
  readonly reach: string[] | null;
  readonly stated_by: string;
  readonly stated_account: number | null;
}

async function record(tx: Transaction, begun: Begun): Promise<void> {
  const problem = importProblems['cut-off'].data();
  const order: StoreOrder = {
    dataDate: begun.data_date,
    mode: begun.mode,
    covers: begun.covers,
    alsoOthers: begun.also_others,
    isConfirmed: false,
    dryRun: false,
    verb: 'imports.create',
    statedBy: begun.stated_by,
    file: { name: begun.file_name, sha256: begun.sha256 },
    ...(begun.reach && { reach: begun.reach }),
  };
  const state = 'refused' as const;
  const report = {
    ...emptyReport,
    file: begun.file_name,
    import: await recordUnstored(tx, registers[begun.register], order, { state, problem, dropped: null }, begun.stated_account),
    register: begun.register,
    dataDate: begun.data_date,
    mode: begun.mode,
    state,
    problem,
  };
  await appendAudit(tx, platformActor, importAct(report, 'imports.create'));
  await tellImport(
    tx,
    { actor: { ...platformActor, account: begun.stated_account } },
    report,
    begun.covers.length > 0 ? begun.covers : (begun.reach ?? []),
  );
}
