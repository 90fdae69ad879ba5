/** What happens when the person or the system ends a process: it tidies up once, then ends; a second signal ends it at once. */

const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Runs `tidy` on the first signal and ends the process with 128 + the signal, or with 0 where ending is the normal way out. Answers how to take this back. SIGHUP can be left to mean something else. */
export function onSignals(tidy: () => Promise<void>, isNormal = false, endsOnHangUp = true): () => void {
  let isEnding = false;
  const ending = Object.entries(numbers).filter(([signal]) => endsOnHangUp || signal !== 'SIGHUP');
  const handlers = ending.map(([signal, number]) => {
    const handler = (): void => {
      if (isEnding) process.exit(128 + number);
      isEnding = true;
      tidy().then(
        () => process.exit(process.exitCode ?? (isNormal ? 0 : 128 + number)),
        () => process.exit(3),
      );
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  return () => {
    for (const { signal, handler } of handlers) process.off(signal, handler);
  };
}
