/** Writes xlsx workbooks part by part, so that a test can have what no library would write. */
import { ZipFile } from 'yazl';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/** What makes a workbook different from the plain one. */
export interface Oddities {
  /** Part by part, over the plain ones; `null` leaves one out. */
  readonly parts?: Readonly<Record<string, string | null>>;
  /** Behind the data of the sheet, such as merged cells. */
  readonly tail?: string;
  /** Attributes of the sheet in the directory of the workbook. */
  readonly sheet?: string;
  /** Before the sheets in the directory of the workbook. */
  readonly properties?: string;
  /** Packed or as it is: a test that changes bytes wants to see them. */
  readonly packed?: boolean;
}

/** A cell as XML: text inline, numbers as they are; what begins with `<c ` is taken as written. */
export function cellXml(value: string | number | undefined, reference: string): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  if (value.startsWith('<c ')) return value;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
}

/** A sheet from rows; the first one is row 1. */
export function sheetXml(rows: readonly (readonly (string | number | undefined)[])[], tail = ''): string {
  const written = rows.map((row, at) => {
    const cells = row.map((value, column) => cellXml(value, String.fromCharCode(65 + column) + (at + 1)));
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${main}"><sheetData>${written.join('')}</sheetData>${tail}</worksheet>`;
}

/** A workbook of one sheet. */
export async function workbook(rows: readonly (readonly (string | number | undefined)[])[], oddities: Oddities = {}): Promise<Buffer> {
  const { parts = {}, tail = '', sheet = '', properties = '', packed = true } = oddities;
  const all: Readonly<Record<string, string | null>> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets><sheet name="表" sheetId="1" ${sheet} r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml(rows, tail),
    ...parts,
  };
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(all)) if (text !== null) zip.addBuffer(Buffer.from(text), name, { compress: packed });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
