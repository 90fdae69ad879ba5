/** Who may be told of what: a room that holds things of some kind back from people says it of one account and one thing. */
import type { Database } from '#platform/database/database.ts';

/** Whether an account may know of a thing on a day. */
export type NoticeSight = (database: Database, account: number, key: string, day: string) => Promise<boolean>;

/** By the kind of the object of a notice; what stands in no line is held back from nobody. */
export type NoticeSights = Readonly<Record<string, NoticeSight>>;
