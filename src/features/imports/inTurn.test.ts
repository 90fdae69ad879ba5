import { describe, expect, it } from 'vitest';
import { inTurn } from './inTurn.ts';

interface Step {
  readonly file: string;
  readonly register?: string;
}

/** Runs steps that end when they are told to; what runs now stands in `running`. */
function heldImports() {
  const running = new Map<string, { end: () => void; fail: (error: Error) => void }>();
  const run = ({ file }: Step): Promise<string> =>
    new Promise((resolve, reject) => {
      const leave = (): boolean => running.delete(file);
      running.set(file, { end: () => void (leave() && resolve(file)), fail: (error) => void (leave() && reject(error)) });
    });
  const now = async (): Promise<string[]> => {
    await settle();
    return [...running.keys()];
  };
  return { running, run, now };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function collect(answers: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const answer of answers) found.push(answer);
  return found;
}

describe('imports side by side', () => {
  it('lets two registers go at a time, one file of a register after the other, and answers in the order of the work', async () => {
    const { running, run, now } = heldImports();
    const steps: Step[] = [
      { file: 'visit 1', register: 'visit' },
      { file: 'visit 2', register: 'visit' },
      { file: 'pupil 1', register: 'pupil' },
      { file: 'dispute 1', register: 'dispute' },
    ];
    const answers = collect(inTurn(steps, run));
    expect(await now()).toEqual(['visit 1', 'pupil 1']);
    running.get('pupil 1')?.end();
    expect(await now()).toEqual(['visit 1', 'dispute 1']);
    running.get('visit 1')?.end();
    expect(await now()).toEqual(['dispute 1', 'visit 2']);
    running.get('visit 2')?.end();
    running.get('dispute 1')?.end();
    expect(await answers).toEqual(['visit 1', 'visit 2', 'pupil 1', 'dispute 1']);
  });

  it('keeps registers to which others refer, and files of which nothing is known, for themselves', async () => {
    const { running, run, now } = heldImports();
    const steps: Step[] = [
      { file: 'person', register: 'person' },
      { file: 'visit', register: 'visit' },
      { file: 'unknown' },
      { file: 'pupil', register: 'pupil' },
    ];
    const answers = collect(inTurn(steps, run));
    for (const { file } of steps) {
      expect(await now()).toEqual([file]);
      running.get(file)?.end();
    }
    expect(await answers).toEqual(['person', 'visit', 'unknown', 'pupil']);
  });

  it('begins nothing more once one has failed, and waits for what runs', async () => {
    const { running, run, now } = heldImports();
    const steps: Step[] = [
      { file: 'visit', register: 'visit' },
      { file: 'pupil', register: 'pupil' },
      { file: 'dispute', register: 'dispute' },
    ];
    let isOver = false;
    const answers = collect(inTurn(steps, run)).finally(() => {
      isOver = true;
    });
    answers.catch(() => {});
    expect(await now()).toEqual(['visit', 'pupil']);
    running.get('visit')?.fail(new Error('no room'));
    expect(await now()).toEqual(['pupil']);
    expect(isOver).toBe(false);
    running.get('pupil')?.end();
    await expect(answers).rejects.toThrow('no room');
    expect(running.size).toBe(0);
  });
});
