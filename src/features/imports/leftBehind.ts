/** Names files that are being received after their process, so that what a killed process left behind is known and swept away. */
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning, markProcess } from '#platform/embedded/processes.ts';

const { pid, started } = markProcess(process.pid);

/** The beginning of a name that belongs to this process: `anju-upload-4711-98765-`. */
export const ownStem = (stem: string): string => `${stem}${pid}-${started}-`;

/** Removes what processes that are gone left in the folder of uploads and in the temporary folder; the files of running ones stay. */
export async function sweepLeftBehind(uploadsFolder: string): Promise<void> {
  await sweep(uploadsFolder, /^receiving-(\d+)-(\d*)-.*\.part$/);
  await sweep(tmpdir(), /^anju-upload-(\d+)-(\d*)-/);
}

async function sweep(folder: string, form: RegExp): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = form.exec(name);
    // Names of other users' processes may not be removable; they are theirs to sweep.
    if (owner && !isRunning({ pid: Number(owner[1]), started: owner[2] ?? '' }))
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
  }
}
