/** Work in a process of its own: it does not stand in the way of what is measured, and its memory is its own. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a file of this folder in a process of its own, hands it the task and answers what it sends back. */
export function inOtherProcess<Task extends object, Answer>(file: URL, task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(file), { serialization: 'advanced' });
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${fileURLToPath(file)} ended with ${code} and no answer`)));
    child.send(task);
  });
}

/** The other side: does the task that comes and sends the answer back. */
export function answerTask<Task>(work: (task: Task) => Promise<object>): void {
  process.once('message', async (task) => {
    const answer = await work(task as Task);
    process.send?.(answer, () => process.disconnect());
  });
}
