/** Tells rows of a table that are no data: totals, repeated headers, signatures below. */
import type { FoundHeader } from './findHeader.ts';
import type { Cell } from './sheets.ts';

const total = /^(合计|总计|小计|共计|累计|总和|本页[合小]计|全[州县市区镇]?[合总]计|subtotal|total|sum)([(（].*)?[:：]?$/i;
/** Looked at first: every row of a large table passes here. */
const mayBeTotal = /[计和]|total|sum/i;
const signature =
  /^(填表人|填报人|制表人?|填报单位|填表单位|审核人?|复核人?|经办人|负责人|单位负责人|联系人|联系电话|填报日期|填表日期|制表日期|备注|注|说明|填表说明|填报说明)\s*[:：]/;

/** Every sign that is a colon once widths are normalised. */
const colon = /[:：︓﹕]/;

/** Whether a row sums up others: its first text (after a running number) is 合计, 总计, 小计 or their like. */
export function isTotalRow(cells: readonly (Cell | undefined)[]): boolean {
  let seen = 0;
  for (const cell of cells) {
    if (cell === undefined || cell.text.trim() === '') continue;
    if (mayBeTotal.test(cell.text) && total.test(plain(cell.text))) return true;
    seen++;
    if (seen === 2 || !/^\d+$/.test(cell.text.trim())) return false;
  }
  return false;
}

/** Whether a row below the table carries names and dates of those who filled it in, or a remark on the table. */
export function isSignatureRow(cells: readonly (Cell | undefined)[]): boolean {
  const first = cells.find((cell) => cell !== undefined && cell.text.trim() !== '');
  return first !== undefined && colon.test(first.text) && signature.test(first.text.normalize('NFKC').trim());
}

/** Whether a row repeats the header, as on every printed page: all of its texts are header texts of their columns. */
export function isRepeatedHeader(cells: readonly (Cell | undefined)[], header: FoundHeader): boolean {
  const texts = plainHeader(header);
  let same = 0;
  for (let index = 0; index < cells.length; index++) {
    const text = plain(cells[index]?.text ?? '');
    if (text === '') continue;
    if (!texts.get(index)?.includes(text)) return false;
    same++;
  }
  return same >= Math.min(2, header.columns.length);
}

const plainHeaders = new WeakMap<FoundHeader, Map<number, string[]>>();

function plainHeader(header: FoundHeader): Map<number, string[]> {
  let texts = plainHeaders.get(header);
  if (texts === undefined) {
    texts = new Map(header.columns.map((column) => [column.index, [plain(column.text), ...(column.parentText?.split(' ').map(plain) ?? [])]]));
    plainHeaders.set(header, texts);
  }
  return texts;
}

/** Whether a column only counts the rows. */
export function isRunningNumber(header: string): boolean {
  return /^(序号|序|项次|行号|no\.?|#)$/i.test(plain(header));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
