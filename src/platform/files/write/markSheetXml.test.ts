import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SheetMarks } from './marks.ts';
import { markSheetXml } from './markSheetXml.ts';
import { emptyStyles, MarkStyles } from './markStyles.ts';

const drawing = { id: 'rIdNew', namespace: 'urn:r' };
const marks: SheetMarks = {
  sheet: 0,
  place: { headerRow: 1, column: 2, marked: false },
  cells: [
    { row: 2, column: 1, zh: '错', en: '' },
    { row: 3, column: 0, zh: '空', en: '' },
  ],
  reasons: new Map([[2, '错 & 坏']]),
};

async function marked(pieces: readonly string[], sheetMarks = marks, withDrawing = true): Promise<string> {
  let out = '';
  const source = (async function* () {
    yield* pieces;
  })();
  for await (const piece of markSheetXml(source, sheetMarks, new MarkStyles(emptyStyles), withDrawing ? drawing : undefined)) out += piece;
  return out;
}

const reason = (at: string, style: number, text: string, p = ''): string =>
  `<${p}c r="${at}" s="${style}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`;

test('only what is touched is written anew', async () => {
  const sheet = `<worksheet xmlns="m"><dimension ref="A1:B3"/><cols><col min="1" max="2" width="9"/></cols><sheetData><row r="1" spans="1:2"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1"/></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t='s'><v>3</v></c></row><row r="3" ht="20"/><row r="4"><c r="A4"><f>B2</f><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells><pageMargins left="1"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>\n`;
  expect(await marked([sheet])).toBe(
    `<worksheet xmlns="m"><dimension ref="A1:C3"/><cols><col min="1" max="2" width="9"/><col min="3" max="3" width="60" customWidth="1"/></cols><sheetData><row r="1"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1"/>${reason('C1', 0, '问题说明')}</row><row r="2"><c r="A2"><v>1</v></c><c s="1" r="B2" t='s'><v>3</v></c>${reason('C2', 2, '错 &amp; 坏')}</row><row r="3" ht="20"><c r="A3" s="1"/></row><row r="4"><c r="A4"><f>B2</f><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells><pageMargins left="1"/><legacyDrawing xmlns:r="urn:r" r:id="rIdNew"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>\n`,
  );
});

test('prefixes, missing references and columns, a reason where something stood', async () => {
  const sheet =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c><x:v>9</x:v></x:c><x:c><x:v>8</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c s="0"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  expect(await marked([sheet])).toBe(
    `<x:worksheet xmlns:x="m"><x:cols><x:col min="3" max="3" width="60" customWidth="1"/></x:cols><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/>${reason('C1', 0, '问题说明', 'x:')}<x:c><x:v>8</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c><x:c r="B2" s="1"/>${reason('C2', 2, '错 &amp; 坏', 'x:')}</x:row><x:row><x:c s="1"><x:v>1</x:v></x:c></x:row></x:sheetData><x:legacyDrawing xmlns:r="urn:r" r:id="rIdNew"/></x:worksheet>`,
  );
});

test('a sheet with nothing to mark but the header keeps everything else, wherever its pieces end', async () => {
  const sheet = `<?xml version="1.0"?>\n<worksheet><sheetData><row r="2"><c r="A2" t="str"><v>文字 &lt; <![CDATA[<c>]]></v></c><!-- x --></row>\n<row r="5"/></sheetData><extLst><ext uri="{1}"><legacyDrawing/></ext></extLst></worksheet>`;
  const quiet: SheetMarks = { sheet: 0, place: { headerRow: 1, column: 0, marked: false }, cells: [], reasons: new Map() };
  const whole = await marked([sheet], quiet, false);
  expect(whole).toBe(sheet.replace('<sheetData>', '<cols><col min="1" max="1" width="60" customWidth="1"/></cols><sheetData>'));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(sheet.length), { maxLength: 8 }), async (places) => {
      const ends = [...new Set(places)].sort((a, b) => a - b);
      const pieces = [...ends, sheet.length].map((end, at) => sheet.slice(at === 0 ? 0 : ends[at - 1], end));
      expect(await marked(pieces, quiet, false)).toBe(whole);
    }),
  );
});

test('styles: red for good styles, red stays red, and good again', () => {
  const first = new MarkStyles(
    emptyStyles.replace(
      '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
      '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="1" borderId="0" applyFill="1"><alignment wrapText="1"/></xf></cellXfs>',
    ),
  );
  expect([first.marked(1), first.marked(0), first.marked(1), first.reason]).toEqual([2, 3, 2, 4]);
  const xml = first.toXml();
  expect(xml).toContain('<xf numFmtId="14" fontId="0" borderId="0" fillId="2" applyFill="1"><alignment wrapText="1"/></xf>');
  expect(xml).toContain('<fills count="3">');
  expect(xml).toContain('<cellXfs count="5">');
  const second = new MarkStyles(xml);
  expect([second.hasOwn, second.marked(2), second.cleared(1), second.cleared(2)]).toEqual([true, 2, 1, 5]);
  expect(second.toXml()).toContain('<xf numFmtId="14" fontId="0" borderId="0" fillId="0" applyFill="1"><alignment wrapText="1"/></xf>');
});
