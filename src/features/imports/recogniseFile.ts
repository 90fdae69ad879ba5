/** Tells which register a file holds, without importing it, so that several files can be put in load order. */
import { openSheets } from '#platform/files/openSheets.ts';
import { basename } from 'node:path';
import { recogniseRegister } from './recogniseRegister.ts';

/** Name of the register of the first sheet that is recognised; undefined when none is, or the file cannot be read (its import will say why). */
export async function recogniseFile(path: string): Promise<string | undefined> {
  try {
    const file = await openSheets(path);
    try {
      for (const sheet of file.sheets) {
        if (sheet.hidden) continue;
        const found = recogniseRegister(await sheet.headerArea(), [basename(path), sheet.name]);
        if (found) return found.register.name;
      }
      return undefined;
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
