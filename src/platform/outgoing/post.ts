/** Posts to addresses outside: with a limit of time, no following of redirects, and no calling of this machine. */
import { request as requestPlain } from 'node:http';
import { request as requestSafe } from 'node:https';
import { callableLookup, isRelay, refusalOfUrl } from './callable.ts';
import { SendFailure } from './sendFailure.ts';

const usualPatience = 10_000;
const readAtMost = 64 * 1024;

/** What goes out. */
export interface Posting {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Posts; answers the text of a good answer (its first 64 kB), throws a `SendFailure` for any other. */
export type Post = (posting: Posting) => Promise<string>;

/** Posting from this house; relays are exceptions that the administrator of the machine has named (`host:port`). */
export function openPost(relays: readonly string[] = [], patience = usualPatience): Post {
  return async ({ url, body, headers }) => {
    const refusal = refusalOfUrl(url, relays);
    if (refusal !== undefined) throw new SendFailure(`${refusal} refused`, { isTargetDown: true });
    const target = new URL(url);
    const relay = isRelay(target, relays);
    const { status, text } = await exchange(target, body, headers, { relay, patience }).catch((error: unknown) => {
      throw error instanceof SendFailure ? error : new SendFailure(codeOf(error), { isTargetDown: true }, { cause: error });
    });
    if (status >= 200 && status < 300) return text;
    throw new SendFailure(`http ${status}`, { isTargetDown: status >= 500 || status === 429 || status === 408, isFinal: status === 410 });
  };
}

function exchange(
  target: URL,
  body: string,
  headers: Posting['headers'],
  { relay, patience }: { readonly relay: boolean; readonly patience: number },
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((done, fail) => {
    const signal = AbortSignal.timeout(patience);
    const bytes = Buffer.from(body);
    const call = (target.protocol === 'https:' ? requestSafe : requestPlain)(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(bytes.length), 'user-agent': 'anju' },
      agent: false,
      signal,
      ...(!relay && { lookup: callableLookup }),
    });
    call.on('error', (error) => fail(signal.aborted ? new SendFailure('timeout', { isTargetDown: true }) : error));
    call.on('response', (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('data', (part: Buffer) => {
        size += part.length;
        if (size <= readAtMost) parts.push(part);
        else answer.destroy();
      });
      answer.on('error', (error) => fail(signal.aborted ? new SendFailure('timeout', { isTargetDown: true }) : error));
      answer.on('close', () => done({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
    });
    call.end(bytes);
  });
}

/** The code of a system error; anything else is not told. */
function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && /^[A-Z_0-9]{2,40}$/.test(code) ? code : 'failed';
}
