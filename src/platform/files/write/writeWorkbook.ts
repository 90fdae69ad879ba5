/** Writes an xlsx workbook while its rows come: exports, templates with lists to choose from and comments on headers, samples. */
import { Readable } from 'node:stream';
import { columnLetter } from '../columnLetter.ts';
import { escapeXml } from '../xmlScanner.ts';
import { type CellNote, noteShapesXml, notesXml } from './cellNotes.ts';
import { type SheetColumn, type SheetContent, sheetXml } from './sheetXml.ts';
import { workbookStylesXml } from './workbookStyles.ts';
import { type FileTarget, writeZip, type ZipPart } from './writeZip.ts';

/** A workbook to be written. */
export interface WorkbookContent {
  readonly sheets: readonly SheetContent[];
}

const listsSheet = '选项';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const heading = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Writes the workbook; rows are taken one by one as the target takes bytes, so memory stays flat. */
export async function writeWorkbook(target: FileTarget, { sheets }: WorkbookContent): Promise<void> {
  const lists = collectLists(sheets);
  const names = sheetNames(sheets);
  const all = [...names, ...(lists.length > 0 ? [listsSheet] : [])];
  const notes = sheets.map(headerNotes);
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', content: () => contentTypesXml(all.length, notes) },
    { name: '_rels/.rels', content: () => relationshipsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: () => workbookXml(all, lists.length > 0) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: () =>
        relationshipsXml([
          ...all.map((_name, at): [string, string, string] => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`]),
          [`rId${all.length + 1}`, 'styles', 'styles.xml'],
        ]),
    },
    { name: 'xl/styles.xml', content: workbookStylesXml },
  ];
  sheets.forEach((sheet, at) => {
    const sheetNotes = notes[at] ?? [];
    const listOf = (column: SheetColumn): string | undefined => listReference(lists, column.list);
    parts.push({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: () => Readable.from(sheetXml(sheet, listOf, sheetNotes.length > 0), { objectMode: false }),
    });
    if (sheetNotes.length === 0) return;
    parts.push(
      {
        name: `xl/worksheets/_rels/sheet${at + 1}.xml.rels`,
        content: () =>
          relationshipsXml([
            ['rId1', 'comments', `../comments${at + 1}.xml`],
            ['rId2', 'vmlDrawing', `../drawings/vmlDrawing${at + 1}.vml`],
          ]),
      },
      { name: `xl/comments${at + 1}.xml`, content: () => notesXml(sheetNotes) },
      { name: `xl/drawings/vmlDrawing${at + 1}.vml`, content: () => noteShapesXml(sheetNotes) },
    );
  });
  if (lists.length > 0) parts.push({ name: `xl/worksheets/sheet${all.length}.xml`, content: () => listsXml(lists) });
  await writeZip(target, parts);
}

function headerNotes(sheet: SheetContent): CellNote[] {
  const row = (sheet.titles?.length ?? 0) + 1;
  return [
    ...sheet.columns.flatMap((column, at) => (column.note === undefined ? [] : [{ row, column: at, text: column.note }])),
    ...(sheet.notes ?? []),
  ];
}

/** Names as Excel takes them: at most 31 characters, none of `[]:*?/\`, no two alike. */
function sheetNames(sheets: readonly SheetContent[]): string[] {
  const used = new Set([listsSheet.toLowerCase()]);
  return sheets.map((sheet, at) => {
    const clean =
      sheet.name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || `表${at + 1}`;
    let name = clean.slice(0, 31);
    for (let number = 2; used.has(name.toLowerCase()); number++) name = `${clean.slice(0, 27)} ${number}`;
    used.add(name.toLowerCase());
    return name;
  });
}

function collectLists(sheets: readonly SheetContent[]): (readonly string[])[] {
  const lists = new Map<string, readonly string[]>();
  for (const { columns } of sheets) for (const { list } of columns) if (list !== undefined && list.length > 0) lists.set(list.join('\n'), list);
  return [...lists.values()];
}

function listReference(lists: readonly (readonly string[])[], list: readonly string[] | undefined): string | undefined {
  const at = list === undefined ? -1 : lists.findIndex((found) => found.join('\n') === list.join('\n'));
  const letter = columnLetter(at);
  return at < 0 ? undefined : `${listsSheet}!$${letter}$1:$${letter}$${list?.length}`;
}

function listsXml(lists: readonly (readonly string[])[]): string {
  const rows = Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, row) => {
    const cells = lists.map((list, column) =>
      list[row] === undefined
        ? ''
        : `<c r="${columnLetter(column)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(list[row])}</t></is></c>`,
    );
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  return `${heading}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function workbookXml(names: readonly string[], hasLists: boolean): string {
  const sheets = names.map(
    (name, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${hasLists && at === names.length - 1 ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  return `${heading}<workbook xmlns="${main}" xmlns:r="${types}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`;
}

function relationshipsXml(lines: readonly (readonly [id: string, type: string, target: string])[]): string {
  return `${heading}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.map(([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

function contentTypesXml(sheets: number, notes: readonly (readonly CellNote[])[]): string {
  const office = 'application/vnd.openxmlformats-officedocument';
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${office}.spreadsheetml.${type}+xml"/>`;
  return (
    `${heading}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="${office}.vmlDrawing"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}` +
    Array.from({ length: sheets }, (_, at) => override(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet')).join('') +
    notes.map((found, at) => (found.length > 0 ? override(`/xl/comments${at + 1}.xml`, 'comments') : '')).join('') +
    '</Types>'
  );
}
