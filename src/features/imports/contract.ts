/** Requests and answers about imports: bringing a file, following it, what came back, what waits, and taking it back. */
import { readableField } from '#derive/readableField.ts';
import { z } from 'zod';

/** stored = in the registers; waiting = for a second person; refused = nothing of it was stored; undone = taken back. */
export const importStates = ['stored', 'waiting', 'refused', 'undone'] as const;

export const importRow = z.object({
  id: z.number(),
  register: z.string(),
  registerName: z.string(),
  state: z.enum(importStates),
  file: z.string().nullable(),
  dataDate: z.string(),
  mode: z.enum(['changes', 'full', 'nil']),
  settlements: z.array(z.string()),
  rows: z.number(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  aside: z.number(),
  missing: z.number(),
  marked: z.number(),
  by: z.string(),
  at: z.string(),
  undoneAt: z.string().nullable(),
  problem: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
});
export type ImportRow = z.infer<typeof importRow>;

export const importFilter = z.object({
  register: z.string().optional(),
  state: z.enum(importStates).optional(),
  mode: z.enum(['changes', 'full', 'nil']).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export const importPage = z.object({ total: z.number(), rows: z.array(importRow) });
export type ImportPage = z.infer<typeof importPage>;

export const importProblemRow = z.object({
  effect: z.enum(['refused', 'aside', 'marked']),
  sheet: z.number(),
  line: z.number(),
  column: z.string().nullable(),
  header: z.string().nullable(),
  /** Headers that the row must state and its sheet has no cell for. */
  needs: z.array(z.string()),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
});
export const importFile = importRow.extend({
  /** Brought by whoever asks. */
  isOwn: z.boolean(),
  /** Why it is only to be looked at: nothing of it may be mended, confirmed or taken back; null where it may. */
  onlySeen: z.object({ zh: z.string(), en: z.string() }).nullable(),
  problems: z.array(importProblemRow),
  problemTotal: z.number(),
  /** Whether the reader can download a workbook with the bad cells marked. */
  hasMarkedFile: z.boolean(),
  /** Fingerprint under which the file is kept, to be read again. */
  upload: z.string().nullable(),
  /** Headers that were not taken because nobody has said what they mean. */
  unread: z.array(z.string()),
});
export type ImportFile = z.infer<typeof importFile>;

/** Rows that a full list which waits for a second person leaves out, personal values masked. */
export const droppedFilter = z.object({ page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(200).default(50) });
export const droppedPage = z.object({
  total: z.number(),
  columns: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string() })),
  rows: z.array(z.object({ rowId: z.number(), dataDate: z.string(), importId: z.number(), fields: z.array(readableField) })),
});
export type DroppedPage = z.infer<typeof droppedPage>;
export const droppedExport = droppedPage.extend({ watermark: z.string() });
export type DroppedExport = z.infer<typeof droppedExport>;

/** Fields sent beside the file of an upload. */
export const uploadFields = z.object({
  register: z.string().optional(),
  dataDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  mode: z.enum(['changes', 'full']).default('changes'),
  covers: z.string().optional(),
  dryRun: z.enum(['true', 'false']).default('false'),
  /** JSON: what unknown headers stand for, null for a column that is not taken. */
  mapping: z.string().optional(),
});

const said = z.object({ code: z.string(), zh: z.string(), en: z.string() });

/** The outcome of one register of an uploaded file. `import` is null when nothing was stored (dry run, or refused before). */
export const uploadReport = z.object({
  import: z.number().nullable(),
  register: z.string().nullable(),
  dataDate: z.string(),
  state: z.enum(['stored', 'waiting', 'refused', 'tried']),
  rows: z.number(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  aside: z.number(),
  missing: z.number(),
  settlements: z.array(z.string()),
  problemCount: z.number(),
  problems: z.array(importProblemRow),
  problem: said.nullable(),
  notes: z.array(said),
  /** Fingerprint under which the file is kept, to be read again. */
  upload: z.string().nullable(),
  /** Columns whose header means nothing to the register. */
  unread: z.array(z.object({ register: z.string(), sheet: z.number(), column: z.string(), header: z.string() })),
});

/** An upload that is being worked on; ask again until `done`. */
export const uploadProgress = z.object({
  upload: z.string(),
  phase: z.enum(['read', 'match', 'store', 'tell', 'done', 'failed']),
  rows: z.number(),
  total: z.number().nullable(),
  /** One answer for each register in the file. */
  reports: z.array(uploadReport),
  problem: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
});
export type UploadProgress = z.infer<typeof uploadProgress>;

/** What taking an import back would do, or has done. */
export const undoPreview = z.object({
  import: z.number(),
  register: z.string(),
  file: z.string().nullable(),
  dataDate: z.string(),
  /** Rows that go, because nothing else states them. */
  removed: z.number(),
  /** Rows that return to the version before. */
  returned: z.number(),
  /** Rows of which only a place in the history goes. */
  history: z.number(),
  /** Rows that others changed since: they stay as they are. */
  kept: z.array(z.object({ key: z.string(), import: z.number(), dataDate: z.string(), file: z.string().nullable(), line: z.number() })),
  keptCount: z.number(),
  deliveries: z.number(),
  /** Open warnings that rest on rows of the import. */
  warnings: z.number(),
  references: z.array(z.object({ register: z.string(), rows: z.number() })),
  settlements: z.array(z.string()),
});
export type UndoPreview = z.infer<typeof undoPreview>;

/** `text` is looked for in file names, reasons and numbers that wait; an identity number whole. */
export const asideFilter = z.object({
  register: z.string().optional(),
  reason: z.string().optional(),
  import: z.coerce.number().int().optional(),
  text: z.string().optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

export const asideRow = z.object({
  import: z.number(),
  register: z.string(),
  registerName: z.string(),
  file: z.string().nullable(),
  sheet: z.number(),
  line: z.number(),
  waitsFor: z.string().nullable(),
  since: z.string(),
  reason: z.string(),
  zh: z.string(),
  en: z.string(),
});
/** `groups` counts the rows that fit import and text by register and reason, whatever register and reason are asked for. */
export const asidePage = z.object({
  total: z.number(),
  rows: z.array(asideRow),
  groups: z.array(z.object({ register: z.string(), registerName: z.string(), reason: z.string(), rows: z.number() })),
});
export type AsidePage = z.infer<typeof asidePage>;

/** A row that came back or waits: its cells with numbers of people masked, and what they are changed to when it is mended. */
export const keptRow = z.object({ cells: z.array(z.object({ header: z.string(), column: z.string(), text: z.string(), isMasked: z.boolean() })) });
/** The one column that a person corrects is shown whole. */
export const keptRowQuery = z.object({ corrected: z.string().optional() });
export const mendOrder = z.object({ changes: z.record(z.string(), z.string()) });

/** Rows of a register as JSON: names are fields or headers; the rules are those of sheets. */
export const rowsOrder = z.object({
  register: z.string(),
  dataDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  mode: z.enum(['changes', 'full']).default('changes'),
  covers: z.array(z.string()).optional(),
  dryRun: z.boolean().default(false),
  rows: z
    .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))])))
    .max(10_000),
});

export const nilOrder = z.object({
  register: z.string(),
  dataDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  covers: z.array(z.string()).optional(),
  /** All settlements that the caller reaches are meant; without it, and without `covers`, only a caller of one settlement is understood. */
  all: z.boolean().default(false),
});

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
  registerName: z.string(),
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
