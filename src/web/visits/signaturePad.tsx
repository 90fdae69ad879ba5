/** A ground on which somebody signs with finger or pen; the line is kept as a path inside 600 × 200. */
import { type PointerEvent, useRef } from 'react';
import { useWords } from '../parts/language.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

interface SignaturePadParts {
  readonly value: string;
  readonly change: (path: string) => void;
}

const [width, height] = [600, 200];
/** A line longer than this is none: somebody plays with it. */
const longest = 50_000;

export function SignaturePad({ value, change }: SignaturePadParts) {
  const say = useWords(visitWords);
  const isDrawing = useRef(false);
  const draw = (event: PointerEvent<SVGSVGElement>, verb: 'M' | 'L') => {
    const frame = event.currentTarget.getBoundingClientRect();
    const part = (at: number, from: number, whole: number, of: number): number => Math.max(0, Math.min(of, Math.round(((at - from) / whole) * of)));
    const point = `${part(event.clientX, frame.left, frame.width, width)},${part(event.clientY, frame.top, frame.height, height)}`;
    if (value.length < longest) change(`${value}${verb}${point}`);
  };
  return (
    <div className={classes.field}>
      <span className={classes.label}>{say('signature')}</span>
      <svg
        className={classes.ground}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={say('signature')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          isDrawing.current = true;
          draw(event, 'M');
        }}
        onPointerMove={(event) => {
          if (isDrawing.current) draw(event, 'L');
        }}
        onPointerUp={() => {
          isDrawing.current = false;
        }}
        onPointerCancel={() => {
          isDrawing.current = false;
        }}
      >
        <path d={value} />
      </svg>
      {value !== '' && (
        <p>
          <button type="button" onClick={() => change('')}>
            {say('clear')}
          </button>
        </p>
      )}
    </div>
  );
}
