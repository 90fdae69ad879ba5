/** In which order registers are imported: what is referred to comes before what refers to it. */
import { registerNames } from '#catalog/catalog.ts';

/** Load order: places and people before what refers to them. */
const loadOrder: readonly string[] = [
  'settlement',
  'street_community',
  'building',
  'household',
  'person',
  'housing',
  'school',
  'clinic',
  'facility',
  'device',
];

/** Place of a register in the load order; all others come after, in the order of the catalogue. */
export function loadRank(name: string): number {
  const place = loadOrder.indexOf(name);
  return place < 0 ? loadOrder.length + ([...registerNames] as string[]).indexOf(name) : place;
}
