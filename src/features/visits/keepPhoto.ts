/** Keeps a photo of a visit: its kind and size are checked, what the camera wrote is taken out, and it lies sealed in the data folder. The same photo sent again is kept once. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { decideShown, whyUnnamed } from '#derive/decideShown.ts';
import { registers } from '#catalog/catalog.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { keepUpload, recordUpload, streamUpload } from '#features/imports/uploads.ts';
import { lookAt } from '#features/people/lookAt.ts';
import { keepersOf, type Sight } from '#features/people/sight.ts';
import type { Readable } from 'node:stream';
import sql from 'sql-template-tag';
import { problems } from './problems.ts';
import { stripPhoto } from './stripPhoto.ts';
import type { VisitHouse } from './visitHouse.ts';

export const largestPhoto = 8;
const mostPhotos = 10;

interface OwnVisit {
  readonly settlement_code: string;
  readonly household_no: string;
  readonly photos: number;
}

/** Keeps the bytes as a photo of a visit that the caller sees; answers its number. */
export async function keepPhoto(house: Omit<VisitHouse, 'caller'>, scope: ScopedDatabase, visit: number, bytes: Buffer): Promise<number> {
  const found = await scope.maybe<OwnVisit>(sql`
    select settlement_code, household_no, (select count(*)::integer from visit_photo where visit_photo.visit_id = visit_record.visit_id) as photos
    from visit_record where visit_id = ${visit} and ${scope.within('settlement_code')}`);
  if (!found) throw problems['not-found']();
  if (bytes.length > largestPhoto * 1024 * 1024) throw problems['photo-size']({ megabytes: largestPhoto });
  const photo = stripPhoto(bytes);
  if (!photo) throw problems['photo-type']();
  const kept = await keepUpload(house.dataFolder, house.keys, photo.bytes);
  return house.database.transaction(async (tx) => {
    await tx.query(sql`select 1 from visit_record where visit_id = ${visit} for update`);
    const known = await tx.maybe<{ id: number }>(sql`select photo_id as id from visit_photo where visit_id = ${visit} and sha256 = ${kept.sha256}`);
    if (known) return known.id;
    const { count } = await tx.one<{ count: number }>(sql`select count(*)::integer as count from visit_photo where visit_id = ${visit}`);
    if (count >= mostPhotos) throw problems['photos-full']({ most: mostPhotos });
    await recordUpload(tx, { fileName: `走访${visit}`, statedBy: house.actor.name }, kept);
    const { id } = await tx.one<{ id: number }>(sql`
      insert into visit_photo (visit_id, settlement_code, household_no, sha256, media_type, bytes, received_at)
      values (${visit}, ${found.settlement_code}, ${found.household_no}, ${kept.sha256}, ${photo.mediaType}, ${kept.bytes}, ${house.clock.now()}::timestamptz) returning photo_id as id`);
    await appendAudit(tx, house.actor, {
      verb: 'visits.photograph',
      object: { kind: 'visit', key: visit },
      settlement: found.settlement_code,
      after: { household: found.household_no, photo: id },
    });
    return id;
  });
}

/** A photo that the caller may see; throws `visits.photo-not-found`. */
export async function openPhoto(
  { dataFolder, keys }: Pick<VisitHouse, 'dataFolder' | 'keys'>,
  scope: ScopedDatabase,
  sight: Sight,
  visit: number,
  photo: number,
): Promise<{ readonly mediaType: string; readonly household: string; readonly bytes: Readable }> {
  const row = await scope.maybe<{ sha256: string; media_type: string; household_no: string }>(sql`
    select sha256, media_type, household_no from visit_photo where visit_id = ${visit} and photo_id = ${photo} and ${scope.within('settlement_code')}`);
  if (!row) throw problems['photo-not-found']();
  const subject = { person: null, household: row.household_no };
  const look = await lookAt(scope, sight, [subject]);
  const seen = look.of(subject, keepersOf(registers.visit));
  if (whyUnnamed(seen) !== null || decideShown(registers.visit, 'photo', 'file', seen).shown === 'withheld') throw problems['photo-not-found']();
  return { mediaType: row.media_type, household: row.household_no, bytes: await streamUpload(dataFolder, keys, row.sha256) };
}
