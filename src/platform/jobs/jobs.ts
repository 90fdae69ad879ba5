/** Work that is done later: queued inside the transaction that asks for it, run in this process, tried again when it fails. */
import { setTimeout as wait } from 'node:timers/promises';
import { Logger, run, runMigrations } from 'graphile-worker';
import pg from 'pg';
import sql from 'sql-template-tag';
import type { Database, Queryable } from '../database/database.ts';
import { type Log, silentLog } from '../log/log.ts';

const applicationName = 'anju jobs';
const patientLooks = 20;
const lookMilliseconds = 100;

/** The tasks by name; each receives the payload that was queued. */
export type Tasks = Readonly<Record<string, (payload: unknown) => Promise<void>>>;

/** How jobs are run. */
export interface JobOptions {
  readonly log?: Log;
  /** Jobs at the same time. */
  readonly concurrency?: number;
  /** Tasks that start by the clock of China, as lines of a crontab: `{ 'evaluate-daily': '30 5 * * *' }`. */
  readonly schedule?: Readonly<Record<string, string>>;
}

/** The running jobs. */
export interface RunningJobs {
  /** Lets running jobs finish and takes no new ones. */
  stop(): Promise<void>;
}

/** Makes the tables of the job queue; harmless when they stand. */
export async function prepareJobs(database: Database): Promise<void> {
  const pgPool = openPool(database, 1);
  await runMigrations({ pgPool, logger: quietLogger(silentLog) }).finally(() => pgPool.end());
}

/** Runs queued jobs in this process until it is stopped. */
export async function startJobs(
  database: Database,
  tasks: Tasks,
  { log = silentLog, concurrency = 2, schedule = {} }: JobOptions = {},
): Promise<RunningJobs> {
  // The runner expects the driver's own types, so it has a pool of its own.
  const pgPool = openPool(database, concurrency + 2);
  await freeLeftJobs(database);
  const taskList = Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)]));
  const runner = await run({
    pgPool,
    taskList,
    concurrency,
    crontab: crontabOf(schedule),
    noHandleSignals: true,
    logger: quietLogger(log),
  });
  runner.events.on('job:error', ({ job, error }) => log.error('job-failed', error, { task: job.task_identifier, attempt: job.attempts }));
  runner.events.on('job:success', ({ job }) => log.info('job-done', { task: job.task_identifier }));
  return {
    stop: async () => {
      await runner.stop();
      await pgPool.end();
    },
  };
}

/** Jobs that a killed process had begun are free again at once (the runner by itself waits four hours), unless another process still runs jobs. */
async function freeLeftJobs(database: Database): Promise<void> {
  const holders = sql`select array_agg(distinct holder) from (
    select locked_by as holder from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null) held`;
  for (let attempt = 0; attempt < patientLooks; attempt++) {
    const { others, left } = await database.one<{ others: boolean; left: boolean }>(sql`
      select exists (select from pg_stat_activity where datname = current_database() and application_name = ${applicationName}) as others,
        (${holders}) is not null as left`);
    if (!left) return;
    if (!others) return void (await database.query(sql`select graphile_worker.force_unlock_workers((${holders}))`));
    // Sessions of a process that was killed a moment ago are still on the list.
    await wait(lookMilliseconds);
  }
}

/** How a job is queued. */
export interface QueueOptions {
  /** Jobs with the same key become one: the later replaces the one that still waits. */
  readonly key?: string;
  /** Not before this moment. */
  readonly runAt?: Date;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
}

/** Queues a job; it exists when the transaction commits and never otherwise. */
export async function queueJob(tx: Queryable, name: string, payload: unknown = {}, { key, runAt, queue }: QueueOptions = {}): Promise<void> {
  await tx.query(sql`
    select graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json, queue_name => ${queue ?? null},
      run_at => ${runAt?.toISOString() ?? null}::timestamptz, job_key => ${key ?? null}, job_key_mode => 'replace')`);
}

/** Number of jobs that wait or run. */
export async function countJobs(database: Queryable): Promise<number> {
  const { count } = await database.one<{ count: number }>(sql`select count(*) as count from graphile_worker.jobs`);
  return count;
}

/** A task of which jobs keep failing. */
export interface FailedTask {
  readonly task: string;
  readonly jobs: number;
  /** Attempts of the job that failed most often. */
  readonly attempts: number;
  /** When it is tried again; null when it never is. */
  readonly nextAt: string | null;
}

/** Tasks with jobs that failed at least so often in a row, and have not succeeded since. */
export function listFailedTasks(database: Queryable, least = 3): Promise<FailedTask[]> {
  return database.query<FailedTask>(sql`
    select task_identifier as task, count(*)::integer as jobs, max(attempts)::integer as attempts, min(run_at) filter (where attempts < max_attempts) as "nextAt"
    from graphile_worker.jobs where attempts >= ${least} and last_error is not null group by 1 order by 1`);
}

/** Hours of a crontab are UTC; schedules are written in the time of China. */
function crontabOf(schedule: Readonly<Record<string, string>>): string {
  const lines = Object.entries(schedule).map(([task, line]) => {
    const [minute = '0', hour = '*', ...rest] = line.split(' ');
    const inUtc = /^\d+$/.test(hour) ? String((Number(hour) + 16) % 24) : hour;
    return `${minute} ${inUtc} ${rest.join(' ')} ${task}`;
  });
  return lines.join('\n');
}

/** Messages of the runner may quote payloads: its warnings and errors are told by their level only; failed jobs are told above. */
function quietLogger(log: Log): Logger {
  return new Logger(() => (level) => {
    if (level === 'error' || level === 'warning') log.warn('job-runner', { level });
  });
}

/** Lost connections show themselves in the statement that used them; the events alone must not end the process. */
function openPool({ url }: Database, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: applicationName });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
