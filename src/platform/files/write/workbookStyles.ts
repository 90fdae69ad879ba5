/** The cell styles of the workbooks that we write. */
import { markColour } from './markStyles.ts';

/** How a column's values are written and shown. */
export type ColumnFormat = 'text' | 'general' | 'integer' | 'decimal' | 'money' | 'percent' | 'date' | 'datetime';

const formatIds: Readonly<Record<ColumnFormat, number>> = {
  text: 49,
  general: 0,
  integer: 1,
  decimal: 0,
  money: 4,
  percent: 10,
  date: 164,
  datetime: 165,
};
const formats = Object.keys(formatIds) as ColumnFormat[];

/** Style numbers beyond those of the formats. */
export const styleOf = {
  title: 1,
  header: 2,
  requiredHeader: 3,
  reason: 4,
  value: (format: ColumnFormat): number => 5 + formats.indexOf(format),
  bad: (format: ColumnFormat): number => 5 + formats.length + formats.indexOf(format),
} as const;

/** The part with all of them. */
export function workbookStylesXml(): string {
  const font = (size: number, more = ''): string => `<font>${more}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;
  const solid = (colour: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
  const edge = (side: string): string => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`;
  const xf = (format: number, fontId: number, fill: number, border: number, alignment = ''): string =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${alignment === '' ? '/>' : ` applyAlignment="1">${alignment}</xf>`}`;
  const wrapped = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
  const styles = [
    xf(0, 0, 0, 0),
    xf(0, 2, 0, 0, '<alignment horizontal="center" vertical="center"/>'),
    xf(49, 1, 2, 1, wrapped),
    xf(49, 3, 2, 1, wrapped),
    xf(0, 0, 0, 0, '<alignment vertical="top" wrapText="1"/>'),
    ...formats.map((format) => xf(formatIds[format], 0, 0, 0)),
    ...formats.map((format) => xf(formatIds[format], 0, 3, 0)),
  ];
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
    `<fonts count="4">${font(11)}${font(11, '<b/>')}${font(14, '<b/>')}${font(11, '<b/>').replace('<name', '<color rgb="FFC00000"/><name')}</fonts>` +
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('FFF2F2F2')}${solid(markColour)}</fills>` +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${styles.length}">${styles.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  );
}
