import { deflateRawSync } from 'node:zlib';
import { CFB, utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { openSheets } from './openSheets.ts';
import type { FileLimits } from './sheets.ts';

async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (...lines: string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;

function handmade(sheet: string, more: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> {
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relationships(`<Relationship Id="rId1" Type="${officeRelationships}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${officeRelationships}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      `<Relationship Id="rId1" Type="${officeRelationships}/worksheet" Target="/xl/worksheets/sheet1.xml"/>`,
      `<Relationship Id="rId2" Type="${officeRelationships}/sharedStrings" Target="sharedStrings.xml"/>`,
    ),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
}

async function read(source: Buffer, limits: Partial<FileLimits> = {}): Promise<string[][]> {
  const file = await openSheets(source, { limits });
  const rows: string[][] = [];
  try {
    for (const sheet of file.sheets) for await (const row of sheet.rows()) rows.push(row.cells.map((cell) => cell?.text ?? ''));
  } finally {
    await file.close();
  }
  return rows;
}

const code = (name: string): unknown => expect.objectContaining({ code: `files.${name}`, zh: expect.stringMatching(/。$/) });
const refused = async (source: Buffer, limits?: Partial<FileLimits>): Promise<unknown> => read(source, limits).catch((problem: unknown) => problem);

async function smallXlsx(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('表').addRow(['姓名']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('what a file is, is said by its bytes', () => {
  test.each([
    ['empty', Buffer.alloc(0)],
    ['html-as-xls', Buffer.from('\uFEFF<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>')],
    ['html-as-xls', Buffer.from('<table border=1><tr><td>1</td></tr></table>')],
    ['html-as-xls', Buffer.from('MIME-Version: 1.0\nX-Document-Type: Workbook\n')],
    [
      'xml-spreadsheet',
      Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ['not-a-table', Buffer.from('%PDF-1.7\n')],
    ['not-a-table', Buffer.from('{ "rows": [] }')],
    ['not-a-table', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['not-a-table', Buffer.from([1, 2, 3, 4, 0, 0, 0, 5])],
    ['not-a-table', Buffer.from('SQLite format 3\0')],
  ])('%s', async (name, bytes) => {
    expect(await refused(bytes)).toEqual(code(name));
  });

  test('archives and documents that are no workbook', async () => {
    expect(await refused(await zipOf({ '人口.xlsx': 'x' }))).toEqual(code('not-a-table'));
    const word = await zipOf({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relationships(`<Relationship Id="a" Type="${officeRelationships}/officeDocument" Target="word/document.xml"/>`),
      'word/document.xml': '<d/>',
    });
    expect(await refused(word)).toEqual(code('not-a-table'));
  });

  test('an OpenDocument sheet that was packed anew without saying what it is', async () => {
    const manifest = (kind: string): string =>
      `<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.${kind}"/></manifest:manifest>`;
    const content = '<office:document-content><office:body><office:spreadsheet/></office:body></office:document-content>';
    expect(await refused(await zipOf({ 'content.xml': content, 'META-INF/manifest.xml': manifest('spreadsheet') }))).toEqual(
      code('open-document-repacked'),
    );
    expect(await refused(await zipOf({ 'content.xml': content }))).toEqual(code('open-document-repacked'));
    expect(await refused(await zipOf({ 'content.xml': content, 'META-INF/manifest.xml': manifest('text') }))).toMatchObject({
      code: 'files.not-a-table',
      params: { what: 'application/vnd.oasis.opendocument.text' },
    });
    expect(await refused(await zipOf({ 'content.xml': '<x/>' }))).toMatchObject({ params: { zhWhat: '压缩包，请先解压' } });
  });

  test('text in Big5 is named, text in GB18030 is not taken for it', async () => {
    const big5 = iconv.encode('姓名,性別,證件號碼,戶編號,出生日期,聯繫電話,備註\r\n陳國強,男,1,2,3,4,無\r\n'.repeat(4), 'big5');
    expect(await refused(big5)).toEqual(code('big5'));
    const gb18030 = iconv.encode('姓名,性别,身份证号,户编号\n𠮷田,男,1,陳國強\n喆堃犇,女,2,龑垚\n'.repeat(20), 'gb18030');
    expect((await read(gb18030))[0]).toEqual(['姓名', '性别', '身份证号', '户编号']);
    const traditional = iconv.encode('姓名,性別,證件號碼,戶編號,聯繫電話\n陳國強,男,1,戶主,無\n'.repeat(20), 'gb18030');
    expect((await read(traditional))[0]).toEqual(['姓名', '性別', '證件號碼', '戶編號', '聯繫電話']);
  });

  test('files with a password', async () => {
    const compound = CFB.utils.cfb_new();
    CFB.utils.cfb_add(compound, '/EncryptionInfo', Buffer.alloc(300, 1));
    CFB.utils.cfb_add(compound, '/EncryptedPackage', Buffer.alloc(9000, 2));
    expect(await refused(Buffer.from(CFB.write(compound, { type: 'buffer' }) as Uint8Array))).toEqual(code('password-protected'));
    const record = (type: number, data: readonly number[]): Buffer => Buffer.from([type & 255, type >> 8, data.length, 0, ...data]);
    const bof = record(0x0809, [0x00, 0x06, 0x05, 0x00, 0xbb, 0x0d, 0xcc, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);
    const locked = record(0x002f, [1, 0, 1, 0, 1, 0, ...new Array<number>(48).fill(7)]);
    const xls = CFB.utils.cfb_new();
    CFB.utils.cfb_add(xls, '/Workbook', Buffer.concat([bof, locked, record(0x000a, []), Buffer.alloc(5000)]));
    expect(await refused(Buffer.from(CFB.write(xls, { type: 'buffer' }) as Uint8Array))).toEqual(code('password-protected'));
    const odsManifest = '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect(await refused(await zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'META-INF/manifest.xml': odsManifest }))).toEqual(
      code('password-protected'),
    );
  });

  test('a Word document of the old kind', async () => {
    const compound = CFB.utils.cfb_new();
    CFB.utils.cfb_add(compound, '/WordDocument', Buffer.alloc(5000, 1));
    expect(await refused(Buffer.from(CFB.write(compound, { type: 'buffer' }) as Uint8Array))).toEqual(code('not-a-table'));
    // With a table of Excel in it, among so many others that its directory and the table of its sectors are long.
    for (let at = 0; at < 60; at++) CFB.utils.cfb_add(compound, `/ObjectPool/_${at}/CompObj`, Buffer.alloc(at === 0 ? 2 ** 23 : 100, 1));
    CFB.utils.cfb_add(compound, '/ObjectPool/_1/Workbook', Buffer.alloc(5000, 1));
    expect(await refused(Buffer.from(CFB.write(compound, { type: 'buffer' }) as Uint8Array))).toMatchObject({ params: { what: 'a Word document' } });
  });

  test('a workbook with a Word document in it', async () => {
    const workbook = write({ SheetNames: ['a'], Sheets: { a: utils.aoa_to_sheet([['甲', 1]]) } }, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    const compound = CFB.read(workbook, { type: 'buffer' });
    CFB.utils.cfb_add(compound, '/MBD0001/WordDocument', Buffer.alloc(5000, 1));
    expect(await read(Buffer.from(CFB.write(compound, { type: 'buffer' }) as Uint8Array))).toEqual([['甲', '1']]);
  });

  test('files that were cut off or damaged', async () => {
    const whole = await smallXlsx();
    for (const share of [0.2, 0.5, 0.9]) expect(await refused(whole.subarray(0, whole.length * share))).toEqual(code('truncated'));
    const xls = write(utils.book_new(utils.aoa_to_sheet(Array.from({ length: 2000 }, (_, i) => [`行${i}`, i])), 'a'), {
      type: 'buffer',
      bookType: 'biff8',
    }) as Buffer;
    expect(await refused(xls.subarray(0, xls.length * 0.5))).toMatchObject({ code: expect.stringMatching(/^files\.(truncated|damaged)$/) });
    expect(await refused(await handmade('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'))).toEqual(code('truncated'));
    expect(await refused(await handmade('<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>'))).toEqual(code('damaged'));
    expect(await refused(await handmade('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>'))).toEqual(
      code('damaged'),
    );
    expect(await refused(await zipOf({ '[Content_Types].xml': '<Types/>' }))).toEqual(code('damaged'));
    expect(await read(await handmade('<worksheet><sheetData/></worksheet>'))).toEqual([]);
  });

  test('a path that is not there', async () => {
    await expect(openSheets('/nowhere/人口.xlsx')).rejects.toEqual(code('not-found'));
    await expect(openSheets('/')).rejects.toEqual(code('unreadable'));
  });
});

describe('files that mean harm', () => {
  test('bombs are refused by what they promise', async () => {
    const bomb = await handmade('<worksheet/>', { 'xl/sharedStrings.xml': Buffer.alloc(80 * 2 ** 20, 0x20) });
    expect(bomb.length).toBeLessThan(2 ** 20);
    expect(await refused(bomb)).toEqual(code('zip-bomb'));
    const sheet = await handmade(`<worksheet><sheetData>${'<row/>'.repeat(1000)}</sheetData></worksheet>`);
    expect(await refused(sheet, { unpackedBytes: 1000 })).toEqual(code('zip-bomb'));
    expect(await refused(sheet, { entries: 3 })).toEqual(code('zip-bomb'));
    const texts = await handmade('<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>', {
      'xl/sharedStrings.xml': `<sst><si><t>${'字'.repeat(500)}</t></si></sst>`,
    });
    expect(await refused(texts, { sharedTextBytes: 100 })).toEqual(code('too-large'));
  });

  test('bombs that lie about their size are stopped where the lie shows', async () => {
    const sheet = `<worksheet><sheetData>${'<row/>'.repeat(100_000)}</sheetData></worksheet>`;
    const honest = await handmade(sheet);
    const packedSize = deflateRawSync(Buffer.from(sheet)).length;
    const lie = Buffer.from(honest);
    const real = Buffer.alloc(4);
    real.writeUInt32LE(sheet.length);
    for (let at = lie.indexOf(real); at >= 0; at = lie.indexOf(real, at + 4)) lie.writeUInt32LE(packedSize, at);
    expect(await refused(lie)).toEqual(code('damaged'));
  });

  test('entity tricks', async () => {
    const declared = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>';
    const sheet = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
    expect(await refused(await handmade(declared + sheet))).toEqual(code('xml-entities'));
    expect(await refused(await handmade(sheet))).toEqual(code('xml-entities'));
    expect(await refused(await handmade('<worksheet/>', { 'xl/workbook.xml': `${declared}<workbook/>` }))).toEqual(code('xml-entities'));
  });

  test('a text without end does not fill the memory', async () => {
    expect(
      await refused(
        await handmade(`<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${'字'.repeat(6 * 2 ** 20)}</v></c></row></sheetData></worksheet>`),
      ),
    ).toEqual(code('damaged'));
    expect(await refused(Buffer.from(`a,b\n"${'x,y\n'.repeat(2 ** 19)}`))).toEqual(code('quote-not-closed'));
  });
});

describe('what other programs write', () => {
  test('prefixes, single quotes, missing references, comments, CDATA, phonetics, formulas without value', async () => {
    const sheet = `<?xml version='1.0'?><x:worksheet xmlns:x='${main}'><!-- <row> --><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:r><x:t>王</x:t></x:r><x:r><x:t>小&#26126;&#x20;&amp;</x:t></x:r><x:rPh sb="0" eb="1"><x:t>wang</x:t></x:rPh></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row>
      <x:row r='4' customFormat="a>b"><x:c r='B4' t='s'><x:v>1</x:v></x:c><x:c r="C4" t="str"><x:f>A1</x:f><x:v><![CDATA[<b>&amp;]]></x:v></x:c><x:c r="D4"><x:f>SUM(A1)</x:f></x:c><x:c r="E4" t="str"><x:f>""</x:f><x:v></x:v></x:c><x:c r="F4" t="d"><x:v>2024-03-05T08:00:00</x:v></x:c></x:row>
      <x:row r="5"><x:c r="A5" t="str"><x:f>""</x:f><x:v/></x:c><x:c r="B5" s="1"/></x:row></x:sheetData></x:worksheet>`;
    const file = await openSheets(
      await handmade(sheet, {
        'xl/sharedStrings.xml':
          '<sst><si/><si><r><t>a</t></r><r><t xml:space="preserve"> b_x000D_\n_x005F_x0041_</t></r><rPh><t>no</t></rPh></si></sst>',
      }),
    );
    const rows = [];
    for await (const row of file.sheets[0]?.rows() ?? []) rows.push(row);
    expect(rows).toEqual([
      {
        row: 1,
        cells: [
          { text: '王小明 &', kind: 'text' },
          { text: '1', kind: 'number', number: 1 },
        ],
      },
      {
        row: 4,
        cells: [
          undefined,
          { text: 'a b\n_x0041_', kind: 'text' },
          { text: '<b>&amp;', kind: 'text', formula: true },
          { text: '', kind: 'formula', formula: true },
          undefined,
          expect.objectContaining({ text: '2024-03-05 08:00:00', kind: 'date' }),
        ],
      },
    ]);
    await file.close();
  });

  test('UTF-16 parts, columns far to the right, macros and links', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>';
    const file = await openSheets(
      await handmade('', {
        'xl/worksheets/sheet1.xml': Buffer.from(`\uFEFF${sheet}`, 'utf16le'),
        'xl/vbaProject.bin': 'x',
        'xl/externalLinks/externalLink1.xml': '<x/>',
      }),
    );
    const rows = [];
    for await (const row of file.sheets[0]?.rows() ?? []) rows.push(row.cells.length);
    expect(rows).toEqual([1]);
    expect(await file.sheets[0]?.merges()).toEqual([{ top: 1, left: 0, bottom: 1, right: 1 }]);
    expect(file.notes.map((note) => note.code)).toEqual(['files.macros-ignored', 'files.external-links-ignored', 'files.columns-ignored']);
    await file.close();
  });
});

describe('odd files of other programs', () => {
  test('an xls whose stream is written in capitals is read', async () => {
    const bytes = write({ SheetNames: ['a'], Sheets: { a: utils.aoa_to_sheet([['甲', 1]]) } }, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    const name = Buffer.from('Workbook', 'utf16le');
    bytes.set(Buffer.from('WORKBOOK', 'utf16le'), bytes.lastIndexOf(name));
    const file = await openSheets(bytes);
    expect([file.format, (await file.sheets[0]?.headerArea())?.rows.length]).toEqual(['xls', 1]);
    await file.close();
  });

  test('text in UTF-32 and a line without end are refused as such', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from('a\0\0\0,\0\0\0')]);
    expect(await refused(wide)).toEqual(code('not-a-table'));
    expect(await refused(Buffer.from(`a,b\n${'x'.repeat(2 ** 20 + 2 ** 19)}`))).toEqual(code('line-too-long'));
  });
});
