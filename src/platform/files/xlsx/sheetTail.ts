/** What a worksheet says behind its data: merged cells, drawings of comments. */
import type { Merge } from '../sheets.ts';
import { attribute, token, XmlScanner } from '../xmlScanner.ts';
import { MergeList } from './mergeList.ts';
import { xmlDecoder, type ZipPackage } from '../zipPackage.ts';

const dataEnd = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData[^>]*\/>/;
const longestEnd = 64;

/** Merged cells of a worksheet. */
export async function readMerges(zip: ZipPackage, part: string): Promise<Merge[]> {
  const merges = new MergeList();
  for await (const { name, attributes } of tagsBehindData(zip, part)) if (name === 'mergeCell') merges.add(attributes);
  return merges.list;
}

/** Relationship of the drawing with the boxes of comments, if the worksheet has one. */
export async function readLegacyDrawing(zip: ZipPackage, part: string): Promise<string | undefined> {
  for await (const { name, attributes } of tagsBehindData(zip, part)) if (name === 'legacyDrawing') return attribute(attributes, 'id');
  return undefined;
}

/** Runs through the text up to the end of the data without looking at it, then hands out the tags. */
async function* tagsBehindData(zip: ZipPackage, part: string): AsyncGenerator<{ name: string; attributes: string }> {
  const scanner = new XmlScanner();
  scanner.depth = 1;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let held: string | undefined = '';
  for await (const chunk of await zip.stream(part)) {
    decoder ??= xmlDecoder(chunk as Buffer);
    let text = decoder.decode(chunk as Buffer, { stream: true });
    if (held !== undefined) {
      const joined: string = held + text;
      // The plain search is many times faster, and finds nothing in nearly every piece.
      const end = joined.includes('sheetData') ? dataEnd.exec(joined) : null;
      held = end === null ? joined.slice(-longestEnd) : undefined;
      if (end === null) continue;
      text = joined.slice(end.index + end[0].length);
    }
    scanner.push(text);
    for (let found = scanner.next(); found !== token.more; found = scanner.next()) {
      if (found === token.open) yield { name: scanner.name, attributes: scanner.attributes };
    }
  }
}
