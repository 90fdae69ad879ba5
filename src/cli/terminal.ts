/** How commands speak: sentences in both languages, tables of JSON for programs, a progress bar where a person looks on. */
import { Presets, SingleBar } from 'cli-progress';
import { AnjuProblem, type ProblemData } from '#platform/problems/problem.ts';

/** Options that every command has. */
export interface CommonOptions {
  readonly data?: string;
  readonly json?: boolean;
}

const isColoured = process.stderr.isTTY === true && !process.env.NO_COLOR;

/** A sentence for the person at the terminal, Chinese first; on the standard error, so that the output stays data. */
export function say(zh: string, en: string): void {
  process.stderr.write(isColoured ? `${zh}\n\u001b[2m${en}\u001b[0m\n` : `${zh}\n${en}\n`);
}

/** The answer of a command as one JSON value. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Text of the answer as it is (CSV, tables). */
export function print(text: string): void {
  process.stdout.write(text);
}

/** Shows a problem to the person, or to the program that asked for JSON. */
export function showProblem(problem: ProblemData, json: boolean): void {
  if (json) printJson({ problem });
  else say(problem.zh, problem.en);
}

/** 1 when what was given is refused, 3 when something broke. */
export function exitCodeOf(error: unknown): number {
  return error instanceof AnjuProblem && error.kind !== 'broken' ? 1 : 3;
}

/** A bar that is seen only on a terminal. */
export interface Progress {
  /** Where the work stands now, and what is being done. */
  at(done: number, total: number, label?: string): void;
  stop(): void;
}

/** Starts a progress bar; with `--json`, or where nobody looks on, it shows nothing. */
export function startProgress(label: string, { json }: CommonOptions): Progress {
  if (json || process.stderr.isTTY !== true) return { at: () => {}, stop: () => {} };
  const bar = new SingleBar(
    { format: '{label} {bar} {percentage}% {value}/{total} {duration_formatted}', stream: process.stderr, hideCursor: true, clearOnComplete: true },
    Presets.rect,
  );
  bar.start(1, 0, { label });
  return {
    at: (done, total, now = label) => {
      bar.setTotal(Math.max(1, total));
      bar.update(done, { label: now });
    },
    stop: () => bar.stop(),
  };
}
