/** Seals texts in a thread of its own: half of the work of a large import is encryption, and the program has another processor for it. */
import type { Worker } from 'node:worker_threads';
import { startThread } from '../threads/startThread.ts';
import type { KeySet } from './keyText.ts';
import type { OpenText } from './sealedText.ts';

/** The thread; `close` it. Texts come back in the order in which they were sent. */
export class SealingThread {
  readonly #worker: Worker;
  readonly #waiting: { readonly resolve: (sealed: Buffer) => void; readonly reject: (cause: Error) => void }[] = [];
  #failure: Error | undefined;
  #isUp = false;

  constructor(workerData: KeySet) {
    this.#worker = startThread(new URL('./sealingWorker.ts', import.meta.url), { workerData })
      .on('message', (sealed: Uint8Array | 'up') => {
        if (sealed === 'up') this.#isUp = true;
        else this.#waiting.shift()?.resolve(Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength));
      })
      .on('error', (cause) => this.#fail(cause))
      .on('exit', () => this.#fail(new Error('the sealing thread ended')));
    this.#worker.unref();
  }

  /** Whether it has started: until then it is quicker to seal where one is. */
  get isUp(): boolean {
    return this.#isUp;
  }

  seal(text: OpenText): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(text);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(cause: Error): void {
    this.#failure ??= cause;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
