/** The log: one line of JSON for each event, about the machine and never about people. */
import { AnjuProblem } from '../problems/problem.ts';

/** Values of an event: numbers, names of things, durations. Nothing that came out of a row. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where events are told. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** With the cause, of which only what cannot hold personal data is written. */
  error(event: string, cause: unknown, fields?: LogFields): void;
}

/** A log that writes lines; to the standard error when not said otherwise. Whoever sits before a terminal reads of troubles alone: what goes well would push away what was said to them. */
export function createLog(write: (line: string) => void = (line) => process.stderr.write(line), troublesOnly = process.stderr.isTTY === true): Log {
  const tell = (level: string, event: string, fields: LogFields): void => {
    write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  };
  return {
    info: (event, fields = {}) => {
      if (!troublesOnly) tell('info', event, fields);
    },
    warn: (event, fields = {}) => tell('warn', event, fields),
    error: (event, cause, fields = {}) => tell('error', event, { ...fields, ...describeError(cause) }),
  };
}

/** A log that forgets, for commands that speak to a person instead. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** What may be written of an error. Messages of PostgreSQL quote values, and sentences of problems name them: codes and places stand for both. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, routine, table, column, constraint } = error as Error & Record<string, unknown>;
  const places = { table, column, constraint, routine };
  const isOfDatabase = typeof routine === 'string';
  return {
    error: error.name,
    code: typeof code === 'string' ? code : undefined,
    ...(isOfDatabase ? keepTexts(places) : {}),
    message: isOfDatabase || error instanceof AnjuProblem ? undefined : maskDigits(error.message),
    stack: stackOf(error),
    cause: error.cause instanceof Error ? JSON.stringify(describeError(error.cause)) : undefined,
  };
}

function keepTexts(values: Record<string, unknown>): LogFields {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Identity numbers, phones and cards are long runs of digits. */
function maskDigits(text: string): string {
  return text.replace(/\d{6,}[\dXx]?/g, '…');
}

/** The frames without the message above them. */
function stackOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' | ');
}
