import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLetter, columnOfReference, rowOfReference } from './columnLetter.ts';
import { CsvSplitter } from './csv/csvSplitter.ts';
import { meaningOfFormat, meaningOfFormatId } from './numberFormats.ts';
import { numberText, percentText } from './numberText.ts';
import { dateOfIso, serialDate } from './serialDate.ts';
import { RowScanner } from './xlsx/rowScanner.ts';
import { SharedTexts } from './xlsx/sharedTexts.ts';
import { attribute, decodeText, escapeXml, token, XmlScanner } from './xmlScanner.ts';

test('columns', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  fc.assert(fc.property(fc.nat(20_000), (index) => columnOfReference(`${columnLetter(index)}7`) === index));
  expect([columnOfReference('$AB$12'), columnOfReference('ab3'), columnOfReference('12')]).toEqual([27, 27, -1]);
  expect([rowOfReference('$AB$12'), rowOfReference('A')]).toEqual([12, 0]);
});

test('serial dates of both systems', () => {
  const iso = (serial: number, system: 1900 | 1904 = 1900): string | undefined => serialDate(serial, system)?.iso;
  expect([1, 59, 60, 61, 44931, 2_958_465].map((serial) => iso(serial))).toEqual([
    '1900-01-01',
    '1900-02-28',
    '1900-02-29',
    '1900-03-01',
    '2023-01-05',
    '9999-12-31',
  ]);
  expect([iso(0, 1904), iso(43_469, 1904)]).toEqual(['1904-01-01', '2023-01-05']);
  expect([iso(44931.604166666664), iso(44931.9999999), iso(0.5), iso(0)]).toEqual(['2023-01-05T14:30:00', '2023-01-06', '12:00:00', '00:00:00']);
  expect([iso(-1), iso(2_958_466), iso(Number.NaN)]).toEqual([undefined, undefined, undefined]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_958_465 }).filter((serial) => serial !== 60),
      (serial) => dateOfIso(serialDate(serial, 1900)?.iso ?? '')?.serial === serial,
    ),
  );
  expect([dateOfIso('2023-02-30')?.iso, dateOfIso('1990年')]).toEqual([undefined, undefined]);
});

test('numbers as text', () => {
  expect([1200, 12.5, 0.1, 1e21, 1.5e-7, -2.25e22, 522399199001011200].map(numberText)).toEqual([
    '1200',
    '12.5',
    '0.1',
    '1000000000000000000000',
    '0.00000015',
    '-22500000000000000000000',
    '522399199001011200',
  ]);
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (number) => Number(numberText(number)) === number + 0 && !numberText(number).includes('e'),
    ),
  );
  expect([0.15, 0.07, 1, 0.12345].map(percentText)).toEqual(['15%', '7%', '100%', '12.345%']);
});

test('number formats', () => {
  for (const code of [
    'yyyy-mm-dd',
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy"年"m"月";@',
    'h:mm AM/PM',
    '上午/下午h"时"mm"分"',
    'm/d/yy',
    'yyyy\\-mm',
    '[DBNum1][$-804]yyyy"年"m"月"',
    'mmm-yy',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
  ])
    expect([code, meaningOfFormat(code)]).toEqual([code, 'date']);
  for (const code of [
    'General',
    '@',
    '0.00',
    '#,##0.00_);[Red](#,##0.00)',
    '"¥"#,##0.00',
    '0"月"',
    '0.00E+00',
    '[h]:mm',
    'G/通用格式',
    '_ * #,##0_ ',
    '# ?/?',
    '000000',
    '[DBNum2]General',
    '0"days"',
  ])
    expect([code, meaningOfFormat(code)]).toEqual([code, 'number']);
  expect(['0%', '0.00%;[Red]-0.00%'].map(meaningOfFormat)).toEqual(['percent', 'percent']);
  expect([0, 9, 14, 22, 31, 49, 57].map(meaningOfFormatId)).toEqual(['number', 'percent', 'date', 'date', 'date', 'number', 'date']);
});

