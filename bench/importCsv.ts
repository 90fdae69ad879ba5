/** Import of large lists as csv. */
import type { Bench } from './figure.ts';
import { measureImport } from './imports/measureImport.ts';

export const importCsv: Bench = {
  name: 'import-csv',
  what: 'large lists as csv: checked, matched, sealed and stored',
  run: (place) => measureImport(place, 'csv', 40_000),
};
