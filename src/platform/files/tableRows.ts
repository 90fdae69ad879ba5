/** Tells rows of a table that are no data: totals, repeated headers; lines of names and stamps below are told in `signatureRow.ts`. */
import type { FoundHeader } from './findHeader.ts';
import type { Cell } from './sheets.ts';

const total = /^(合计|总计|小计|共计|累计|总和|本页[合小]计|全[州县市区镇]?[合总]计|subtotal|total|sum)([(（].*)?[:：]?$/i;
/** Looked at first: every row of a large table passes here. */
const mayBeTotal = /[计和]|total|sum/i;
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

const ordinals = '甲乙丙丁戊己庚辛壬癸';

/** Whether a row counts the columns, as the line below the header of a statistical form does: `栏次 甲 乙 1 2 3`. */
export function isColumnCount(cells: readonly (Cell | undefined)[]): boolean {
  const texts = cells.map((cell) => plain(cell?.text ?? '').replace(/^\((.+)\)$/, '$1')).filter((text) => text !== '' && !/^[栏行]次$/.test(text));
  const words = texts.filter((text, at) => text === ordinals[at]).length;
  return texts.length > 2 && texts.slice(words).every((text, at) => text === String(at + 1) || text === String(at + 1 + words));
}

/** Whether a row repeats the header or a title, as on every printed page: all of its texts are header texts of their columns, or all are one text from above the header. */
export function isRepeatedHeader(cells: readonly (Cell | undefined)[], header: FoundHeader): boolean {
  const { texts, titles } = plainHeader(header);
  let same = 0;
  for (let index = 0; index < cells.length; index++) {
    const text = plain(cells[index]?.text ?? '');
    if (text === '') continue;
    // A merged title may stand in each of the cells that it covers.
    if (!texts.get(index)?.includes(text)) return titles.has(text) && cells.every((cell) => ['', text].includes(plain(cell?.text ?? '')));
    same++;
  }
  return same >= Math.min(2, header.columns.length);
}

/** Header texts by column, and titles, without blanks. */
interface PlainHeader {
  readonly texts: ReadonlyMap<number, readonly string[]>;
  readonly titles: ReadonlySet<string>;
}

const plainHeaders = new WeakMap<FoundHeader, PlainHeader>();

function plainHeader(header: FoundHeader): PlainHeader {
  let known = plainHeaders.get(header);
  if (known === undefined) {
    const texts = new Map(header.columns.map((column) => [column.index, [plain(column.text), ...(column.parentText?.split(' ').map(plain) ?? [])]]));
    known = { texts, titles: new Set(header.titles.map(plain)) };
    plainHeaders.set(header, known);
  }
  return known;
}

/** Whether a column only counts the rows. */
export function isRunningNumber(header: string): boolean {
  return /^(序号|序|项次|行号|no\.?|#)$/i.test(plain(header));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
