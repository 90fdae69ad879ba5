/** Starts a thread, whether the program runs compiled or from its sources. */
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Runs a source file (`new URL('./name.ts', import.meta.url)`) in a thread. From the sources, it needs the loader of TypeScript, which threads do not inherit. */
export function startThread(file: URL, options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(file.href.replace(/\.ts$/, '.js')), options);
  return new Worker(`import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(file.href)}); })`, {
    ...options,
    eval: true,
    execArgv: ['--conditions=source'],
  });
}
