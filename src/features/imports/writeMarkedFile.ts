/** Hands a file back with its bad cells marked. */
import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import sql from 'sql-template-tag';
import { columnOfReference } from '#platform/files/columnLetter.ts';
import type { FileSource } from '#platform/files/source.ts';
import type { CellMark, ReasonPlace, SheetMarks } from '#platform/files/write/marks.ts';
import { writeMarked } from '#platform/files/write/writeMarked.ts';
import type { FileTarget } from '#platform/files/write/writeZip.ts';
import { watermark } from '#features/audit/watermark.ts';
import { AnjuProblem, type ProblemData } from '#platform/problems/problem.ts';
import { systemReason } from '#platform/problems/systemReason.ts';
import type { ImportHouse } from './importHouse.ts';
import type { SheetMapping } from './mapColumns.ts';
import { importNotes, importProblems } from './problems.ts';
import type { ReportedProblem } from './report.ts';
import { openUpload } from './uploads.ts';
import { openSheets } from '#platform/files/openSheets.ts';
import { neutralWords } from '#features/people/neutralWords.ts';
import { type Answering, findRestricted } from '#features/people/restricted.ts';

type Marked = Pick<ReportedProblem, 'sheet' | 'row' | 'column' | 'effect' | 'zh' | 'en'>;

/** Collects the problems of a file while it is imported. */
export interface MarkCollection {
  readonly places: Map<number, ReasonPlace>;
  readonly problems: Marked[];
}

/** Writes the marked copy of a file. */
export async function writeMarkedFile(
  source: FileSource,
  target: FileTarget,
  { places, problems }: MarkCollection,
  mark?: string,
  hidden: ReadonlyMap<number, ReadonlySet<number>> = new Map(),
): Promise<void> {
  await writeMarked(
    source,
    target,
    [...places].map(([sheet, place]) =>
      marksOf(
        sheet,
        place,
        problems.filter((problem) => problem.sheet === sheet),
        mark,
        hidden.get(sheet),
      ),
    ),
  );
}

/** Writes the marked copy of a file that was imported, from the record of its problems, without the rows that name somebody restricted for whom the reader does not answer. */
export async function writeMarkedImport(house: ImportHouse, importId: number, target: FileTarget, sight: Answering): Promise<void> {
  const run = await house.database.maybe<{ sha256: string | null; headers: (SheetMapping & { sheet: number })[] | null }>(
    sql`select sha256, headers from import_run where import_id = ${importId}`,
  );
  if (!run) throw importProblems['import-not-found']({ import: importId });
  if (run.sha256 === null) throw importProblems['upload-gone']();
  const problems = await house.database.query<Marked>(sql`
    select effect, sheet, line as "row", column_letter as "column", said_zh as zh, said_en as en from import_problem where import_id = ${importId} order by problem_no`);
  const places = new Map((run.headers ?? []).map(({ sheet, place }) => [sheet, place]));
  const source = await openUpload(house.dataFolder, house.keys, run.sha256);
  const namesRestricted = await findRestricted(house.database, house.keys, sight);
  const hidden = namesRestricted && (await rowsWhere(source, namesRestricted));
  await writeMarkedFile(source, target, { places, problems }, watermark(house.actor, house.clock.now()), hidden);
}

/** Numbers of the rows whose texts answer to a question, sheet by sheet. */
async function rowsWhere(source: FileSource, asked: (texts: readonly string[]) => boolean): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const file = await openSheets(source);
  try {
    const found = new Map<number, Set<number>>();
    for (const sheet of file.sheets)
      for await (const rows of sheet.rowBatches())
        for (const { row, cells } of rows)
          if (asked(cells.map((cell) => cell?.text ?? ''))) found.set(sheet.index, (found.get(sheet.index) ?? new Set()).add(row));
    return found;
  } finally {
    await file.close();
  }
}

function marksOf(
  sheet: number,
  place: ReasonPlace,
  problems: readonly Marked[],
  mark: string | undefined,
  hidden: ReadonlySet<number> = new Set(),
): SheetMarks {
  const reasons = new Map<number, string>();
  const cells: CellMark[] = [];
  for (const row of hidden) reasons.set(row, neutralWords.restricted.zh);
  for (const { row, column, zh, en } of problems) {
    if (hidden.has(row)) continue;
    reasons.set(row, reasons.has(row) ? `${reasons.get(row)}\n${zh}` : zh);
    if (column !== null) cells.push({ row, column: columnOfReference(column), zh, en });
  }
  return { sheet, place, cells, reasons, hidden, ...(mark !== undefined && { watermark: mark }) };
}

/** The rows are stored by now: a marked copy that cannot be written (a full disk) is a note. */
export async function tryToMark(source: FileSource, target: FileTarget, marks: MarkCollection): Promise<ProblemData[]> {
  try {
    await writeMarkedFile(source, target, marks);
    return [];
  } catch (cause) {
    if (typeof target !== 'string') throw cause;
    const why = cause instanceof AnjuProblem ? { reason: cause.zh, reasonEn: cause.en } : systemReason(cause);
    return [importNotes['marked-not-written'].data({ file: target, ...why })];
  }
}

/** Refuses a place where no marked copy can be written, before anything is stored. */
export async function checkTarget(target: string): Promise<void> {
  const folder = dirname(target);
  try {
    await access(folder, constants.W_OK);
    if ((await stat(target).catch(() => undefined))?.isDirectory()) throw Object.assign(new Error(target), { code: 'EISDIR' });
  } catch (cause) {
    throw importProblems['marked-not-writable']({ file: target, ...systemReason(cause) }, { cause });
  }
}
