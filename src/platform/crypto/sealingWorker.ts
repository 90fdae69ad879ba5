/** The thread that seals texts for the one that reads. */
import { parentPort, workerData } from 'node:worker_threads';
import type { KeySet } from './keyText.ts';
import { keysOf } from './keys.ts';
import { type OpenText, sealOpenText } from './sealedText.ts';

const keys = keysOf(workerData as KeySet);

parentPort?.on('message', (text: OpenText) => {
  const sealed = new Uint8Array(sealOpenText(keys, text));
  parentPort?.postMessage(sealed, [sealed.buffer]);
});
parentPort?.postMessage('up');
