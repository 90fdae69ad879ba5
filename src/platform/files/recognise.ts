/** Says what a file is by its bytes; its name is never asked. */
import { isUtf8 } from 'node:buffer';
import { namesAtTop } from './compoundFile.ts';
import { fileProblems } from './problems.ts';
import type { FileLimits } from './sheets.ts';
import { type FileSource, readBytes, sizeOf } from './source.ts';
import { attribute } from './xmlScanner.ts';
import { openZip, type ZipPackage } from './zipPackage.ts';
import { openTags, relationshipsOf } from './xlsx/workbookParts.ts';

/** What was found; a package comes opened. */
export type Recognised =
  | { readonly format: 'xlsx' | 'xlsb' | 'ods'; readonly zip: ZipPackage }
  | { readonly format: 'xls' | 'csv'; readonly zip?: undefined };

const headBytes = 8192;

/** Recognises a file; refuses what is empty, locked, cut off or no table, each with its reason. */
export async function recognise(source: FileSource, limits: FileLimits): Promise<Recognised> {
  if ((await sizeOf(source)) === 0) throw fileProblems.empty();
  const head = await readBytes(source, 0, headBytes);
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) {
    const zip = await openZip(source, limits);
    try {
      return { format: await formatOfPackage(zip), zip };
    } catch (problem) {
      zip.close();
      throw problem;
    }
  }
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { format: await formatOfCompound(source) };
  if (head[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(head[1] ?? -1) && (head[2] ?? 0) <= 16 && head[3] === 0) return { format: 'xls' };
  refuseOtherBinary(head);
  refuseMarkup(head);
  return { format: 'csv' };
}

const isWorkbook = (names: ReadonlySet<string>): boolean => names.has('workbook') || names.has('book');

