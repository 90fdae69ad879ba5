/** Gathers what was recorded of a person on visits: when they were met, what was asked and answered about them, and of households that they head what was said of those. */
import { registers } from '#catalog/catalog.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { codeWords } from '#derive/codeWords.ts';
import { maskName, maskNumbersIn } from '#derive/mask.ts';
import type { RowValue } from '#features/imports/importRows.ts';
import { isKept } from '#features/imports/uploads.ts';
import { answerWords } from '#features/visits/valueWords.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { Identity } from './aboutPerson.ts';
import type { Flat } from './flat.ts';
import type { RightsHouse } from './rights.ts';

/** A photo of a visit as a file of the copy; none where its file went. */
export interface GatheredPhoto {
  readonly visit: number;
  readonly receivedAt: string;
  readonly file: string | null;
  readonly sha256: string;
}

/** Visits, the photos taken and the answers given on them. */
export interface GatheredVisits {
  readonly visits: readonly Flat[];
  readonly visitPhotos: readonly GatheredPhoto[];
  readonly visitAnswers: readonly Flat[];
}

interface VisitRecord {
  visit_id: number;
  household_no: string;
  visited_at: string;
  visited_by: string;
  method: string;
  outcome: string;
  met: boolean;
  next_try: string | null;
  place: string | null;
  note: Buffer | null;
  signature: Buffer | null;
  photos: number;
}

interface AnswerRecord {
  visit_id: number;
  register: RegisterName;
  row_key: string;
  field: string;
  answered_on: string;
  given: Buffer;
  stood: Buffer | null;
  state: string;
  said_zh: string | null;
  settled_at: string | null;
}

type House = Pick<RightsHouse, 'database' | 'keys' | 'clock' | 'dataFolder'>;

/** Reads it; others of the household are named by nothing but a masked name. */
export async function gatherVisits({ database, keys, clock, dataFolder }: House, { personNo, heads, names }: Identity): Promise<GatheredVisits> {
  const of = sql`(${personNo} = any(met_persons) or household_no = any(${[...heads]}::text[]))`;
  const records = await database.query<VisitRecord>(sql`
    select visit_id, household_no, visited_at, visited_by, method, outcome, ${personNo} = any(met_persons) as met, next_try, place, note, signature,
      (select count(*)::integer from visit_photo where visit_photo.visit_id = visit_record.visit_id) as photos
    from visit_record where ${of} order by visited_at, visit_id`);
  const others = await namesIn(database, [...new Set(records.map((record) => record.household_no))], names);
  const answers = await database.query<AnswerRecord>(sql`
    select visit_id, register, row_key, field, answered_on, given, stood, state, said_zh, settled_at from visit_answer
    where person_no = ${personNo} or (person_no is null and household_no = any(${[...heads]}::text[])) order by answer_id`);
  const open = (sealed: Buffer | null): string | null => (sealed === null ? null : keys.openText(sealed));
  return {
    visits: records.map(({ method, met, note, signature, ...record }) => ({
      ...record,
      method: codeWords('VISIT', method).zh,
      met_self: met,
      note: maskedNote(open(note), others),
      signature: met ? open(signature) : null,
    })),
    visitPhotos: await photosOf(
      database,
      dataFolder,
      records.map((record) => record.visit_id),
    ),
    visitAnswers: answers.map(({ register, field, given, stood, ...answer }) => {
      const asked = registers[register]?.fields as Readonly<Record<string, Field>> | undefined;
      const words = wordsFor(asked?.[field], { day: answer.answered_on, today: clock.today() });
      return {
        ...answer,
        register: registers[register]?.zh ?? register,
        field: asked?.[field]?.zh ?? field,
        given: words(JSON.parse(open(given) ?? '""') as RowValue),
        stood: stood === null ? null : words(open(stood) ?? ''),
      };
    }),
  };
}

async function photosOf(database: Queryable, dataFolder: string, visits: readonly number[]): Promise<GatheredPhoto[]> {
  const photos = await database.query<{ photo: number; visit: number; type: string; at: string; sha256: string }>(sql`
    select photo_id as photo, visit_id as visit, media_type as type, received_at as at, sha256 from visit_photo where visit_id = any(${[...visits]}::bigint[]) order by 1`);
  return Promise.all(
    photos.map(async ({ photo, visit, type, at, sha256 }) => {
      const file = `走访照片/走访${visit}-${photo}.${type === 'image/png' ? 'png' : 'jpg'}`;
      return { visit, receivedAt: at, file: (await isKept(dataFolder, sha256)) ? file : null, sha256 };
    }),
  );
}

/** An answer in words; numbers of the person's own stand open. */
const wordsFor =
  (field: Field | undefined, on: Parameters<typeof answerWords>[2]) =>
  (value: RowValue): string =>
    field === undefined || field.kind.sealed ? String(value) : answerWords(field, value, on).zh;

/** Names of everybody else of these households. */
async function namesIn(database: Queryable, households: readonly string[], own: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ name: string }>(sql`
    select distinct name from (
      select name, household_no from person union all select name, household_no from person_history union all select head_name, household_no from household
    ) named where household_no = any(${households}::text[]) and length(name) > 1`);
  return rows.map(({ name }) => name).filter((name) => !own.includes(name));
}

const maskedNote = (note: string | null, others: readonly string[]): string | null =>
  note === null ? null : others.reduce((text, name) => text.replaceAll(name, maskName(name)), maskNumbersIn(note));
