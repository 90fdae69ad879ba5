/** Decides, from what the catalogue says of a field and what the caller may, whether a value is shown, masked or withheld. Everything that leaves the house asks here. */
import type { Item } from '#catalog/items/item.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import { subjectField } from './personRefs.ts';

/** Where a value is shown: among many rows, among many rows of a register to the department that keeps it, or in the file of one household or warning. */
export type Showing = 'list' | 'own' | 'file';

/** What becomes of a value, and why where it is not shown. Withheld = neither the value nor whether there is one. */
export interface Decision {
  readonly shown: 'shown' | 'masked' | 'withheld';
  /** `class`: the class of the field; else what the caller may not see of the one it is about. */
  readonly why: 'class' | Unseen | null;
}

/** What a caller may not see of somebody: their data are restricted, it is about health, or it is a child. */
export type Unseen = 'restricted' | 'health' | 'minor';

/** Who a row is about, and what the caller may see of that one. */
export interface SeenSubject {
  /** The data of the person, of a household those of its head, are restricted and the caller does not answer for them. */
  readonly isRestricted: boolean;
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
export function decideShown(register: Register, name: string, showing: Showing, subject: SeenSubject): Decision {
  const field = register.fields[name];
  if (!field) return { shown: 'withheld', why: 'class' };
  const unseen = whyUnseen(register, name, field, subject);
  if (unseen !== null) return { shown: 'withheld', why: unseen };
  return isMasked(field, showing) ? { shown: 'masked', why: 'class' } : { shown: 'shown', why: null };
}

/** A department works with what it keeps: in its own lists only who somebody is stays masked. */
function isMasked(field: Field, showing: Showing): boolean {
  if (field.kind.sealed) return true;
  if (showing === 'own') return isRevealable(field) && !field.inLists;
  return showing === 'list' && isPersonal(field) && !field.inLists;
}

function whyUnseen(register: Register, name: string, field: Field, subject: SeenSubject): Unseen | null {
  if (subject.isRestricted && (subjectField(register) !== undefined || field.about === 'head')) return 'restricted';
  if (isHealth(register, name) && !subject.seesHealth) return 'health';
  return isPersonal(field) && isHiddenMinor(subject) ? 'minor' : null;
}

/** Whether somebody is a child of whom the caller may see nothing. */
export const isHiddenMinor = ({ isMinor, seesMinors }: SeenSubject): boolean => isMinor && !seesMinors;

/** Why somebody is not named; null where they are. */
export const whyUnnamed = (subject: SeenSubject): Exclude<Unseen, 'health'> | null =>
  subject.isRestricted ? 'restricted' : isHiddenMinor(subject) ? 'minor' : null;

/** Why what an item found about a subject is withheld; null where it is not. */
export function withheldFinding({ about, subject: kind }: Pick<Item, 'about' | 'subject'>, subject: SeenSubject): Unseen | null {
  if (about === 'health' && !subject.seesHealth) return 'health';
  if (isHiddenMinor(subject)) return 'minor';
  // What is known about a household stays, though its head is hidden.
  return subject.isRestricted && kind === 'person' ? 'restricted' : null;
}

/** Whether the whole value may be asked for with a purpose: sealed numbers, and names of people. */
export const isRevealable = ({ kind, mask, target, sensitivity }: Field): boolean =>
  kind.sealed === true || ((mask === 'name' || target === 'person') && isPersonal({ sensitivity }));
