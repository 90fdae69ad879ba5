/** People who call at once, in a process of their own: each asks again as soon as it has read its answer. */
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerTask } from '../otherProcess.ts';

/** Who calls what. */
export interface Calls {
  readonly address: string;
  /** Of the session under which they ask. */
  readonly cookie: string;
  /** Paths that are asked in turn. */
  readonly paths: readonly string[];
  readonly callers: number;
  /** Questions of all callers together. */
  readonly calls: number;
  /** Milliseconds that a caller reads before it asks again, on average. */
  readonly reading: number;
}

/** What came of it. */
export interface Answers {
  /** Milliseconds until each answer was there. */
  readonly milliseconds: readonly number[];
  readonly seconds: number;
}

async function callAll({ address, cookie, paths, callers, calls, reading }: Calls): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const milliseconds: number[] = [];
  let next = 0;
  const start = performance.now();
  const caller = async (place: number): Promise<void> => {
    if (reading > 0) await wait((reading * place) / callers);
    while (next < calls) {
      const path = paths[next++ % paths.length] ?? '/';
      const asked = performance.now();
      await ask(agent, `${address}${path}`, cookie);
      milliseconds.push(performance.now() - asked);
      if (reading > 0) await wait(reading * (0.5 + Math.random()));
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, place) => caller(place)));
  agent.destroy();
  return { milliseconds, seconds: (performance.now() - start) / 1000 };
}

function ask(agent: Agent, url: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { accept: 'application/json', cookie } }, (answer) => {
      answer.resume();
      answer.once('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${answer.statusCode} for ${url}`))));
    }).once('error', reject);
  });
}

answerTask(callAll);
