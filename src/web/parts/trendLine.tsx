/** A line over the months, with the worst level of each month as a row of marks below it. */
import type { ShownLevel } from './levelMark.tsx';
import classes from './trendLine.module.css';
import { useNarrow } from './useNarrow.ts';

export interface TrendPoint {
  readonly label: string;
  /** What stands below the axis. */
  readonly short: string;
  readonly value: number | null;
  readonly level: ShownLevel | 'none';
}

interface TrendLineParts {
  readonly title: string;
  readonly points: readonly TrendPoint[];
  readonly decimals: number;
}

const height = 190;
const left = 44;
const right = 64;
const top = 16;
const bottom = 48;

export function TrendLine({ title, points, decimals }: TrendLineParts) {
  const width = useNarrow() ? 360 : 640;
  const values = points.flatMap((point) => point.value ?? []);
  const ticks = ticksOf(Math.min(...values), Math.max(...values));
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  const x = (index: number): number => left + (points.length === 1 ? 0.5 : index / (points.length - 1)) * (width - left - right);
  const y = (value: number): number => top + (1 - (value - low) / (high - low)) * (height - top - bottom);
  const drawn = points.flatMap((point, index) =>
    point.value === null ? [] : [{ ...point, x: x(index), y: y(point.value), shown: point.value.toFixed(decimals) }],
  );
  const last = drawn.at(-1);
  return (
    <svg className={classes.line} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.axis} x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {Number(tick.toFixed(4))}
          </text>
        </g>
      ))}
      <polyline className={classes.path} points={drawn.map((point) => `${point.x},${point.y}`).join(' ')} />
      {drawn.map((point) => (
        <circle key={point.label} className={point === last ? `${classes.dot} ${classes.last}` : classes.dot} cx={point.x} cy={point.y} r={3}>
          <title>{`${point.label} ${point.shown}`}</title>
        </circle>
      ))}
      {last && (
        <text className={classes.now} x={last.x + 9} y={last.y + 5}>
          {last.shown}
        </text>
      )}
      {points.map((point, index) => (
        <g key={point.label}>
          <rect className={classes[point.level]} x={x(index) - 7} y={height - bottom + 12} width={14} height={5} />
          <text x={x(index)} y={height - 10} textAnchor="middle">
            {point.short}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Three to six round numbers that hold the values between them. */
function ticksOf(low: number, high: number): number[] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((candidate) => candidate * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
