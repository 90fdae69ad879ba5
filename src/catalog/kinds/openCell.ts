/** How reading of every cell begins: empty, to be erased, in error, or a text in normal form. */
import { normalText, shown } from './cellText.ts';
import type { CellProblem, CellValue, Reading } from './kind.ts';

const empty: Reading<never> = { is: 'empty' };
const erase: Reading<never> = { is: 'erase' };
const emptyTexts: ReadonlySet<string> = new Set(['-', '--', '—', '/', 'N/A', '#N/A']);
const formulaErrors: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
]);

/** Stands in a cell that erases what is stored. */
export const eraseMark = '#清空';

/** A problem or remark about one cell. */
export function cellProblem(what: string, zh: string, en: string): CellProblem {
  return { code: `cell.${what}`, zh, en };
}

/** A reading that refuses the cell. */
export function refused(problem: CellProblem): Reading<never> {
  return { is: 'problem', problem };
}

/** Whether a text in normal form states nothing. */
export function isEmptyText(text: string): boolean {
  return text.length <= 4 && (text === '' || emptyTexts.has(text));
}

/** The text of a cell in normal form, or the reading that is already certain. `none` says whether 无 is an empty cell for the kind. */
export function openCell(cell: CellValue, none: 'none-is-empty' | 'none-is-text'): string | Reading<never> {
  if (cell.kind === 'formula') return refused(notComputed);
  const text = normalText(cell.text);
  if (isEmptyText(text) || (text === '无' && none === 'none-is-empty')) return empty;
  if (text.charCodeAt(0) === 35) {
    if (text === eraseMark) return erase;
    if (cell.kind === 'error' || formulaErrors.has(text)) return refused(formulaFailed(text));
    if (/^#{3,}$/.test(text)) return refused(columnTooNarrow);
  } else if (cell.kind === 'error') {
    return refused(formulaFailed(text));
  }
  return text;
}

const notComputed = cellProblem(
  'formula-not-computed',
  '单元格是公式，但文件里没有保存计算结果。请用表格软件打开、保存后再导入，或改填数值。',
  'The cell is a formula whose result was not saved. Open and save the file in a spreadsheet program, or enter the value itself.',
);

const columnTooNarrow = cellProblem(
  'column-too-narrow',
  '单元格只有“###”：导出时列太窄，内容已丢失。请加宽该列后重新导出。',
  'The cell shows only “###”: the column was too narrow when the file was saved. Widen it and save again.',
);

const formulaFailed = (text: string): CellProblem =>
  cellProblem(
    'formula-error',
    `公式出错“${shown(text)}”。请改正公式或填写数值。`,
    `The formula failed with “${shown(text)}”. Correct it or enter the value.`,
  );

const lostDigits = cellProblem(
  'digits-lost',
  '长号码被表格软件当作数字保存，末尾几位已丢失。请把该列设为文本格式，重新填写完整号码。',
  'A spreadsheet kept this long number as a number and lost its last digits. Format the column as text and enter the whole number again.',
);

const scientific = /^\d(?:\.\d+)?E\+?\d{2}$/i;

/** The problem of a long number whose last digits a spreadsheet has lost, marked by the reader of files or seen as `5.22399E+17`. */
export function digitsLost(cell: CellValue, text: string): CellProblem | undefined {
  if (cell.digitsLost === true) return lostDigits;
  if (cell.kind === 'text' && text.length < 24 && scientific.test(text)) return lostDigits;
  return undefined;
}
