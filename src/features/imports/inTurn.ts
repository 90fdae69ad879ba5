/** Runs imports side by side where the order of the work allows it: the answers are those of one after the other. */
import { isReferredTo } from './takeTurn.ts';

/** One reads its sheet while the other stores. */
const sideBySide = 2;

/** Answers in the order of the steps. A step waits for the earlier ones of its register and of registers to which others refer; one of such a register, or of none that is known, waits for all. What fails ends the rest once that which runs is through. */
export async function* inTurn<Step extends { readonly register?: string }, Answer>(
  steps: readonly Step[],
  run: (step: Step) => Promise<Answer>,
): AsyncGenerator<Answer> {
  const free: (() => void)[] = [];
  let running = 0;
  let isOver = false;
  const start = async (step: Step, after: readonly Promise<unknown>[]): Promise<Answer> => {
    await Promise.all(after);
    if (running >= sideBySide) await new Promise<void>((resolve) => free.push(resolve));
    else running += 1;
    try {
      if (isOver) throw new Error('an earlier import failed');
      return await run(step);
    } catch (problem) {
      isOver = true;
      throw problem;
    } finally {
      const next = free.shift();
      if (next) next();
      else running -= 1;
    }
  };
  const started: Promise<Answer>[] = [];
  const lastOf = new Map<string, Promise<Answer>>();
  let lastAlone: Promise<Answer> | undefined;
  for (const step of steps) {
    const { register } = step;
    const isAlone = register === undefined || isReferredTo(register);
    const before = isAlone ? started.slice() : [lastAlone, lastOf.get(register)].filter((earlier) => earlier !== undefined);
    const answer = start(step, before);
    answer.catch(() => {});
    started.push(answer);
    if (isAlone) lastAlone = answer;
    if (register !== undefined) lastOf.set(register, answer);
  }
  try {
    for (const answer of started) yield await answer;
  } finally {
    isOver = true;
    await Promise.allSettled(started);
  }
}
