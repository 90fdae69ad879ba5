/** Import of large lists as xlsx. */
import type { Bench } from './figure.ts';
import { measureImport } from './imports/measureImport.ts';

export const importXlsx: Bench = {
  name: 'import-xlsx',
  what: 'large lists as xlsx: checked, matched, sealed and stored',
  run: (place) => measureImport(place, 'xlsx', 20_000),
};
