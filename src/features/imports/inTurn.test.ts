import { describe, expect, it } from 'vitest';
import { inTurn } from './inTurn.ts';

interface Step {
  readonly file: string;
  readonly register?: string;
}

/** Runs steps whose storing ends when they are told to: what reads or stores now stands in `read`, what may store in `stored`. */
function heldImports() {
  const read = new Set<string>();
  const stored = new Map<string, { end: () => void; fail: (error: Error) => void }>();
  const run = async ({ file }: Step, turn: Promise<unknown>): Promise<string> => {
    read.add(file);
    await turn;
    return new Promise((resolve, reject) => {
      const leave = (): boolean => read.delete(file) && stored.delete(file);
      stored.set(file, { end: () => void (leave() && resolve(file)), fail: (error) => void (leave() && reject(error)) });
    });
  };
  const now = async (): Promise<{ read: string[]; stored: string[] }> => {
    await new Promise((resolve) => setImmediate(resolve));
    return { read: [...read], stored: [...stored.keys()] };
  };
  return { stored, run, now };
}

async function collect(answers: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const answer of answers) found.push(answer);
  return found;
}

describe('imports side by side', () => {
  it('begins with what may store, one file of a register after the other, then reads ahead; answers in the order of the work', async () => {
    const { stored, run, now } = heldImports();
    const steps: Step[] = [
      { file: 'visit 1', register: 'visit' },
      { file: 'visit 2', register: 'visit' },
      { file: 'pupil 1', register: 'pupil' },
    ];
    const answers = collect(inTurn(steps, run));
    expect(await now()).toEqual({ read: ['visit 1', 'pupil 1', 'visit 2'], stored: ['visit 1', 'pupil 1'] });
    stored.get('pupil 1')?.end();
    expect((await now()).stored).toEqual(['visit 1']);
    stored.get('visit 1')?.end();
    expect((await now()).stored).toEqual(['visit 2']);
    stored.get('visit 2')?.end();
    expect(await answers).toEqual(['visit 1', 'visit 2', 'pupil 1']);
  });

  it('stores registers to which others refer, and files of which nothing is known, for themselves', async () => {
    const { stored, run, now } = heldImports();
    const steps: Step[] = [
      { file: 'person', register: 'person' },
      { file: 'visit', register: 'visit' },
      { file: 'unknown' },
      { file: 'pupil', register: 'pupil' },
    ];
    const answers = collect(inTurn(steps, run));
    expect((await now()).read).toEqual(['person', 'visit', 'unknown']);
    for (const { file } of steps) {
      expect((await now()).stored).toEqual([file]);
      stored.get(file)?.end();
    }
    expect(await answers).toEqual(['person', 'visit', 'unknown', 'pupil']);
  });

  it('reads nothing before the places stand by whose names cells are read', async () => {
    const { stored, run, now } = heldImports();
    const answers = collect(
      inTurn<Step, string>(
        [
          { file: 'streets', register: 'street_community' },
          { file: 'visit', register: 'visit' },
        ],
        run,
      ),
    );
    expect((await now()).read).toEqual(['streets']);
    stored.get('streets')?.end();
    expect((await now()).read).toEqual(['visit']);
    stored.get('visit')?.end();
    expect(await answers).toEqual(['streets', 'visit']);
  });

  it('begins nothing more once one has failed, and waits for what runs', async () => {
    const { stored, run, now } = heldImports();
    const steps: Step[] = ['visit', 'pupil', 'dispute', 'training'].map((register) => ({ file: register, register }));
    let isOver = false;
    const answers = collect(inTurn(steps, run)).finally(() => {
      isOver = true;
    });
    answers.catch(() => {});
    expect((await now()).stored).toEqual(['visit', 'pupil', 'dispute']);
    stored.get('visit')?.fail(new Error('no room'));
    expect((await now()).stored).toEqual(['pupil', 'dispute']);
    expect(isOver).toBe(false);
    stored.get('pupil')?.end();
    stored.get('dispute')?.end();
    await expect(answers).rejects.toThrow('no room');
    expect((await now()).read).toEqual([]);
  });
});
