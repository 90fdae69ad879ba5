/** Starts a thread from a file beside the one that asks, whether it runs compiled or from the sources. */
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Runs `./name.ts` of the folder of `beside` (an `import.meta.url`). From the sources, a thread needs the loader of TypeScript, which it does not inherit. */
export function startThread(beside: string, name: string, options: WorkerOptions): Worker {
  if (!beside.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, beside), options);
  const file = JSON.stringify(new URL(`./${name}.ts`, beside).href);
  return new Worker(`import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${file}); })`, {
    ...options,
    eval: true,
    execArgv: ['--conditions=source'],
  });
}