async function formatOfPackage(zip: ZipPackage): Promise<'xlsx' | 'xlsb' | 'ods'> {
  if (zip.has('mimetype')) {
    const kind = (await zip.text('mimetype')).trim();
    if (/opendocument\.spreadsheet/.test(kind)) {
      const manifest = zip.has('META-INF/manifest.xml') ? await zip.text('META-INF/manifest.xml') : '';
      if (/encryption-data/.test(manifest)) throw fileProblems['password-protected']();
      return 'ods';
    }
    throw fileProblems['not-a-table']({ what: kind, zhWhat: kind });
  }
  if (!zip.has('[Content_Types].xml') && zip.has('content.xml')) await refuseOpenDocument(zip);
  if (!zip.has('[Content_Types].xml')) throw fileProblems['not-a-table']({ what: 'a zip archive; unpack it first', zhWhat: '压缩包，请先解压' });
  const main = (await relationshipsOf(zip, '')).find((relationship) => relationship.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  let contentType = '';
  for (const { name, attributes } of openTags(await zip.text('[Content_Types].xml'))) {
    if (name === 'Override' && attribute(attributes, 'PartName')?.replace(/^\//, '').toLowerCase() === main.toLowerCase())
      contentType = attribute(attributes, 'ContentType') ?? '';
  }
  if (/\.bin$/i.test(main) || /sheet\.binary/.test(contentType)) return 'xlsb';
  if (/wordprocessingml|ms-word/.test(contentType) || /^word\//i.test(main))
    throw fileProblems['not-a-table']({ what: 'a Word document', zhWhat: 'Word 文档' });
  if (/presentationml|powerpoint/.test(contentType) || /^ppt\//i.test(main))
    throw fileProblems['not-a-table']({ what: 'a presentation', zhWhat: '演示文稿' });
  return 'xlsx';
}

/** A package of OpenDocument says what it is in its first part; some programs that pack one anew leave that out. */
async function refuseOpenDocument(zip: ZipPackage): Promise<void> {
  const said = await zip.text(zip.has('META-INF/manifest.xml') ? 'META-INF/manifest.xml' : 'content.xml');
  if (/encryption-data/.test(said)) throw fileProblems['password-protected']();
  if (/opendocument\.spreadsheet|<office:spreadsheet\b/.test(said)) throw fileProblems['open-document-repacked']();
  const kind = /application\/vnd\.oasis\.opendocument\.[a-z-]+/.exec(said)?.[0];
  if (kind !== undefined) throw fileProblems['not-a-table']({ what: kind, zhWhat: kind });
}

/** A compound file has its streams' names in directory entries of 128 bytes that lie on multiples of 128. */
async function formatOfCompound(source: FileSource): Promise<'xls'> {
  const size = await sizeOf(source);
  const names = new Set<string>();
  for (let start = 512; start < size; start += 2 ** 20) {
    const block = await readBytes(source, start, 2 ** 20);
    for (let at = 0; at + 128 <= block.length; at += 128) {
      const length = block.readUInt16LE(at + 64);
      if (length < 4 || length > 64 || length % 2 !== 0 || block.readUInt16LE(at + length - 2) !== 0) continue;
      names.add(block.toString('utf16le', at, at + length - 2).toLowerCase());
    }
    if (names.has('encryptedpackage')) throw fileProblems['password-protected']();
  }
  // A document may hold a workbook, and a workbook a document: what stands at the top says which it is.
  const isMixed = isWorkbook(names) && (names.has('worddocument') || names.has('powerpoint document'));
  const top = (isMixed ? await namesAtTop(source) : undefined) ?? names;
  if (isWorkbook(top)) return 'xls';
  if (top.has('worddocument')) throw fileProblems['not-a-table']({ what: 'a Word document', zhWhat: 'Word 文档' });
  if (top.has('powerpoint document')) throw fileProblems['not-a-table']({ what: 'a presentation', zhWhat: '演示文稿' });
  throw fileProblems.truncated({ what: 'xls' });
}

const signatures: readonly (readonly [bytes: readonly number[], what: string, zhWhat: string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF', 'PDF 文件'],
  [[0x52, 0x61, 0x72, 0x21], 'a rar archive; unpack it first', 'RAR 压缩包，请先解压'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive; unpack it first', '7z 压缩包，请先解压'],
  [[0x1f, 0x8b], 'a gzip archive; unpack it first', 'GZIP 压缩包，请先解压'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture', '图片'],
  [[0xff, 0xd8, 0xff], 'a picture', '图片'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture', '图片'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a rich text document', 'RTF 文档'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'a database', '数据库文件'],
];

function refuseOtherBinary(head: Buffer): void {
  if (startsWith(head, [0xff, 0xfe, 0, 0]) || startsWith(head, [0, 0, 0xfe, 0xff]))
    throw fileProblems['not-a-table']({ what: 'text in UTF-32; save it as csv in UTF-8', zhWhat: 'UTF-32 编码的文本，请另存为 UTF-8 编码的 csv' });
  for (const [bytes, what, zhWhat] of signatures) if (startsWith(head, bytes)) throw fileProblems['not-a-table']({ what, zhWhat });
  if (wideEncoding(head) !== undefined) return;
  for (const byte of head) {
    if (byte < 9 || (byte > 13 && byte < 26) || (byte > 27 && byte < 32))
      throw fileProblems['not-a-table']({ what: 'binary data', zhWhat: '二进制文件' });
  }
}

function refuseMarkup(head: Buffer): void {
  const text = new TextDecoder(wideEncoding(head) ?? 'utf-8').decode(head).trimStart();
  if (/^<\?xml|^<Workbook\b/i.test(text)) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/.test(text)) throw fileProblems['xml-spreadsheet']();
    if (!/<html\b/i.test(text)) throw fileProblems['not-a-table']({ what: 'XML', zhWhat: 'XML 文件' });
  }
  if (/^<(\?xml|!--|!doctype html|html|head|meta|style|body|table|div|script|center|font)\b/i.test(text) || /^MIME-Version:/i.test(text))
    throw fileProblems['html-as-xls']();
  if (/^(\{\s*"|\[\s*\{\s*")/.test(text)) throw fileProblems['not-a-table']({ what: 'JSON', zhWhat: 'JSON 文件' });
  if (/^ID;P(WXL|SCALC|CALC|FMT)/.test(text))
    throw fileProblems['not-a-table']({ what: 'a SYLK file; save it as xlsx', zhWhat: 'SYLK 文件，请另存为 xlsx' });
}

/** UTF-16 by its mark, or by the zero bytes that its Latin letters, digits and separators leave. */
export function wideEncoding(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (isUtf8(head) && !head.includes(0)) return undefined;
  const zeros: [number, number] = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[(at % 2) as 0 | 1]++;
  });
  if (zeros[1] > 4 * zeros[0] && zeros[1] > head.length / 40) return 'utf-16le';
  if (zeros[0] > 4 * zeros[1] && zeros[0] > head.length / 40) return 'utf-16be';
  return undefined;
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}
