/** What a benchmark measures: figures with their goals, each beside its baseline where it has one. */
import type { Machine } from '../src/platform/machine.ts';

export type Unit = 's' | 'ms' | 'µs/row' | 'rows/s' | 'requests/s' | 'rows' | 'MB' | '×';

/** The goal of the design: a bound that the whole prefecture is to keep. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

/** One measured figure. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly goal?: Goal;
  /** What the same run measured beside it. */
  readonly baselines?: readonly Baseline[];
}

/** The same work done by something else in the same run. */
export interface Baseline {
  readonly name: string;
  /** In the unit of the figure. */
  readonly value: number;
  /** How many times the one is the other, as the goal counts it. */
  readonly ratio: number;
  readonly goal?: Goal;
}

/** One file of benchmarks. */
export interface Bench {
  readonly name: string;
  readonly what: string;
  run(place: BenchPlace): Promise<readonly Figure[]>;
}

/** Where benchmarks run: a server of their own, with a data folder that is kept for the next run. */
export interface BenchPlace {
  /** How many people the make-believe prefecture has; the goals hold for the real number. */
  readonly people: number;
  /** The machine room, whose clock stands on the last day of the data. */
  readonly machine: Machine;
  /** Tells the person at the terminal what takes so long. */
  readonly say: (text: string) => void;
}

/** Whether a value keeps a goal. */
export function isReached(value: number, goal: Goal): boolean {
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** The figure in lines: its value and goal, and its baselines. */
export function tellFigure({ name, value, unit, goal, baselines = [] }: Figure): string {
  const own = `  ${name.padEnd(60)} ${round(value).padStart(10)} ${unit.padEnd(10)} ${goal ? tellGoal(value, goal) : ''}`;
  const beside = baselines.map(
    (one) =>
      `    ${`beside ${one.name}`.padEnd(58)} ${round(one.value).padStart(10)} ${unit.padEnd(10)} ${round(one.ratio)} × ${one.goal ? tellGoal(one.ratio, one.goal) : ''}`,
  );
  return [own, ...beside].map((line) => line.trimEnd()).join('\n');
}

function tellGoal(value: number, goal: Goal): string {
  const [sign, wish] = 'atMost' in goal ? ['≤', goal.atMost] : ['≥', goal.atLeast];
  const factor = 'atMost' in goal ? value / goal.atMost : goal.atLeast / value;
  return `${sign} ${round(wish)} ${isReached(value, goal) ? 'reached' : `MISSED by ${factor.toFixed(2)} ×`}`;
}

function round(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
