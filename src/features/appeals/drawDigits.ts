/** Draws digits by hand, so to say: each from strokes that are moved, turned and bent a little, between lines that mean nothing. No letter stands in the picture. */

type Point = readonly [x: number, y: number];

/** The strokes of each digit in a field of 10 by 16. */
const strokes: readonly (readonly (readonly Point[])[])[] = [
  [
    [
      [5, 1],
      [2, 3],
      [1, 8],
      [2, 13],
      [5, 15],
      [8, 13],
      [9, 8],
      [8, 3],
      [5, 1],
    ],
  ],
  [
    [
      [2, 4],
      [5, 1],
      [5, 15],
    ],
    [
      [2, 15],
      [8, 15],
    ],
  ],
  [
    [
      [1, 4],
      [3, 1],
      [7, 1],
      [9, 4],
      [8, 7],
      [1, 15],
      [9, 15],
    ],
  ],
  [
    [
      [1, 3],
      [4, 1],
      [8, 2],
      [8, 6],
      [4, 8],
      [8, 9],
      [9, 12],
      [7, 15],
      [3, 15],
      [1, 13],
    ],
  ],
  [
    [
      [7, 15],
      [7, 1],
      [1, 10],
      [9, 10],
    ],
  ],
  [
    [
      [8, 1],
      [2, 1],
      [2, 7],
      [6, 6],
      [9, 9],
      [8, 13],
      [5, 15],
      [1, 13],
    ],
  ],
  [
    [
      [8, 2],
      [4, 2],
      [1, 8],
      [1, 12],
      [4, 15],
      [8, 13],
      [8, 9],
      [5, 7],
      [1, 10],
    ],
  ],
  [
    [
      [1, 1],
      [9, 1],
      [4, 15],
    ],
    [
      [3, 8],
      [7, 8],
    ],
  ],
  [
    [
      [5, 8],
      [2, 5],
      [3, 2],
      [7, 2],
      [8, 5],
      [5, 8],
      [1, 12],
      [3, 15],
      [7, 15],
      [9, 12],
      [5, 8],
    ],
  ],
  [
    [
      [9, 6],
      [6, 9],
      [2, 7],
      [2, 3],
      [5, 1],
      [9, 3],
      [9, 6],
      [8, 12],
      [4, 15],
    ],
  ],
];

const step = 34;
const size = { width: 5 * step + 20, height: 64 };

/** Numbers between 0 and 1 that follow from a seed (mulberry32), so that a picture asked for twice is the same. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The picture as SVG. */
export function drawDigits(text: string, seed: number): string {
  const roll = dice(seed);
  const between = (least: number, most: number): number => least + roll() * (most - least);
  const lines: string[] = [];
  const add = (points: readonly Point[]): void => void lines.push(`M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`);
  [...text].forEach((digit, at) => {
    const [turn, scale] = [between(-0.35, 0.35), between(2.1, 2.7)];
    const [left, top] = [10 + at * step + step / 2 + between(-3, 3), size.height / 2 + between(-6, 6)];
    for (const stroke of strokes[Number(digit)] ?? [])
      add(
        stroke.map(([x, y]): Point => {
          const [dx, dy] = [(x - 5 + between(-0.4, 0.4)) * scale, (y - 8 + between(-0.4, 0.4)) * scale];
          return [left + dx * Math.cos(turn) - dy * Math.sin(turn), top + dx * Math.sin(turn) + dy * Math.cos(turn)];
        }),
      );
  });
  const strands = Array.from({ length: 4 }, () => {
    const [height, sway] = [between(8, size.height - 8), between(4, 12)];
    return `M0 ${height.toFixed(1)}${Array.from({ length: 9 }, (_, at) => `L${((at + 1) * size.width) / 9} ${(height + between(-sway, sway)).toFixed(1)}`).join('')}`;
  });
  // Shuffled: the order of the strokes does not tell the order of the digits.
  const shuffled = lines.map((line) => ({ line, by: roll() })).sort((a, b) => a.by - b.by);
  const { width, height } = size;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="none" stroke="#17211e" stroke-linecap="round" stroke-linejoin="round"><rect width="${width}" height="${height}" fill="#fff" stroke="none"/><path stroke-width="1" d="${strands.join('')}"/><path stroke-width="3" d="${shuffled.map(({ line }) => line).join('')}"/></svg>`;
}
