/** Which header texts stand for what in a register: fields, names beside references, and the columns of wide sheets. */
import { registers } from '#catalog/catalog.ts';
import { normalText } from '#catalog/kinds/cellText.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register, WideColumn } from '#catalog/registers/register.ts';
import { isRunningNumber } from '#platform/files/tableRows.ts';
import { reasonTitle } from '#platform/files/write/marks.ts';

/** What a column of a sheet says about its rows. */
export type Meaning =
  | { readonly is: 'field'; readonly field: string }
  /** The name of the person whose number stands in a reference: compared, not stored. */
  | { readonly is: 'name'; readonly field: string }
  /** Date of birth and household of the person of a reference, for rows without a number. */
  | { readonly is: 'birth'; readonly field: string }
  | { readonly is: 'home'; readonly field: string }
  | { readonly is: 'dataDate' }
  /** The settlement in a register that finds its own by other ways: helps to find buildings and communities. */
  | { readonly is: 'place' }
  | { readonly is: 'wide'; readonly column: WideColumn }
  | { readonly is: 'year' }
  /** One cell for several fields, divided at `-`. */
  | { readonly is: 'split'; readonly fields: readonly string[] }
  /** A running number, or the reasons of an earlier import. */
  | { readonly is: 'passedOver' };

const dataDateHeaders = ['数据日期', '截止日期', '数据截止日期'];
const settlementHeaders = ['安置点', '安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点'];
const placeHeader = { header: '楼栋-单元-房号', fields: ['building_code', 'unit_no', 'room_no'] };

/** A header as it is compared: in normal form, without blanks, line breaks, `:`, and the signs that mark what must be filled in. */
export function headerForm(header: string): string {
  return normalText(header).replace(/[\s*:★☆※●▲]/g, '');
}

/** A header without the unit, or what else is said of it, in brackets at its end. */
export function withoutUnit(form: string): string {
  return form.replace(/(?:\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕)+$/, '');
}

const known = new WeakMap<Register, ReadonlyMap<string, Meaning>>();

/** All header forms of a register and their meaning; what stands earlier in the specification's order wins. */
export function meaningsOf(register: Register): ReadonlyMap<string, Meaning> {
  const there = known.get(register);
  if (there) return there;
  const made = makeMeanings(register);
  known.set(register, made);
  return made;
}

function makeMeanings(register: Register): ReadonlyMap<string, Meaning> {
  const forms = new Map<string, Meaning>();
  const add = (header: string, meaning: Meaning): void => {
    const form = headerForm(header);
    if (form !== '' && !forms.has(form)) forms.set(form, meaning);
  };
  const fields = Object.entries(register.fields).filter(([, field]) => isImported(field));
  for (const [name, field] of fields) add(field.zh, { is: 'field', field: name });
  for (const [name, field] of fields) for (const alias of field.aliases) add(alias, { is: 'field', field: name });
  for (const [name, field] of fields) for (const header of field.nameHeaders) add(header, { is: 'name', field: name });
  if (placeHeader.fields.every((name) => name in register.fields)) add(placeHeader.header, { is: 'split', fields: placeHeader.fields });
  for (const column of register.wide?.columns ?? []) forms.set(headerForm(column.header), { is: 'wide', column });
  if (register.wide?.year) add(register.wide.year.header, { is: 'year' });
  for (const header of dataDateHeaders) add(header, { is: 'dataDate' });
  addIdentityHeaders(register, add);
  if (!('settlement_code' in register.fields)) for (const header of settlementHeaders) add(header, { is: 'place' });
  return forms;
}

/** People without a number are found by date of birth and household: optional columns of every register with a person. */
function addIdentityHeaders(register: Register, add: (header: string, meaning: Meaning) => void): void {
  const [field] = Object.entries(register.fields).find(([, { kind, target }]) => kind.name === 'ref' && target === 'person') ?? [];
  if (field === undefined) return;
  for (const header of formsOf(registers.person.fields.birth_date)) add(header, { is: 'birth', field });
  if (householdField(register) === undefined) for (const header of formsOf(registers.person.fields.household_no)) add(header, { is: 'home', field });
}

const formsOf = (field: Field | undefined): readonly string[] => (field ? [field.zh, ...field.aliases] : []);

/** The register's own reference to a household. */
export function householdField(register: Register): string | undefined {
  return Object.entries(register.fields).find(([, { kind, target }]) => kind.name === 'ref' && target === 'household')?.[0];
}

/** What only the platform writes is not read from sheets. */
export function isImported(field: Field): boolean {
  return field.auto === undefined || !('workflow' in field.auto);
}

/** The meaning of a header in a register: as written first, then without the unit at its end. */
export function meaningOf(register: Register, header: string): Meaning | undefined {
  const forms = meaningsOf(register);
  const form = headerForm(header);
  const found = forms.get(form) ?? forms.get(withoutUnit(form));
  return found ?? (isRunningNumber(header) || header.trim() === reasonTitle ? { is: 'passedOver' } : undefined);
}
