/** Which streams and storages stand at the top of a compound file (the package of xls, doc and ppt): what lies deeper is embedded in it. */
import { type FileSource, readBytes } from './source.ts';

const headerBytes = 512;
const entryBytes = 128;
const noEntry = 0xffff_ffff;
const lastSector = 0xffff_fffa;
/** A directory has at most so many sectors here; a file that claims more, or a chain in a circle, is given up. */
const mostSectors = 4_096;

/** The names at the top in lower case; nothing where the directory cannot be followed. */
export async function namesAtTop(source: FileSource): Promise<ReadonlySet<string> | undefined> {
  const header = await readBytes(source, 0, headerBytes);
  if (header.length < headerBytes) return undefined;
  const sectorBytes = 2 ** header.readUInt16LE(30);
  if (sectorBytes !== 512 && sectorBytes !== 4096) return undefined;
  const sector = (number: number): Promise<Buffer> => readBytes(source, (number + 1) * sectorBytes, sectorBytes);
  const directory: Buffer[] = [];
  for (let at = header.readUInt32LE(48); at < lastSector; ) {
    const block = await sector(at);
    if (block.length < sectorBytes || directory.length >= mostSectors) return undefined;
    directory.push(block);
    const next = await sectorAfter(at, header, sector, sectorBytes);
    if (next === undefined) return undefined;
    at = next;
  }
  return childrenOfRoot(Buffer.concat(directory));
}

/** The sector that follows another in its chain, as the table of sectors says. */
async function sectorAfter(
  number: number,
  header: Buffer,
  sector: (number: number) => Promise<Buffer>,
  sectorBytes: number,
): Promise<number | undefined> {
  const inTable = sectorBytes / 4;
  let block = Math.floor(number / inTable);
  let places = header.subarray(76);
  let more = header.readUInt32LE(68);
  for (let turns = 0; block >= (turns === 0 ? 109 : inTable - 1); turns++) {
    if (more >= lastSector || turns >= mostSectors) return undefined;
    block -= turns === 0 ? 109 : inTable - 1;
    places = await sector(more);
    if (places.length < sectorBytes) return undefined;
    more = places.readUInt32LE(sectorBytes - 4);
  }
  const table = await sector(places.readUInt32LE(block * 4));
  return table.length < sectorBytes ? undefined : table.readUInt32LE((number % inTable) * 4);
}

/** The root is the first entry; its children hang on each other to the left and to the right. */
function childrenOfRoot(directory: Buffer): ReadonlySet<string> | undefined {
  if (directory.length < entryBytes) return undefined;
  const names = new Set<string>();
  const seen = new Set<number>();
  const waiting = [directory.readUInt32LE(76)];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const at = number * entryBytes;
    if (number === noEntry || seen.has(number)) continue;
    if (at + entryBytes > directory.length) return undefined;
    seen.add(number);
    const length = directory.readUInt16LE(at + 64);
    if (length >= 4 && length <= 64) names.add(directory.toString('utf16le', at, at + length - 2).toLowerCase());
    waiting.push(directory.readUInt32LE(at + 68), directory.readUInt32LE(at + 72));
  }
  return names;
}
