/** The dump that is written before an update changes the structure: with the program of before it brings back the house of before. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../machine.ts';
import type { BackupPlace } from '../settings/settings.ts';
import { checkApart, keepKeys } from './backUp.ts';
import { type DumpOutcome, writeDump } from './dump.ts';

/** Writes the dump beside the daily backups, and its keys where theirs are kept; it is not counted among them and stays until somebody removes it. */
export async function dumpBeforeUpdate(machine: Machine, version: string, place: BackupPlace): Promise<DumpOutcome> {
  checkApart(machine, place);
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  keepKeys(machine, place);
  return await writeDump(machine, version, freeFile(place.folder, machine.clock.today()));
}

function freeFile(folder: string, day: string): string {
  for (let number = 1; ; number += 1) {
    const file = join(folder, `anju-before-update-${day}${number === 1 ? '' : `-${number}`}.dump`);
    if (!existsSync(file)) return file;
  }
}
