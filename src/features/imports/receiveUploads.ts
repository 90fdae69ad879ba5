/** Receives uploaded files and works on them while people look on: each upload has a number under which its progress is asked for. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { registers } from '#catalog/catalog.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { AnjuProblem, defineProblems } from '#platform/problems/problem.ts';
import type { UploadProgress } from './contract.ts';
import { importFile } from './importFile.ts';
import type { ImportOrder } from './importOrder.ts';
import type { ImportReport } from './report.ts';
import type { ImportHouse } from './importHouse.ts';
import { uploadsFolder } from '#platform/settings/settings.ts';
import { ownStem, sweepLeftBehind } from './leftBehind.ts';
import { keepUpload, recordUpload } from './uploads.ts';
import { withoutValues } from './writeProblems.ts';

const problems = defineProblems('uploads', {
  'not-found': {
    kind: 'not-found',
    zh: '没有这次上传，或者服务已重启；请到导入记录中查看结果。',
    en: 'There is no such upload, or the server was restarted; look at the list of imports.',
  },
  'too-large': {
    kind: 'invalid',
    zh: '文件超过您的角色可以上传的大小（{megabytes} MB）。请分成几个文件，或请上级主管上传。',
    en: 'The file is larger than your role may send ({megabytes} MB). Divide it, or let somebody above send it.',
  },
  'too-many': {
    kind: 'too-much',
    zh: '您已有 {atOnce} 个文件正在处理，请等其中一个完成后再上传。',
    en: '{atOnce} of your files are being worked on; wait until one is done.',
  },
  broken: {
    kind: 'broken',
    zh: '导入没有完成，什么也没有写入；请重试，并把请求号告诉管理员。',
    en: 'The import was not finished and nothing was stored; try again, and tell the administrator the request id.',
  },
});

/** Finished uploads are remembered for an hour. */
const remembered = 3_600_000;
const problemsShown = 200;

export type UploadOrder = Omit<ImportOrder, 'source' | 'onProgress'>;

/** How much somebody may send: the widest of the grants by which they import. */
export interface UploadLimits {
  readonly megabytes: number;
  readonly atOnce: number;
}

const bytesIn = (megabytes: number): number => megabytes * 1024 * 1024;

/** Refuses a request that is too large as it says itself, before anything of it is read. Throws `uploads.too-large`. */
export function refuseTooLarge(announced: string | undefined, { megabytes }: UploadLimits): void {
  // The fields and the frame of the form take a little as well.
  if (Number(announced ?? 0) > bytesIn(megabytes) + 64 * 1024) throw problems['too-large']({ megabytes });
}

/** The uploads of one server. */
export interface Uploads {
  /** Refuses when as many files of an account as may be are on their way. Throws `uploads.too-many`. */
  refuseTooMany(owner: number | null, limits: UploadLimits): void;
  /** Takes the bytes in, answers the number at once, and imports in the background. Throws `uploads.too-large` and `uploads.too-many`. */
  receive(house: ImportHouse, bytes: Readable, order: UploadOrder, limits: UploadLimits, onBroken: (error: unknown) => void): Promise<UploadProgress>;
  /** How far an upload of an account has come; throws `uploads.not-found`. */
  progressOf(upload: string, owner: number | null): UploadProgress;
}

