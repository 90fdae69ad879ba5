/** The asking side of the thread that reads whole-file formats: one question at a time, and a reason when the thread dies. */
import type { Worker } from 'node:worker_threads';
import { AnjuProblem } from '#platform/problems/problem.ts';
import { startThread } from '#platform/threads/startThread.ts';
import { fileProblems } from '../problems.ts';
import type { LegacyAnswer, LegacyRequest, LegacyTask } from './legacyMessages.ts';

/** Room for a full sheet of the old format: 65,536 rows of 20 columns. */
const heapMiB = 1024;
const patienceMs = 120_000;

/** A thread with one file open. */
export class LegacyThread {
  /** The sheets of the file. */
  readonly opened: Promise<LegacyAnswer>;
  readonly #worker: Worker;
  readonly #format: string;
  #last: Promise<unknown>;

  constructor(task: LegacyTask) {
    this.#format = task.format;
    this.#worker = startWorker(task);
    this.opened = this.#answer();
    this.#last = this.opened;
  }

  ask(request: LegacyRequest): Promise<LegacyAnswer> {
    const answered = this.#last
      .catch(() => undefined)
      .then(() => {
        const answer = this.#answer();
        this.#worker.postMessage(request);
        return answer;
      });
    this.#last = answered;
    return answered;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  /** The next answer; the thread keeps the process alive only while somebody waits for one. */
  #answer(): Promise<LegacyAnswer> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
        act();
      };
      const onMessage = (message: LegacyAnswer): void =>
        settle(() => (message.kind === 'refused' ? reject(new AnjuProblem(message.problem)) : resolve(message)));
      const onError = (cause: Error): void => settle(() => reject(this.#problemOf(cause)));
      const onExit = (): void => settle(() => reject(fileProblems.damaged({ what: this.#format })));
      const timer = setTimeout(() => {
        settle(() => reject(fileProblems['too-large']({ what: `${this.#format}, > ${patienceMs / 1000} s` })));
        void worker.terminate();
      }, patienceMs);
      worker.ref();
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }

  #problemOf(cause: Error): Error {
    if ('code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY')
      return fileProblems['too-large']({ what: `${this.#format}, > ${heapMiB} MiB` }, { cause });
    return fileProblems.damaged({ what: this.#format }, { cause });
  }
}

function startWorker(workerData: LegacyTask): Worker {
  // Its chatter on odd number formats is nobody's business.
  return startThread(new URL('./legacyWorker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB },
    stdout: true,
    stderr: true,
  });
}
