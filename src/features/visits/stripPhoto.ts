/** Takes out of a photo what the camera wrote beside the picture (place, device, owner, texts): the place of a visit is a field of its own. The picture stays as it is, byte for byte. */

/** A picture without what was written beside it; undefined where the bytes are neither JPEG nor PNG, or are cut off. */
export function stripPhoto(bytes: Buffer): { readonly mediaType: 'image/jpeg' | 'image/png'; readonly bytes: Buffer } | undefined {
  if (bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8) {
    const clean = stripJpeg(bytes);
    return clean && { mediaType: 'image/jpeg', bytes: clean };
  }
  if (bytes.subarray(0, 8).equals(pngSignature)) {
    const clean = stripPng(bytes);
    return clean && { mediaType: 'image/png', bytes: clean };
  }
  return undefined;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Chunks without which a PNG does not look the same. */
const pngKept: readonly string[] = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs', 'bKGD'];

function stripPng(bytes: Buffer): Buffer | undefined {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) return undefined;
    if (pngKept.includes(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

const startOfScan = 0xda;
const exif = Buffer.from('Exif\0\0', 'latin1');

function stripJpeg(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [];
  let turned = 1;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return undefined;
    if (marker === startOfScan) {
      const last = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
      // Behind the end of the picture phones hang further pictures and texts.
      return last < end
        ? undefined
        : Buffer.concat([Buffer.from([0xff, 0xd8]), ...turnedBy(turned), ...kept, bytes.subarray(at, endOfPicture(bytes, end))]);
    }
    const content = bytes.subarray(at + 4, end);
    if (marker === 0xe1 && content.subarray(0, 6).equals(exif)) turned = orientationIn(content.subarray(6)) ?? turned;
    if (isPicture(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Tables and frames, the JFIF head, the colour profile and Adobe's note on colours; not the other application segments, nor comments. */
const isPicture = (marker: number): boolean =>
  marker === 0xe0 || marker === 0xe2 || marker === 0xee || ((marker < 0xe0 || marker > 0xef) && marker !== 0xfe);

/** Where the picture ends: the first end marker behind the scans (inside them 0xff stands before 0x00 or a restart marker). */
function endOfPicture(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2;
  return bytes.length;
}

/** How the camera was held (1 to 8), from the first directory of an EXIF block. */
function orientationIn(tiff: Buffer): number | undefined {
  if (tiff.length < 14) return undefined;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const two = (at: number): number => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < two(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (two(at) === 0x0112) return two(at + 8) >= 1 && two(at + 8) <= 8 ? two(at + 8) : undefined;
  }
  return undefined;
}

/** An EXIF block that says nothing but how the camera was held. */
function turnedBy(orientation: number): Buffer[] {
  if (orientation === 1) return [];
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(2 + exif.length + tiff.length, 2);
  return [Buffer.concat([head, exif, tiff])];
}
