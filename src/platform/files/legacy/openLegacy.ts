/** Opens xls, xlsb and ods in a thread of their own, with a cap on size and memory. */
import type { ProblemData } from '#platform/problems/problem.ts';
import { fileNotes, fileProblems } from '../problems.ts';
import { sheetOf } from '../sheetReading.ts';
import type { FileLimits, OpenedSheets, OpenOptions, Sheet, SheetRow } from '../sheets.ts';
import type { FileSource } from '../source.ts';
import type { LegacyAnswer, LegacySheet } from './legacyMessages.ts';
import { LegacyThread } from './legacyThread.ts';

/** Opens the file; `bytes` is its size unpacked. */
export async function openLegacy(
  source: FileSource,
  format: 'xls' | 'xlsb' | 'ods',
  bytes: number,
  limits: FileLimits,
  options: OpenOptions,
): Promise<OpenedSheets> {
  if (bytes > limits.wholeFileBytes) throw fileProblems['too-large']({ what: `${format}, ${Math.round(bytes / 2 ** 20)} MiB` });
  const thread = new LegacyThread({ source: typeof source === 'string' ? source : new Uint8Array(source), format, columns: limits.columns });
  try {
    const opened = await thread.opened;
    if (opened.kind !== 'opened') throw fileProblems.damaged({ what: format });
    const notes: ProblemData[] = opened.macros ? [fileNotes['macros-ignored'].data()] : [];
    const sheets = opened.sheets.map((sheet) => legacySheet(thread, sheet, limits, notes, options));
    return { format, notes, sheets, close: () => thread.close() };
  } catch (problem) {
    await thread.close();
    throw problem;
  }
}

function legacySheet(thread: LegacyThread, sheet: LegacySheet, limits: FileLimits, notes: ProblemData[], options: OpenOptions): Sheet {
  const batches = async function* (): AsyncGenerator<readonly SheetRow[]> {
    for (let from: number | undefined = 0; from !== undefined; ) {
      const found: LegacyAnswer = await thread.ask({ sheet: sheet.index, from });
      if (found.kind !== 'rows') throw fileProblems.damaged({ what: sheet.name });
      from = found.next;
      options.onProgress?.(sheet.index, from ?? sheet.rows, sheet.rows);
      if (found.columnsIgnored && !notes.some((note) => note.params['sheet'] === sheet.name))
        notes.push(fileNotes['columns-ignored'].data({ sheet: sheet.name, limit: limits.columns }));
      if (found.rows.length > 0) yield found.rows;
    }
  };
  return sheetOf({ name: sheet.name, index: sheet.index, hidden: sheet.hidden, merges: async () => sheet.merges, mergesAreNear: true, batches });
}
