/** The files that this page is bringing in: one after another, going on while the reader visits other pages. */
import { useSyncExternalStore } from 'react';
import type { UploadProgress } from '#features/imports/contract.ts';
import { ask, type ProblemAnswer, Refusal, send } from '../parts/ask.ts';
import { sendFile } from './sendFile.ts';

/** What is stated about the files before they go. */
export interface UploadWishes {
  readonly register: string;
  readonly dataDate: string;
  readonly mode: 'changes' | 'full';
  readonly dryRun: boolean;
}

/** A file on its way, or arrived. */
export interface Upload {
  readonly key: number;
  readonly file: string;
  /** Undefined where the server has the file already. */
  readonly bytes: number | undefined;
  readonly wishes: UploadWishes;
  /** Share of the bytes that has gone out, 0 to 1. */
  readonly sent: number;
  readonly progress: UploadProgress | undefined;
  readonly refusal: ProblemAnswer | undefined;
  /** Brings the same file in once more: tried again, or stored now. */
  readonly repeat: (dryRun: boolean) => void;
}

const pause = 400;
let uploads: readonly Upload[] = [];
let turn: Promise<void> = Promise.resolve();
let lastKey = 0;
const listeners = new Set<() => void>();

function change(next: readonly Upload[]): void {
  uploads = next;
  for (const tell of listeners) tell();
}

const mend = (key: number, changed: Partial<Upload>): void =>
  change(uploads.map((upload) => (upload.key === key ? { ...upload, ...changed } : upload)));

/** The files on their way and arrived, the newest first. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => uploads,
  );
}

/** Whether a file has come to its end. */
export const isFinished = ({ progress, refusal }: Upload): boolean =>
  refusal !== undefined || progress?.phase === 'done' || progress?.phase === 'failed';

/** Whether a file was tried and may now be stored. */
export const isTried = ({ progress }: Upload): boolean => progress?.phase === 'done' && progress.reports.some(({ state }) => state === 'tried');

/** Takes a finished file off the list. */
export function forget(key: number): void {
  change(uploads.filter((upload) => upload.key !== key));
}

/** Brings files in, in the order of their names; `finished` is called after each. */
export function bringIn(files: readonly File[], wishes: UploadWishes, finished: () => void): void {
  const ordered = [...files].sort((one, other) => one.name.localeCompare(other.name, 'zh-CN', { numeric: true }));
  const fields = { register: wishes.register, dataDate: wishes.dataDate, mode: wishes.mode, dryRun: String(wishes.dryRun) };
  for (const file of ordered) {
    const about = { file: file.name, bytes: file.size, wishes, repeat: (dryRun: boolean) => bringIn([file], { ...wishes, dryRun }, finished) };
    bringOne(about, (onSent) => sendFile<UploadProgress>('/imports', file, fields, onSent), finished);
  }
}

/** Reads a file again that the server keeps, now that its columns have a meaning. */
export function readAgain(upload: string, file: string, wishes: UploadWishes, finished: () => void): void {
  const { register, dataDate, ...order } = wishes;
  const body = { ...order, ...(register && { register }), ...(dataDate && { dataDate }) };
  for (const done of uploads.filter((one) => isFinished(one) && one.progress?.reports.some((report) => report.upload === upload))) forget(done.key);
  const about = { file, bytes: undefined, wishes, repeat: (again: boolean) => readAgain(upload, file, { ...wishes, dryRun: again }, finished) };
  bringOne(about, () => send<UploadProgress>('POST', `/uploads/${upload}/import`, body), finished);
}

function bringOne(
  about: Pick<Upload, 'file' | 'bytes' | 'wishes' | 'repeat'>,
  begin: (onSent: (share: number) => void) => Promise<UploadProgress>,
  finished: () => void,
): void {
  lastKey += 1;
  const key = lastKey;
  const repeat = (dryRun: boolean): void => {
    forget(key);
    about.repeat(dryRun);
  };
  change([{ key, ...about, repeat, sent: 0, progress: undefined, refusal: undefined }, ...uploads]);
  turn = turn.then(() => follow(key, begin)).then(finished);
}

async function follow(key: number, begin: (onSent: (share: number) => void) => Promise<UploadProgress>): Promise<void> {
  try {
    let progress = await begin((sent) => mend(key, { sent }));
    while (progress.phase !== 'done' && progress.phase !== 'failed') {
      mend(key, { progress, sent: 1 });
      await new Promise((resume) => setTimeout(resume, pause));
      progress = await ask<UploadProgress>(`/imports/uploads/${progress.upload}`);
    }
    mend(key, { progress, sent: 1 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    mend(key, { refusal: error.problem });
  }
}
