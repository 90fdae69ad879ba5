/** Kind of yes or no. */
import { z } from 'zod';
import { shown } from './cellText.ts';
import { fieldOf, type CellProblem, type CellValue, type Field, type FieldOptions, type Kind, type Reading } from './kind.ts';
import { cellProblem, openCell, refused } from './openCell.ts';

const readings = new Map<string, Reading<boolean>>();
for (const text of ['是', '有', '1', 'Y', 'YES', 'TRUE', '√', '✓', '✔']) readings.set(text, { is: 'value', value: true });
for (const text of ['否', '无', '0', 'N', 'NO', 'FALSE', '×', '✗', '✕', '✘']) readings.set(text, { is: 'value', value: false });

function readBool(cell: CellValue): Reading<boolean> {
  const quick = readings.get(cell.text);
  if (quick !== undefined && cell.kind !== 'error') return quick;
  const text = openCell(cell, 'none-is-text');
  if (typeof text !== 'string') return text;
  return readings.get(text.toUpperCase()) ?? readings.get(text.replace(/^([01])\.0+$/, '$1')) ?? refused(notYesNo(text));
}

const notYesNo = (text: string): CellProblem =>
  cellProblem('not-yes-or-no', `“${shown(text)}”不是“是/否”。请填 是 或 否。`, `“${shown(text)}” is neither yes nor no. Enter 是 or 否.`);

/** Yes or no. */
export const boolKind: Kind<boolean> = {
  name: 'bool',
  zh: '是否',
  en: 'yes or no',
  column: () => 'boolean',
  read: readBool,
  write: (value) => (value ? '是' : '否'),
  schema: () => z.boolean(),
  control: 'yesNo',
};

/** A field of yes or no. */
export function bool(options: FieldOptions): Field {
  return fieldOf(boolKind, options);
}
