/** Streams the rows of a register into the staging table. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Keys } from '#platform/crypto/keys.ts';
import { type OpenText, sealOpenText, TextToSeal } from '#platform/crypto/sealedText.ts';
import type { SealingThread } from '#platform/crypto/sealingThread.ts';
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

const chunkLength = 2 ** 15;
/** From this text on (some 2,000 rows) a thread is worth its start. */
const firstForThread = 16;
/** So many texts may wait for the thread that seals: more would only fill the memory. */
const mostWaiting = 4;

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
  const encode = rowEncoder(plan);
  const lines = new TextToSeal();
  const stage = stageWriter(keys, tx.copyFrom(stageCopySql(plan)));
  const erased = new Set<string>();
  let rows = 0;
  let findsByName = false;
  try {
    for (const { sheet, mapping, batches } of sources) {
      const read = rowReader(plan, sheet, mapping, terms);
      for await (const batch of batches()) {
        for (const { row, cells } of batch) {
          for (const draft of read(row, cells)) {
            rows++;
            encode(rows, draft, lines);
            findsByName ||= draft.birth !== undefined;
            if (draft.values.includes(erase))
              for (const { name } of plan.fields.filter((_, place) => draft.values[place] === erase)) erased.add(name);
          }
          if (lines.length > chunkLength) await stage.write(lines.take());
        }
        onRows(rows);
      }
    }
    await stage.write(lines.take());
    await stage.end();
  } finally {
    await stage.close();
  }
  return { rows, erased, findsByName };
}

interface StageWriter {
  write(text: OpenText): Promise<void>;
  /** Waits until everything is staged. */
  end(): Promise<void>;
  /** Lets go of everything, finished or not. */
  close(): Promise<void>;
}

/** Seals texts and sends them to the server: the first ones are sealed here, the others by a thread once it is up. */
function stageWriter(keys: Keys, copy: Writable): StageWriter {
  const ended = finished(copy);
  ended.catch(() => {});
  let thread: SealingThread | undefined;
  let texts = 0;
  const waiting: Promise<Buffer>[] = [];
  const send = async (sealed: Buffer): Promise<void> => {
    if (!copy.write(sealed)) await Promise.race([once(copy, 'drain'), ended]);
  };
  const sendWaiting = async (most: number): Promise<void> => {
    while (waiting.length > most) await send((await waiting.shift()) ?? Buffer.alloc(0));
  };
  return {
    write: async (text) => {
      if (++texts === firstForThread) thread = keys.openThread?.();
      if (!thread?.isUp) return send(sealOpenText(keys, text));
      const sealed = thread.seal(text);
      sealed.catch(() => {});
      waiting.push(sealed);
      await sendWaiting(mostWaiting);
    },
    end: async () => {
      await sendWaiting(0);
      copy.end();
      await ended;
    },
    close: async () => {
      if (!copy.writableFinished) copy.destroy();
      await thread?.close();
    },
  };
}
