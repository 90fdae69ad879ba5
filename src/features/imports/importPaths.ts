/** Imports several files: a folder by its manifest, or files put in load order. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import { z } from 'zod';
import { setGoLive } from '#features/standards/settings.ts';
import { uploadsFolder } from '#platform/settings/settings.ts';
import { AnjuProblem } from '#platform/problems/problem.ts';
import { type SystemReason, systemReason } from '#platform/problems/systemReason.ts';
import { importFile } from './importFile.ts';
import type { ImportOrder } from './importOrder.ts';
import { loadRank } from './loadOrder.ts';
import { importProblems } from './problems.ts';
import { recogniseFile } from './recogniseFile.ts';
import { reportNil } from './reportNil.ts';
import { type ImportReport, refusedReport } from './report.ts';
import type { ImportHouse } from './importHouse.ts';
import { inTurn } from './inTurn.ts';
import { sweepLeftBehind } from './leftBehind.ts';

const manifestForm = z.object({
  goLive: z.string().optional(),
  files: z.array(
    z.object({
      file: z.string().optional(),
      register: z.string(),
      dataDate: z.string(),
      mode: z.enum(['changes', 'full']).default('changes'),
      covers: z.array(z.string()).optional(),
      nil: z.boolean().optional(),
    }),
  ),
});

/** What is said for all files; a manifest says register, data date, mode and covers itself. */
export type SharedOrder = Omit<ImportOrder, 'source' | 'fileName' | 'onProgress' | 'turn'>;

/** Tells which file is worked on, and how far the import has come. */
export type FilesProgress = (now: {
  readonly file: string;
  readonly done: number;
  readonly of: number;
  readonly rows: number;
  readonly total: number;
}) => void;

type Step = (onProgress: NonNullable<ImportOrder['onProgress']>, turn: Promise<unknown>) => Promise<ImportReport[]>;

/** A file to be imported; `register` is known where a manifest says it. */
interface NamedStep {
  readonly name: string;
  readonly register?: string;
  readonly run: Step;
}

/** Imports files and folders; the reports come one by one, in the order of the work. */
export async function* importPaths(
  house: ImportHouse,
  paths: readonly string[],
  order: SharedOrder,
  onProgress: FilesProgress = () => {},
): AsyncGenerator<ImportReport> {
  await sweepLeftBehind(uploadsFolder(house.dataFolder));
  const steps: NamedStep[] = [];
  const loose: { path: string; rank: number }[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory())
      steps.push(...(await stepsOfFolder(house, path, order).catch((problem: unknown) => [refusedFolder(house, path, problem)])));
    else loose.push({ path, rank: paths.length > 1 && !order.register ? loadRank((await recogniseFile(path)) ?? '') : 0 });
  }
  const ordered = loose.sort((a, b) => a.rank - b.rank);
  steps.push(
    ...ordered.map(({ path }) => ({
      name: basename(path),
      run: (tell: Parameters<Step>[0], turn: Promise<unknown>) =>
        importFile(house, {
          ...order,
          ...markedFor(order, basename(path), ordered.length > 1),
          source: path,
          fileName: basename(path),
          onProgress: tell,
          turn,
        }),
    })),
  );
  let done = 0;
  const importNamed = async ({ name, run }: NamedStep, turn: Promise<unknown>): Promise<ImportReport[]> => {
    const reports = await run(({ rows, total }) => onProgress({ file: name, done, of: steps.length, rows, total }), turn);
    done += 1;
    onProgress({ file: name, done, of: steps.length, rows: 0, total: 0 });
    return reports;
  };
  for await (const reports of inTurn(steps, importNamed)) yield* reports;
}

/** Of several files each gets a marked copy of its own: `OUT.xlsx` becomes `OUT-人口台账.xlsx`. */
function markedFor({ marked }: SharedOrder, fileName: string, isOneOfSeveral: boolean): Pick<ImportOrder, 'marked'> {
  if (marked === undefined) return {};
  if (!isOneOfSeveral || typeof marked !== 'string') return { marked };
  return { marked: `${marked.replace(/\.xlsx$/i, '')}-${parse(fileName).name}.xlsx` };
}

async function stepsOfFolder(house: ImportHouse, folder: string, order: SharedOrder): Promise<NamedStep[]> {
  const manifest = await readManifest(join(folder, 'manifest.json'));
  const { goLive } = manifest;
  if (goLive && !order.dryRun) await house.database.transaction((tx) => setGoLive(tx, house.actor, goLive));
  return manifest.files.map(({ file, register, dataDate, mode, covers, nil }) => {
    const stated = { register, dataDate, ...(covers && { covers }) };
    if (nil || file === undefined)
      return {
        name: register,
        register,
        run: async (_tell, turn) => {
          await turn;
          return order.dryRun ? [] : [await reportNil(house, { ...stated, isForAll: true, ...(order.statedBy && { statedBy: order.statedBy }) })];
        },
      };
    return {
      name: file,
      register,
      run: (tell, turn) =>
        importFile(house, {
          ...order,
          ...markedFor(order, file, true),
          ...stated,
          mode,
          source: join(folder, file),
          fileName: file,
          onProgress: tell,
          turn,
        }),
    };
  });
}

/** A folder that is not as it should be is told as a file would be; the other files are imported. */
function refusedFolder({ clock }: ImportHouse, folder: string, problem: unknown): NamedStep {
  if (!(problem instanceof AnjuProblem) || problem.kind === 'broken') throw problem;
  return { name: basename(folder), run: async () => [refusedReport({ fileName: basename(folder) }, clock.today(), null, problem.toJSON())] };
}

async function readManifest(path: string): Promise<z.infer<typeof manifestForm>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw importProblems['manifest-missing']({ folder: dirname(path) }, { cause });
    throw importProblems['manifest-invalid']({ file: path, ...systemReason(cause) }, { cause });
  });
  try {
    return manifestForm.parse(JSON.parse(text));
  } catch (cause) {
    throw importProblems['manifest-invalid']({ file: path, ...manifestFault(cause) }, { cause });
  }
}

/** The first spot of a manifest that is not as it should be. */
function manifestFault(cause: unknown): SystemReason {
  const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
  if (!issue) return { reason: '不是 JSON 格式', reasonEn: 'it is no JSON' };
  const spot = issue.path.join('.') || '(root)';
  return { reason: `“${spot}”缺失或不符合要求`, reasonEn: `“${spot}” is missing or not as it should be: ${issue.message}` };
}
