/** A database that notes how long statements take, by what they are for. */
import type { Database, Queryable, Transaction } from '../src/platform/database/database.ts';

/** Seconds by purpose; statements of transactions side by side are added up. */
export type Times = Map<string, number>;

/** The same database; what its transactions send is timed under the name that `purposeOf` gives to the text. */
export function timedDatabase(database: Database, purposeOf: (text: string) => string, times: Times): Database {
  const timed = async <T>(text: string, work: Promise<T>): Promise<T> => {
    const start = performance.now();
    try {
      return await work;
    } finally {
      const purpose = purposeOf(text);
      times.set(purpose, (times.get(purpose) ?? 0) + (performance.now() - start) / 1000);
    }
  };
  const timedQueries = (on: Queryable): Queryable => ({
    query: (statement) => timed(statement.text, on.query(statement)),
    one: (statement) => timed(statement.text, on.one(statement)),
    maybe: (statement) => timed(statement.text, on.maybe(statement)),
    execute: (statement) => timed(statement.text, on.execute(statement)),
  });
  const timedTransaction = (tx: Transaction): Transaction => ({
    ...timedQueries(tx),
    raw: (text) => timed(text, tx.raw(text)),
    copyFrom: (text) => tx.copyFrom(text),
    copyTo: (text) => tx.copyTo(text),
  });
  return { ...database, transaction: (work, options) => database.transaction((tx) => work(timedTransaction(tx)), options) };
}
