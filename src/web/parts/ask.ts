/** Speaks with the server: questions, changes, and refusals with the number of the request. */
import type { Both } from './language.ts';

/** What the server says when it refuses (problem+json), or what we say when it cannot be reached. */
export interface ProblemAnswer extends Both {
  readonly code: string;
  readonly status: number;
  readonly requestId?: string;
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
}

/** A refused or failed request. */
export class Refusal extends Error {
  readonly problem: ProblemAnswer;

  constructor(problem: ProblemAnswer) {
    super(problem.zh);
    this.name = 'Refusal';
    this.problem = problem;
  }
}

/** What is said when no answer came at all. */
export const unreachable: ProblemAnswer = {
  code: 'web.unreachable',
  status: 0,
  zh: '连接不上服务器。请检查网络，或确认安居服务正在运行，然后重试。',
  en: 'The server cannot be reached. Check the network, or see that the Anju server is running, then try again.',
};

/** Refusals that mean that nobody is signed in any more. */
const signedOut: readonly string[] = ['accounts.sign-in-first', 'accounts.session-over'];

/** Whether a refusal means that nobody is signed in. */
export const isSignedOut = (error: unknown): boolean => error instanceof Refusal && signedOut.includes(error.problem.code);

const listeners = new Set<() => void>();

/** Calls back when the server says, in the midst of the work, that nobody is signed in any more. */
export function whenSignedOut(listener: () => void): void {
  listeners.add(listener);
}

/** A problem as a `Refusal`; where the session is over, it is told. */
export function refusalOf(problem: ProblemAnswer): Refusal {
  const refusal = new Refusal(problem);
  if (isSignedOut(refusal)) for (const tell of listeners) tell();
  return refusal;
}

/** Values of a query string; empty ones are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** An address with its query string. */
export function address(path: string, query: Query = {}): string {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** An address of the API. */
export const apiAddress = (path: string, query?: Query): string => address(`/api/v1${path}`, query);

/** Asks the API; throws a `Refusal`. */
export async function ask<Answer>(path: string, query?: Query, init?: RequestInit): Promise<Answer> {
  const answer = await fetch(apiAddress(path, query), { ...init, headers: { accept: 'application/json', ...init?.headers } }).catch(() => {
    throw new Refusal(unreachable);
  });
  if (!answer.ok) {
    const problem = await problemOf(answer);
    // Whoever asks who they are is led to the sign-in page by the router itself.
    throw path === '/me' ? new Refusal(problem) : refusalOf(problem);
  }
  return (answer.status === 204 ? undefined : await answer.json()) as Answer;
}

/** Sends a change as JSON; throws a `Refusal`. */
export function send<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
  return ask<Answer>(path, undefined, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
}

async function problemOf(answer: Response): Promise<ProblemAnswer> {
  const requestId = answer.headers.get('x-request-id');
  try {
    return (await answer.json()) as ProblemAnswer;
  } catch {
    return {
      code: 'web.unreadable-answer',
      status: answer.status,
      zh: '服务器暂时不能回答，请稍后重试。',
      en: 'The server cannot answer right now: try again in a moment.',
      ...(requestId !== null && { requestId }),
    };
  }
}
