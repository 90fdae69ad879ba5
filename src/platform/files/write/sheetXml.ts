/** The XML of one worksheet that we write, row by row. */
import { columnLetter } from '../columnLetter.ts';
import { numberText } from '../numberText.ts';
import { dateOfIso } from '../serialDate.ts';
import { escapeXml } from '../xmlScanner.ts';
import { escapeExcel } from '../xlsx/excelEscapes.ts';
import type { CellNote } from './cellNotes.ts';
import { type ColumnFormat, styleOf } from './workbookStyles.ts';

/** A value to be written; texts of a `date` or `datetime` column that are dates become dates. */
export type CellContent = string | number | boolean | null | undefined | StyledContent;

/** A value with its own format, or marked as bad. */
export interface StyledContent {
  readonly value: string | number | boolean | null | undefined;
  readonly format?: ColumnFormat;
  readonly bad?: boolean;
  readonly style?: 'reason' | 'header' | 'title';
}

/** A column of a sheet. */
export interface SheetColumn {
  readonly header: string;
  /** In characters; from the header when not said. */
  readonly width?: number;
  /** Comment on the header. */
  readonly note?: string;
  /** Text when not said: nothing that a person types is changed. */
  readonly format?: ColumnFormat;
  /** Values to choose from. */
  readonly list?: readonly string[];
  /** Shows the header in the colour of what must be filled. */
  readonly required?: boolean;
}

/** A sheet: titles, header, rows. */
export interface SheetContent {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<readonly CellContent[]> | Iterable<readonly CellContent[]>;
  /** Lines over the table, each across all columns. */
  readonly titles?: readonly string[];
  /** Comments on cells other than the header. */
  readonly notes?: readonly CellNote[];
  /** Writes no header line of its own; the rows are everything. */
  readonly bare?: boolean;
}

const pieceLength = 1 << 16;
const lastRow = 1_048_576;
const longestText = 32_767;
/** Empty rows of a template that still offer the lists. */
const rowsWithLists = 20_000;

/** The worksheet in pieces; `listOf` says where the choices of a column stand. */
export async function* sheetXml(sheet: SheetContent, listOf: (column: SheetColumn) => string | undefined, hasNotes: boolean): AsyncGenerator<string> {
  const { columns, titles = [], bare = false } = sheet;
  const headerRow = titles.length + 1;
  const letters = columns.map((_column, at) => columnLetter(at));
  const lastLetter = columnLetter(Math.max(0, columns.length - 1));
  yield opening(sheet, headerRow);
  let out = titles.map((title, at) => rowXml(at + 1, [{ value: title, style: 'title' }], letters, columns)).join('');
  let row = titles.length;
  if (!bare)
    out += `<row r="${++row}">${columns.map((column, at) => textXml(`${letters[at]}${row}`, column.header, column.required === true ? styleOf.requiredHeader : styleOf.header)).join('')}</row>`;
  for await (const cells of sheet.rows) {
    row++;
    if (row > lastRow) throw new RangeError(`a sheet holds ${lastRow} rows`);
    out += rowXml(row, cells, letters, columns);
    if (out.length < pieceLength) continue;
    yield out;
    out = '';
  }
  out += '</sheetData>';
  if (!bare && row >= headerRow && columns.length > 0) out += `<autoFilter ref="A${headerRow}:${lastLetter}${Math.max(row, headerRow)}"/>`;
  if (titles.length > 0 && columns.length > 1)
    out += `<mergeCells count="${titles.length}">${titles.map((_title, at) => `<mergeCell ref="A${at + 1}:${lastLetter}${at + 1}"/>`).join('')}</mergeCells>`;
  yield out +
    validations(columns, letters, headerRow + 1, Math.max(row, headerRow + rowsWithLists), listOf) +
    (hasNotes ? '<legacyDrawing r:id="rId2"/>' : '') +
    '</worksheet>';
}

function opening({ columns, bare = false }: SheetContent, headerRow: number): string {
  const pane = bare ? '' : `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/>`;
  const cols = columns.map((column, at) => {
    const width =
      column.width ??
      Math.min(
        40,
        Math.max(
          10,
          [...column.header].reduce((sum, character) => sum + (character > '\u00FF' ? 2.2 : 1.1), 2),
        ),
      );
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${styleOf.value(column.format ?? 'text')}" customWidth="1"/>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>`
  );
}

function rowXml(row: number, cells: readonly CellContent[], letters: string[], columns: readonly SheetColumn[]): string {
  let out = '';
  for (let at = 0; at < cells.length; at++) {
    const content = cells[at];
    if (content === undefined || content === null || content === '') continue;
    letters[at] ??= columnLetter(at);
    out += cellXml(`${letters[at]}${row}`, content, columns[at]?.format ?? 'text');
  }
  return out === '' ? '' : `<row r="${row}">${out}</row>`;
}

function cellXml(reference: string, content: Exclude<CellContent, null | undefined>, columnFormat: ColumnFormat): string {
  if (typeof content !== 'object') return valueXml(reference, content, columnFormat, styleOf.value(columnFormat));
  const format = content.format ?? columnFormat;
  const style = content.style === undefined ? (content.bad === true ? styleOf.bad(format) : styleOf.value(format)) : styleOf[content.style];
  const { value } = content;
  if (value === undefined || value === null || value === '') return `<c r="${reference}" s="${style}"/>`;
  return valueXml(reference, value, format, style);
}

function valueXml(reference: string, value: string | number | boolean, format: ColumnFormat, style: number): string {
  if (typeof value === 'boolean') return `<c r="${reference}" s="${style}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') {
    if (format === 'text') return textXml(reference, Number.isFinite(value) ? numberText(value) : '', style);
    return Number.isFinite(value) ? `<c r="${reference}" s="${style}"><v>${value}</v></c>` : '';
  }
  if (format === 'date' || format === 'datetime') {
    const date = dateOfIso(value.replace(' ', 'T').replace(/\+08:00$/, ''));
    if (date !== undefined) return `<c r="${reference}" s="${style}"><v>${date.serial}</v></c>`;
  }
  return textXml(reference, value, style);
}

function textXml(reference: string, text: string, style: number): string {
  const kept = text.length > longestText ? text.slice(0, longestText) : text;
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeExcel(kept))}</t></is></c>`;
}

function validations(
  columns: readonly SheetColumn[],
  letters: readonly string[],
  first: number,
  last: number,
  listOf: (column: SheetColumn) => string | undefined,
): string {
  const found = columns.flatMap((column, at) => {
    const list = listOf(column);
    const where = `${letters[at]}${first}:${letters[at]}${last}`;
    // A warning, not a wall: importers also take synonyms and codes.
    return list === undefined
      ? []
      : [
          `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="不在选项中" error="请从下拉列表中选择。" sqref="${where}"><formula1>${escapeXml(list)}</formula1></dataValidation>`,
        ];
  });
  return found.length === 0 ? '' : `<dataValidations count="${found.length}">${found.join('')}</dataValidations>`;
}
