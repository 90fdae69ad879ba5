/** How the house itself does: jobs that keep failing, audit entries that are not chained, messages that did not leave, registers that are late. */
import type { Queryable } from '#platform/database/database.ts';
import { countJobs, listFailedTasks, type FailedTask } from '#platform/jobs/jobs.ts';
import sql from 'sql-template-tag';

/** Entries are chained within a second: after so many minutes the sealer is behind. */
export const sealWithinMinutes = 5;

/** What is looked at. */
export interface HouseState {
  readonly jobsWaiting: number;
  readonly failedTasks: readonly FailedTask[];
  /** Entries that no link holds yet, and those among them that wait for too long. */
  readonly unsealed: number;
  readonly unsealedLong: number;
  /** Notices that nobody was told of yet, messages that wait, and messages given up in the last seven days. */
  readonly noticesWaiting: number;
  readonly messagesWaiting: number;
  readonly messagesGivenUp: number;
  /** Registers late for a settlement, each counted once. */
  readonly lateRegisters: number;
}

/** Looks at the house. Times here are the database's own: a clock that jumps does not age what waits. */
export async function readHouseState(database: Queryable): Promise<HouseState> {
  const counts = await database.one<Omit<HouseState, 'jobsWaiting' | 'failedTasks'>>(sql`
    select (select count(*)::integer from audit_waiting) as unsealed,
      (select count(*)::integer from audit_waiting join audit_entry using (entry_id) where at < now() - make_interval(mins => ${sealWithinMinutes})) as "unsealedLong",
      (select count(*)::integer from notice where spread_at is null) as "noticesWaiting",
      (select count(*)::integer from notice_message where state = 'due') + (select count(*)::integer from notice_delivery where message_id is null) as "messagesWaiting",
      (select count(*)::integer from notice_message where state = 'given-up' and ended_at > now() - interval '7 days') as "messagesGivenUp",
      (select count(*)::integer from data_warning where cleared_on is null) as "lateRegisters"`);
  return { jobsWaiting: await countJobs(database), failedTasks: await listFailedTasks(database), ...counts };
}

/** The state as lines of `/metrics`. */
export async function houseFigures(database: Queryable): Promise<Readonly<Record<string, number>>> {
  const state = await readHouseState(database);
  return {
    anju_jobs_waiting: state.jobsWaiting,
    anju_jobs_failed: state.failedTasks.reduce((sum, { jobs }) => sum + jobs, 0),
    anju_audit_unsealed: state.unsealed,
    anju_audit_unsealed_long: state.unsealedLong,
    anju_notices_waiting: state.noticesWaiting,
    anju_messages_waiting: state.messagesWaiting,
    anju_messages_given_up: state.messagesGivenUp,
    anju_registers_late: state.lateRegisters,
  };
}
