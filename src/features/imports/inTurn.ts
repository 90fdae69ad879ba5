/** Runs imports side by side: sheets are read ahead, and stored in an order of which the outcome is that of one after the other. */
import { isReferredTo } from './takeTurn.ts';

/** Some are read while others are stored. */
const lanes = 3;

/** Registers of the places by which cells of others are read. */
const places: readonly string[] = ['settlement', 'street_community'];

interface Step {
  readonly register?: string;
}

/** A step with those that store before it. */
interface Work<Named extends Step, Answer> {
  readonly before: readonly Work<Named, Answer>[];
  readonly step: Named;
  answer?: Promise<Answer>;
  isThrough: boolean;
}

/**
 * Answers in the order of the steps. A step may store, once its `turn` has come, after the earlier ones of its register and of registers to which others refer;
 * one of such a register, or of none that is known, after all. What fails ends the rest, once that which runs is through.
 */
export async function* inTurn<Named extends Step, Answer>(
  steps: readonly Named[],
  run: (step: Named, turn: Promise<unknown>) => Promise<Answer>,
): AsyncGenerator<Answer> {
  const works: Work<Named, Answer>[] = [];
  for (const step of steps) works.push({ step, before: works.filter((earlier) => waitsFor(step, earlier.step)), isThrough: false });
  const running = new Set<Promise<void>>();
  let hasFailed = false;
  const begin = (work: Work<Named, Answer>): void => {
    const turn = allOf(work.before);
    turn.catch(() => {});
    work.answer = allOf(work.before.filter(({ step }) => isOfPlaces(step))).then(() => run(work.step, turn));
    const through = work.answer
      .catch(() => {
        hasFailed = true;
      })
      .then(() => {
        work.isThrough = true;
        running.delete(through);
      });
    running.add(through);
  };
  /** What could store at once, else the earliest, which is read meanwhile. */
  const next = (): Work<Named, Answer> | undefined => {
    const waiting = works.filter(({ answer }) => answer === undefined);
    return waiting.find(({ before }) => before.every(({ isThrough }) => isThrough)) ?? waiting[0];
  };
  try {
    for (const work of works) {
      while (!work.isThrough) {
        for (let one = next(); one && !hasFailed && running.size < lanes; one = next()) begin(one);
        await Promise.race(running);
      }
      if (work.answer) yield await work.answer;
    }
  } finally {
    await Promise.all(running);
  }
}

const allOf = (works: readonly Work<Step, unknown>[]): Promise<unknown> => Promise.all(works.map(({ answer }) => answer));

const isAlone = ({ register }: Step): boolean => register === undefined || isReferredTo(register);
const waitsFor = (step: Step, earlier: Step): boolean => isAlone(step) || isAlone(earlier) || step.register === earlier.register;
const isOfPlaces = ({ register }: Step): boolean => register === undefined || places.includes(register);
