/** What a benchmark measures: figures with their goals, each beside its baseline where it has one. */

/** One measured figure. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 's' | 'ms' | 'rows/s' | 'MB' | '×';
  /** The goal of the design, when it has one. */
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
}

/** One file of benchmarks. */
export interface Bench {
  readonly name: string;
  readonly what: string;
  /** Runs at the size asked for; the goals hold for the whole prefecture. */
  run(size: BenchSize): Promise<readonly Figure[]>;
}

/** How large the make-believe prefecture is. */
export interface BenchSize {
  readonly people: number;
}

/** The figure as a line: its value, its goal, and by how much it was missed. */
export function tellFigure({ name, value, unit, goal }: Figure): string {
  const said = `${name.padEnd(58)} ${round(value).padStart(12)} ${unit.padEnd(7)}`;
  if (goal === undefined) return said;
  const [sign, wish, reached] = 'atMost' in goal ? ['≤', goal.atMost, value <= goal.atMost] : ['≥', goal.atLeast, value >= goal.atLeast];
  const factor = 'atMost' in goal ? value / goal.atMost : goal.atLeast / value;
  return `${said} ${sign} ${round(wish)} ${reached ? 'reached' : `missed by a factor of ${factor.toFixed(2)}`}`;
}

/** Seconds that a piece of work takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The value below which a share of the measurements lies. */
export function percentile(measured: readonly number[], share: number): number {
  const sorted = [...measured].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function round(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
