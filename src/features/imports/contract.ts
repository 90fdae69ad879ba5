/** Requests and answers about imports: bringing a file, following it, what came of it, nil reports, and taking it back. */
import { z } from 'zod';

/** stored = in the registers; waiting = for a second person; refused = nothing of it was stored; undone = taken back. */
export const importStates = ['stored', 'waiting', 'refused', 'undone'] as const;

export const importRow = z.object({
  id: z.number(),
  register: z.string(),
  registerName: z.object({ zh: z.string(), en: z.string() }),
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
  /** Only what the caller brought. */
  mine: z.enum(['yes', 'no']).default('no'),
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
