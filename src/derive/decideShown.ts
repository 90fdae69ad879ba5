/** Decides, from what the catalogue says of a field and what the caller may, whether a value is shown, masked or withheld. Everything that leaves the house asks here. */
import type { Item } from '#catalog/items/item.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';

/** Where a value is shown: among many rows, or in the file of one household or warning. */
export type Showing = 'list' | 'file';

/** What becomes of a value. Withheld = neither the value nor whether there is one. */
export type Shown = 'shown' | 'masked' | 'withheld';

/** Who a row is about, and what the caller may see of that one. */
export interface SeenSubject {
  /** Under 18 on the day, or of an age that nobody knows. */
  readonly isMinor: boolean;
  readonly seesHealth: boolean;
  readonly seesMinors: boolean;
}

/** Whether a value of the field tells something of a person. */
export const isPersonal = ({ sensitivity }: Pick<Field, 'sensitivity'>): boolean => sensitivity === 'personal' || sensitivity === 'sensitive';

/** Whether a field tells of health: by itself, or as all fields of its register but those that say whose row it is. */
export function isHealth(register: Register, name: string): boolean {
  const field = register.fields[name];
  if (field?.about === 'health') return true;
  return register.about === 'health' && !register.key.includes(name) && !register.settlementVia.includes(name);
}

/** What becomes of the value of a field. */
export function decideShown(register: Register, name: string, showing: Showing, subject: SeenSubject): Shown {
  const field = register.fields[name];
  if (!field) return 'withheld';
  if (isHealth(register, name) && !subject.seesHealth) return 'withheld';
  if (isPersonal(field) && isHiddenMinor(subject)) return 'withheld';
  if (field.kind.sealed) return 'masked';
  return showing === 'list' && isPersonal(field) && !field.inLists ? 'masked' : 'shown';
}

/** Whether somebody is a child of whom the caller may see nothing. */
export const isHiddenMinor = ({ isMinor, seesMinors }: SeenSubject): boolean => isMinor && !seesMinors;

/** Why what an item found about a subject is withheld; null where it is not. */
export function withheldFinding({ about }: Pick<Item, 'about'>, subject: SeenSubject): 'health' | 'minor' | null {
  if (about === 'health' && !subject.seesHealth) return 'health';
  return isHiddenMinor(subject) ? 'minor' : null;
}

/** Whether the whole value may be asked for with a purpose: sealed numbers, and names of people. */
export const isRevealable = ({ kind, mask, target, sensitivity }: Field): boolean =>
  kind.sealed === true || ((mask === 'name' || target === 'person') && isPersonal({ sensitivity }));