test('attributes and texts of XML', () => {
  const attributes = ` xml:space="preserve" id='7' r:id = "rId1" name="a&lt;b &quot;c&quot;" x="id=&quot;9&quot;"`;
  expect(['space', 'id', 'name', 'x', 'none'].map((name) => attribute(attributes, name))).toEqual(['preserve', '7', 'a<b "c"', 'id="9"', undefined]);
  expect(decodeText('&#x4e2d;&#25991;&amp;lt;\r\n')).toBe('中文&lt;\n');
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (text) =>
        decodeText(escapeXml(text)) ===
        escapeXml(text)
          .replace(/&(\w+);/g, (_whole, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '')
          .replace(/\r\n?/g, '\n'),
    ),
  );
});

/** Cuts a text at random places. */
const cuts = fc.array(fc.nat(400), { maxLength: 12 });
function pieces(text: string, places: readonly number[]): string[] {
  const ends = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [...ends, text.length].map((end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end));
}

test('XML is read the same wherever its pieces end', () => {
  const xml = `<?xml version="1.0"?><a:sheet x='1>2'><!-- <b> --><a:b/>文字 &amp; <![CDATA[<c>]]><c r="A1"\n/></a:sheet>`;
  const tokens = (parts: readonly string[]): string[] => {
    const scanner = new XmlScanner();
    const found: string[] = [];
    for (const part of parts) {
      scanner.push(part);
      for (let next = scanner.next(); next !== token.more; next = scanner.next())
        found.push(next === token.text ? `"${scanner.text}` : `${next}${scanner.raw}`);
    }
    scanner.finish('x');
    return found;
  };
  fc.assert(fc.property(cuts, (places) => void expect(tokens(pieces(xml, places))).toEqual(tokens([xml]))));
});

test('rows are read the same wherever the pieces end', () => {
  const xml =
    '<worksheet><sheetData><row r="2" spans="1:3"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>44931</v></c></row><row r="3"><c r="B3" t="inlineStr"><is><t>文&lt;</t></is></c><c r="D3"><v>1.5</v></c></row></sheetData></worksheet>';
  const texts = new SharedTexts(100);
  texts.add('共享');
  const read = (parts: readonly string[]): unknown => {
    const scanner = new RowScanner({ texts, styles: ['number', 'date'], system: 1900, columns: 100, onColumnIgnored: () => undefined });
    for (const part of parts) scanner.push(part);
    scanner.finish('x');
    return scanner.rows.map(({ row, cells }) => [row, ...cells.map((cell) => cell?.text)]);
  };
  expect(read([xml])).toEqual([
    [2, '共享', undefined, '2023-01-05'],
    [3, undefined, '文<', undefined, '1.5'],
  ]);
  fc.assert(fc.property(cuts, (places) => void expect(read(pieces(xml, places))).toEqual(read([xml]))));
});

test('separated columns are split the same wherever the pieces end', () => {
  const split = (parts: readonly string[], separator = ','): string[][] => {
    const splitter = new CsvSplitter(separator);
    for (const part of parts) splitter.push(part);
    splitter.finish();
    return splitter.records;
  };
  const text = 'a,"b ""x"" ,\r\n中",c\r\n\r\n5" 管,"q"rest,\n"",,""\rold,mac\r\n"last"';
  const expected = [['a', 'b "x" ,\r\n中', 'c'], [''], ['5" 管', 'qrest', ''], ['', '', ''], ['old', 'mac'], ['last']];
  expect(split([text])).toEqual(expected);
  fc.assert(fc.property(cuts, (places) => void expect(split(pieces(text, places))).toEqual(expected)));
  const field = fc.string({ unit: fc.constantFrom('a', '中', '"', ',', ';', '\n', '\r', ' '), maxLength: 6 });
  const line = fc.array(field, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom(',', ';', '\t'), cuts, (records, separator, places) => {
      const written = records.map((record) => record.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator)).join('\r\n');
      expect(split(pieces(written, places), separator)).toEqual(records);
    }),
  );
});
