/** A file of rates has a heading over every column. */
import { expect, test } from 'vitest';
import { rateLines } from './rateLines.ts';

test('a share is three columns, each with its heading', () => {
  const row = { orders: 8, inTime: { count: 6, of: 8 }, satisfied: { count: 0, of: 0 } };
  const lines = rateLines(
    '分组',
    [
      { name: '工单', of: ({ orders }: typeof row) => orders },
      { name: '按时率', of: ({ inTime }: typeof row) => inTime },
      { name: '满意率', of: ({ satisfied }: typeof row) => satisfied },
    ],
    [['合计', row]],
    { percent: ({ count, of }) => (of === 0 ? '—' : `${(100 * count) / of}%`), counts: ['（件数）', '（总件数）'] },
  );
  expect(lines[0]).toEqual(['分组', '工单', '按时率', '按时率（件数）', '按时率（总件数）', '满意率', '满意率（件数）', '满意率（总件数）']);
  expect(lines[1]).toEqual(['合计', 8, '75%', 6, 8, '—', 0, 0]);
  expect(lines.every((line) => line.length === lines[0]?.length)).toBe(true);
});