/** Starts with no uploads. The file lies in a folder of its own outside the data folder while it is read, and is removed afterwards. */
export function startUploads(dataFolder: string): Uploads {
  const known = new Map<string, UploadProgress>();
  const owners = new Map<string, number | null>();
  const busy = new Map<number | null, number>();
  const count = (owner: number | null, change: 1 | -1): void => {
    const left = (busy.get(owner) ?? 0) + change;
    if (left > 0) busy.set(owner, left);
    else busy.delete(owner);
  };
  const refuseTooMany: Uploads['refuseTooMany'] = (owner, { atOnce }) => {
    if ((busy.get(owner) ?? 0) >= atOnce) throw problems['too-many']({ atOnce });
  };
  void sweepLeftBehind(uploadsFolder(dataFolder));
  const say = (upload: string, change: Partial<UploadProgress>): UploadProgress => {
    const now = { upload, phase: 'read' as const, rows: 0, total: null, reports: [], problem: null, ...known.get(upload), ...change };
    known.set(upload, now);
    return now;
  };
  const work = async (
    house: ImportHouse,
    upload: string,
    folder: string,
    source: string,
    order: UploadOrder,
    onBroken: (error: unknown) => void,
  ): Promise<void> => {
    try {
      const reports = await importFile(house, {
        ...order,
        source,
        onProgress: ({ phase, rows, total }) => say(upload, { phase, rows, total: total === 0 ? null : total }),
      });
      say(upload, { phase: 'done', reports: (await keepForMapping(house, source, order, reports)).map(reportShown) });
    } catch (error) {
      onBroken(error);
      const { code, zh, en } = error instanceof AnjuProblem ? error : problems.broken.data();
      say(upload, { phase: 'failed', problem: { code, zh, en } });
    } finally {
      count(house.actor.account, -1);
      await rm(folder, { recursive: true, force: true });
      setTimeout(() => known.delete(upload) && owners.delete(upload), remembered).unref();
    }
  };
  // A file that was only tried is kept all the same when somebody must say what its columns mean: that page reads it again.
  const keepForMapping = async (
    house: ImportHouse,
    source: string,
    order: UploadOrder,
    reports: readonly ImportReport[],
  ): Promise<readonly ImportReport[]> => {
    const isOpen = reports.some(({ problem, unread = [] }) => problem !== null || unread.length > 0);
    if (!order.dryRun || !isOpen) return reports;
    const kept = await keepUpload(house.dataFolder, house.keys, source);
    await recordUpload(house.database, order, kept);
    return reports.map((report) => ({ ...report, upload: kept.sha256 }));
  };
  return {
    refuseTooMany,
    async receive(house, bytes, order, limits, onBroken) {
      const upload = randomUUID();
      refuseTooMany(house.actor.account, limits);
      count(house.actor.account, 1);
      owners.set(upload, house.actor.account);
      const folder = await mkdtemp(join(tmpdir(), ownStem('anju-upload-'))).catch((error: unknown) => {
        count(house.actor.account, -1);
        throw error;
      });
      const source = join(folder, 'sheet');
      try {
        await pipeline(bytes, upTo(limits), createWriteStream(source, { mode: 0o600 }));
      } catch (error) {
        count(house.actor.account, -1);
        owners.delete(upload);
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
      const begun = say(upload, {});
      void work(house, upload, folder, source, order, onBroken);
      return begun;
    },
    progressOf(upload, owner) {
      const progress = owners.get(upload) === owner ? known.get(upload) : undefined;
      if (!progress) throw problems['not-found']();
      return progress;
    },
  };
}

/** Lets bytes through until there are too many. */
function upTo({ megabytes }: UploadLimits): Transform {
  let left = bytesIn(megabytes);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length;
      if (left < 0) done(problems['too-large']({ megabytes }));
      else done(null, chunk);
    },
  });
}

/** A report as people read it: the first of its problems, nothing that only programs need. */
export function reportShown(report: ImportReport): UploadProgress['reports'][number] {
  const said = ({ code, zh, en }: { code: string; zh: string; en: string }): { code: string; zh: string; en: string } => ({ code, zh, en });
  return {
    import: report.import,
    register: report.register,
    dataDate: report.dataDate,
    state: report.state,
    rows: report.rows,
    added: report.added,
    changed: report.changed,
    unchanged: report.unchanged,
    refused: report.refused,
    aside: report.aside,
    missing: report.missing,
    settlements: [...report.settlements],
    problemCount: report.problemCount,
    problems: report.problems
      .slice(0, problemsShown)
      .map((problem) => withoutValues(report.register === null ? undefined : registers[report.register as RegisterName], problem))
      .map(({ effect, sheet, row, column, header, needs, code, zh, en }) => ({
        effect,
        sheet,
        line: row,
        column,
        header,
        needs: [...needs],
        code,
        zh,
        en,
      })),
    problem: report.problem && said(report.problem),
    notes: report.notes.map(said),
    upload: report.upload ?? null,
    unread: (report.unread ?? []).map((column) => ({ ...column })),
  };
}
