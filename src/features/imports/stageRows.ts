/** Streams the rows of a register into the staging table. */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Transaction } from '#platform/database/database.ts';
import { rowEncoder } from './encodeRow.ts';
import { erase } from './rowDraft.ts';
import { type ReadingTerms, rowReader } from './readRows.ts';
import type { RegisterRows } from './sourceRows.ts';
import { stageCopySql, type StagePlan, stageTableSql } from './stagePlan.ts';

/** What was seen while rows were staged: steps that no row needs are left out afterwards. */
export interface Staged {
  readonly rows: number;
  /** Fields that some row orders to erase. */
  readonly erased: ReadonlySet<string>;
  /** Whether some row states a household, or a date of birth, to find its person. */
  readonly findsByName: boolean;
}

const chunkLength = 2 ** 17;

/** Reads all rows and stages them; `onRows` hears how many were read so far. */
export async function stageRows(
  tx: Transaction,
  keys: Keys,
  plan: StagePlan,
  { sources }: RegisterRows,
  terms: ReadingTerms,
  onRows: (rows: number) => void,
): Promise<Staged> {
  await tx.raw(stageTableSql(plan));
  const encode = rowEncoder(plan, keys);
  const copy = tx.copyFrom(stageCopySql(plan));
  const ended = finished(copy);
  ended.catch(() => {});
  const erased = new Set<string>();
  let rows = 0;
  let findsByName = false;
  let chunk = '';
  const flush = async (): Promise<void> => {
    const isFull = !copy.write(chunk);
    chunk = '';
    if (isFull) await Promise.race([once(copy, 'drain'), ended]);
  };
  try {
    for (const { sheet, mapping, batches } of sources) {
      const read = rowReader(plan, sheet, mapping, terms);
      for await (const batch of batches()) {
        for (const { row, cells } of batch) {
          for (const draft of read(row, cells)) {
            rows++;
            chunk += encode(rows, draft);
            findsByName ||= draft.birth !== undefined;
            for (const [place, value] of draft.values.entries()) if (value === erase) erased.add(plan.fields[place]?.name ?? '');
          }
          if (chunk.length > chunkLength) await flush();
        }
        onRows(rows);
      }
    }
    if (chunk !== '') await flush();
    copy.end();
    await ended;
  } catch (error) {
    copy.destroy();
    throw error;
  }
  return { rows, erased, findsByName };
}
