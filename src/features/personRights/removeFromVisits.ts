/** Takes a person out of what was recorded on visits: answers about them go, notes lose their name, and signatures and photos of visits at which they were met go. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { erasedMark } from '#catalog/personRights.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { uploadsFolder } from '#platform/settings/settings.ts';
import sql from 'sql-template-tag';
import type { Identity } from './aboutPerson.ts';

/** Answers how many rows went, and how many lost the person. What a household answered about itself stays with it. */
export async function removeFromVisits(
  tx: Transaction,
  keys: Keys,
  { personNo, names, households }: Identity,
): Promise<{ readonly removed: number; readonly anonymised: number }> {
  const answers = await tx.execute(sql`delete from visit_answer where person_no = ${personNo}`);
  const photos = await tx.execute(sql`
    delete from visit_photo where visit_id in (select visit_id from visit_record where ${personNo} = any(met_persons))`);
  const records = await tx.query<{ visit_id: number; note: Buffer | null }>(sql`
    select visit_id, note from visit_record where ${personNo} = any(met_persons) or household_no = any(${[...households]}::text[]) and note is not null`);
  for (const { visit_id: visit, note } of records) {
    const text = note === null ? null : withoutNames(keys.openText(note), names);
    await tx.execute(sql`
      update visit_record set note = ${text === null ? null : keys.sealText(text)}, signature = case when ${personNo} = any(met_persons) then null else signature end,
        met_persons = array_remove(met_persons, ${personNo}) where visit_id = ${visit}`);
  }
  return { removed: answers + photos, anonymised: records.length };
}

const withoutNames = (text: string, names: readonly string[]): string =>
  names.filter((name) => name.length > 1).reduce((told, name) => told.replaceAll(name, erasedMark), text);

/** Removes the files of photos that no visit has any more. */
export async function sweepPhotos(database: Database, dataFolder: string): Promise<void> {
  const gone = await database.query<{ sha256: string }>(sql`
    select sha256 from upload where file_name ~ '^走访[0-9]+$' and not exists (select from visit_photo where visit_photo.sha256 = upload.sha256)
      and not exists (select from import_run where import_run.sha256 = upload.sha256)`);
  for (const { sha256 } of gone) {
    await rm(join(uploadsFolder(dataFolder), `${sha256}.sealed`), { force: true });
    await database.execute(sql`delete from upload where sha256 = ${sha256}`);
  }
}
