/** Photos of a visit: kept once and sealed, without what the camera wrote, for those who see the household. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stripPhoto } from '#features/visits/stripPhoto.ts';
import { uploadsFolder } from '#platform/settings/settings.ts';
import { createHouse } from '#main.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { testMachine } from '../fixtures/testMachine.ts';
import type { CaseHouse } from '../scenes/caseHouse.ts';
import { openVisitHouse, sendVisits, visitOf } from './visitHouse.ts';

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** An EXIF block with how the camera was held, and a place behind it. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(60);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  tiff.write('GPS-25.0920-104.8950', 30, 'latin1');
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

const picture = Buffer.from([0x11, 0x22, 0xff, 0x00, 0x33]);
const jpeg = (orientation: number, tail = Buffer.alloc(0)): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01', 'latin1')),
    segment(0xe1, exif(orientation)),
    segment(0xfe, Buffer.from('owner: 张三')),
    segment(0xdb, Buffer.alloc(65)),
    segment(0xda, Buffer.alloc(10)),
    picture,
    Buffer.from([0xff, 0xd9]),
    tail,
  ]);

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Buffer.alloc(13)),
  chunk('tEXt', Buffer.from('Author\0张三')),
  chunk('eXIf', exif(6)),
  chunk('IDAT', Buffer.from('picture')),
  chunk('IEND', Buffer.alloc(0)),
]);

test('what the camera wrote beside the picture goes, the picture and how it was held stay', () => {
  const stripped = stripPhoto(jpeg(6, Buffer.from('hidden behind the end')));
  const text = stripped?.bytes.toString('latin1') ?? '';
  for (const gone of ['GPS', 'owner', 'hidden']) expect(text).not.toContain(gone);
  expect(text).toContain(picture.toString('latin1'));
  expect(stripped?.bytes.subarray(2, 4)).toEqual(Buffer.from([0xff, 0xe1]));
  expect(stripped?.bytes.readUInt16BE(2 + 2 + 2 + 6 + 18)).toBe(6);
  expect(stripPhoto(stripped?.bytes ?? Buffer.alloc(0))?.bytes).toEqual(stripped?.bytes);
  expect(stripPhoto(jpeg(1))?.bytes.includes('Exif')).toBe(false);
  const clean = stripPhoto(png)?.bytes;
  expect([clean?.includes('Author'), clean?.includes('GPS'), clean?.includes('IDAT')]).toEqual([false, false, true]);
});

test('what is no picture, or is cut off, is none', () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('<svg onload="x"/>'),
    jpeg(1).subarray(0, 90),
    png.subarray(0, 60),
    Buffer.from([0xff, 0xd8, 0xff]),
  ])
    expect(stripPhoto(bytes)).toBeUndefined();
});

let house: CaseHouse;
let app: Awaited<ReturnType<typeof createHouse>>;
beforeAll(async () => {
  house = await openVisitHouse();
  app = await createHouse(testMachine(house), { version: '0.0.0' });
});
afterAll(async () => {
  await app?.close();
  await house?.close();
});

const person = (role: 'building_leader' | 'community', area: string) => signedIn(house, [{ role, area, department: null }]);

async function upload(cookie: string, visit: number, bytes: Buffer): Promise<{ status: number; id: number; code: string }> {
  const form = new FormData();
  form.append('photo', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'p.jpg');
  const request = new Request('http://x', { method: 'POST', body: form });
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/visits/${visit}/photos`,
    headers: { cookie, 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: answer.statusCode, ...(answer.json() as { id: number; code: string }) };
}

test('a photo is kept once and sealed, and shown to those alone who see the household', async () => {
  const [fate] = await sendVisits(house, 'leader', visitOf({ photos: 1 }));
  const visit = fate?.visit ?? 0;
  const leader = await person('building_leader', '522301A001-1');
  const neighbour = await person('community', '522301001902');
  const [first, again] = [await upload(leader.cookie, visit, jpeg(6)), await upload(leader.cookie, visit, jpeg(6))];
  expect([first.status, again.id]).toEqual([200, first.id]);
  expect((await upload(leader.cookie, visit, Buffer.from('no picture'))).code).toBe('visits.photo-type');
  expect((await upload(neighbour.cookie, visit, jpeg(1))).status).toBe(404);
  const url = `/api/v1/visits/${visit}/photos/${first.id}`;
  const shown = await app.inject({ url, headers: { cookie: leader.cookie } });
  expect([shown.statusCode, shown.headers['content-type'], shown.rawPayload.equals(stripPhoto(jpeg(6))?.bytes as Buffer)]).toEqual([
    200,
    'image/jpeg',
    true,
  ]);
  expect((await app.inject({ url, headers: { cookie: neighbour.cookie } })).statusCode).toBe(404);
  const folder = uploadsFolder(house.dataFolder);
  const sealed = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  expect(sealed.some((bytes) => bytes.includes(picture))).toBe(false);
  const { rows } = (await house.get<{ rows: { photos: number[] }[] }>('leader', '/visits?household=H-0001')).body;
  expect(rows[0]?.photos).toEqual([first.id]);
});
