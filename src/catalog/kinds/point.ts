/** Kind of points on the map: `longitude,latitude` in CGCS2000 degrees. */
import { z } from 'zod';
import { shown } from './cellText.ts';
import { parseDecimal } from './decimalText.ts';
import { fieldOf, type CellProblem, type CellValue, type Field, type FieldOptions, type Kind, type Reading } from './kind.ts';
import { cellProblem, openCell, refused } from './openCell.ts';

const stored = /^\d{2,3}(?:\.\d{0,14}[1-9])?,\d{1,2}(?:\.\d{0,14}[1-9])?$/;
const written = /^(-?\d{1,3}(?:\.\d{1,15})?)\s*[,、;\s]\s*(-?\d{1,3}(?:\.\d{1,15})?)$/;

const inLongitude = (degrees: number): boolean => degrees >= 73 && degrees <= 136;
const inLatitude = (degrees: number): boolean => degrees >= 3 && degrees <= 54;

function readPoint(cell: CellValue): Reading<string> {
  const text = openCell(cell, 'none-is-empty');
  if (typeof text !== 'string') return text;
  const [, first = '', second = ''] = written.exec(text) ?? [];
  if (first === '') return refused(notAPoint(text));
  if (inLongitude(Number(first)) && inLatitude(Number(second))) return { is: 'value', value: `${shortest(first)},${shortest(second)}` };
  return refused(inLatitude(Number(first)) && inLongitude(Number(second)) ? swapped(text, second, first) : outside(text));
}

/** A number of degrees without zeros that say nothing. */
function shortest(degrees: string): string {
  const { whole = '', fraction = '' } = parseDecimal(degrees) ?? {};
  const kept = fraction.replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}

function isPoint(value: string): boolean {
  const [longitude, latitude] = value.split(',');
  return stored.test(value) && inLongitude(Number(longitude)) && inLatitude(Number(latitude));
}

const notAPoint = (text: string): CellProblem =>
  cellProblem(
    'not-a-point',
    `“${shown(text)}”不是坐标。请写成“经度,纬度”(十进制度),如 104.8955,25.0920。`,
    `“${shown(text)}” is no point. Write longitude,latitude in decimal degrees, as 104.8955,25.0920.`,
  );

const swapped = (text: string, longitude: string, latitude: string): CellProblem =>
  cellProblem(
    'point-swapped',
    `“${shown(text)}”的经度和纬度写反了。请改为 ${longitude},${latitude}。`,
    `In “${shown(text)}” latitude stands before longitude. Write ${longitude},${latitude}.`,
  );

const outside = (text: string): CellProblem =>
  cellProblem(
    'point-outside',
    `“${shown(text)}”不在中国范围内（经度73至136，纬度3至54）。请核对。`,
    `“${shown(text)}” lies outside China (longitude 73 to 136, latitude 3 to 54). Check it.`,
  );

/** A point as longitude,latitude. */
export const pointKind: Kind<string> = {
  name: 'point',
  zh: '坐标',
  en: 'point',
  column: () => 'text',
  read: readPoint,
  write: (value) => value,
  schema: () => z.string().refine(isPoint, '坐标应为“经度,纬度” / a point is longitude,latitude'),
  control: 'text',
};

/** A field of points. */
export function point(options: FieldOptions): Field {
  return fieldOf(pointKind, options);
}
