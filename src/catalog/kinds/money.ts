/** Kind of amounts of money: yuan with two decimals, kept as text; 万元 in cell or header multiplies exactly. */
import { shown } from './cellText.ts';
import { decimalSchema, storedDecimal } from './decimal.ts';
import { cellNumberText, parseDecimal, shifted } from './decimalText.ts';
import { fieldOf, type CellProblem, type CellValue, type Field, type FieldOptions, type Kind, type ReadContext, type Reading } from './kind.ts';
import { cellProblem, openCell, refused } from './openCell.ts';

const precision = 14;
const scale = 2;

/** Powers of ten of the units that sheets state. */
const units: Readonly<Record<string, number>> = { '': 0, 元: 0, 百元: 2, 千元: 3, 万: 4, 万元: 4, 十万元: 5, 百万元: 6, 千万元: 7, 亿元: 8 };
const amount = /^([+-]?)¥?\s*([+-]?[\d,.]+)\s*((?:[十百千]?万|百|千|亿)?元|万)?$/;
const unitInHeader = /((?:[十百千]?万|百|千|亿)元)/;

function readMoney(cell: CellValue, field: Field, context: ReadContext): Reading<string> {
  const opened = openCell(cell, 'none-is-empty');
  if (typeof opened !== 'string') return opened;
  if (cell.kind === 'date') return refused(notMoney(opened));
  const text = cellNumberText(cell, opened);
  const bare = parseDecimal(text);
  if (bare !== undefined) return storedDecimal(shifted(bare, placesOf(context.header)), precision, scale, field, opened);
  const [, sign = '', digits = '', unit] = amount.exec(text) ?? [];
  const decimal = parseDecimal(sign + digits);
  if (decimal === undefined) return refused(notMoney(opened));
  const places = unit === undefined ? placesOf(context.header) : (units[unit] ?? 0);
  return storedDecimal(shifted(decimal, places), precision, scale, field, opened);
}

/** The power of ten of the unit that a header states. */
const placesOf = (header: string): number => (header.includes('元') ? (units[unitInHeader.exec(header)?.[1] ?? ''] ?? 0) : 0);

const notMoney = (text: string): CellProblem =>
  cellProblem(
    'not-money',
    `“${shown(text)}”不是金额。请填数字，如 1200.50、1,200.5元 或 1.2万元。`,
    `“${shown(text)}” is no amount of money. Enter a number such as 1200.50, 1,200.5元 or 1.2万元.`,
  );

/** An amount in yuan with exactly two decimals. */
export const moneyKind: Kind<string> = {
  name: 'money',
  zh: '金额（元）',
  en: 'amount in yuan',
  column: () => `numeric(${precision},${scale})`,
  read: readMoney,
  write: (value) => value,
  schema: (field) => decimalSchema(field, precision, scale),
  control: 'number',
};

/** A field of amounts of money. */
export function money(options: FieldOptions): Field {
  return fieldOf(moneyKind, options);
}
