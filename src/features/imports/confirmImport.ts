/** A second person confirms a full list that leaves many rows out: it is imported from the kept file, under the number that it waits with. */
import sql from 'sql-template-tag';
import { importFile } from './importFile.ts';
import type { ImportHouse, ImportProgress } from './importHouse.ts';
import { importProblems } from './problems.ts';
import type { ImportReport } from './report.ts';
import { openUpload } from './uploads.ts';

/** Imports what waited; refused when the person who confirms is the one who imported (where both are known). */
export async function confirmImport(house: ImportHouse, importId: number, confirmedBy: string, onProgress?: ImportProgress): Promise<ImportReport> {
  const run = await house.database.maybe<{
    register: string;
    state: string;
    file_name: string | null;
    sha256: string | null;
    data_date: string;
    covers: string[] | null;
    reach: string[] | null;
    stated_by: string;
  }>(sql`
    select register, state, file_name, sha256, data_date, covers, reach, stated_by from import_run where import_id = ${importId}`);
  if (!run) throw importProblems['import-not-found']({ import: importId });
  if (run.state !== 'waiting' || run.sha256 === null) throw importProblems['not-waiting']({ import: importId });
  if (run.stated_by !== '' && run.stated_by === confirmedBy) throw importProblems['same-person']();
  const { reach } = run;
  const source = await openUpload(house.dataFolder, house.keys, run.sha256);
  const reports = await importFile(house, {
    source,
    fileName: run.file_name ?? '',
    register: run.register,
    dataDate: run.data_date,
    mode: 'full',
    covers: run.covers ?? [],
    statedBy: run.stated_by,
    confirmedBy,
    ...(reach && { reach: () => reach }),
    resumes: importId,
    ...(onProgress && { onProgress }),
  });
  const [report] = reports;
  if (!report) throw importProblems['not-waiting']({ import: importId });
  return report;
}
