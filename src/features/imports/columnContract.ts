/** Requests and answers about the columns of sheets: what they hold, what they mean, and what is remembered of them. */
import { z } from 'zod';
import { uploadFields } from './contract.ts';

const named = z.object({ zh: z.string(), en: z.string() });

export const surveyQuery = z.object({ sheet: z.coerce.number().int().min(0).optional(), register: z.string().optional() });

/** How the columns of one sheet of an upload are read. */
export const columnSurvey = z.object({
  upload: z.string(),
  file: z.string(),
  /** `open` counts the columns about which somebody must decide. */
  sheets: z.array(z.object({ sheet: z.number(), name: z.string(), register: z.string().nullable(), open: z.number() })),
  /** Null where the sheet holds no line of texts. */
  shown: z
    .object({
      sheet: z.number(),
      name: z.string(),
      register: z.string().nullable(),
      /** Registers that the headers fit alike. */
      alike: z.array(z.string()),
      form: z.string(),
      headerRow: z.number(),
      columns: z.array(
        z.object({
          /** Under what name a decision about the column is kept. */
          key: z.string(),
          column: z.string(),
          header: z.string(),
          /** The first different cells, numbers of people masked. */
          samples: z.array(z.string()),
          /** The choice that stands: a field, `none` where it is not taken, null where nobody decided or only the header can say it. */
          decided: z.string().nullable(),
          /** What the column is read as. */
          itself: named.nullable(),
          isOpen: z.boolean(),
          suggestion: z.string().nullable(),
        }),
      ),
      /** Fields that new rows need and no column brings. */
      missing: z.array(z.string()),
      choices: z.array(named.extend({ field: z.string(), isNeeded: z.boolean(), mayRepeat: z.boolean() })),
    })
    .nullable(),
  registers: z.array(named.extend({ name: z.string(), no: z.string() })),
});
export type ColumnSurvey = z.infer<typeof columnSurvey>;

/** What a person decided about the headers of a sheet form; a file with these headers is read so from then on. */
export const headerMapping = z.object({
  register: z.string(),
  registerName: z.object({ zh: z.string(), en: z.string() }),
  form: z.string(),
  /** A file that had these headers. */
  file: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable(), zh: z.string().nullable(), en: z.string().nullable() })),
});
export type HeaderMapping = z.infer<typeof headerMapping>;
export const headerMappings = z.object({ mappings: z.array(headerMapping) });

/** Decisions by header: a field, or null for a column that is not taken. Without any the form is forgotten. */
export const mappingOrder = z.object({ decisions: z.record(z.string(), z.string().nullable()) });

/** What may be stated when a kept file is read again. */
export const readAgainOrder = uploadFields.pick({ register: true, dataDate: true, mode: true }).extend({ dryRun: z.boolean().default(false) });
