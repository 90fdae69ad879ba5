/** Finds the entry of a code list that a cell text stands for: code, label, both together, a synonym of the field, or a code that lost its leading zeros. */
import { codeLists } from '../codes/codeLists.ts';
import type { CodeEntry } from '../codes/codeList.ts';
import { normalText } from './cellText.ts';
import type { Field } from './kind.ts';
import { regionOf } from './regionName.ts';

/** What a text stands for; `differ` = its code and its label belong to different entries. */
type Found = CodeEntry | 'differ' | undefined;

/** The code list of one field with every text that is accepted for it. */
export interface CodeForms {
  readonly entries: readonly CodeEntry[];
  /** Place of a code in the list. */
  readonly places: ReadonlyMap<string, number>;
  /** The entry for a text in normal form on a day. */
  find(text: string, on: string): Found;
}

const formsByField = new WeakMap<Field, CodeForms>();
const codeThenLabel = /^\(?([0-9A-Za-z]+(?:_[0-9A-Za-z]+)*)\)?\s*[-.:、,_—]?\s*(.+)$/;
const rememberedTexts = 2_000;

/** The accepted forms of a field of kind code or codes, made once. */
export function codeForms(field: Field): CodeForms {
  const known = formsByField.get(field);
  if (known !== undefined) return known;
  const made = makeForms(field);
  formsByField.set(field, made);
  return made;
}

/** Label of an entry as it is compared. */
export const labelForm = (label: string): string => normalText(label).replaceAll(' ', '');

function makeForms(field: Field): CodeForms {
  const entries = field.codes === undefined ? [] : codeLists[field.codes].entries;
  const forms = formsOf(entries, field);
  const remembered = new Map<string, Found>();
  const slowFind = (text: string): Found => forms.get(text.replaceAll(' ', '')) ?? withoutZeros(text, entries) ?? codeAndLabel(text, forms, entries);
  const listFind = (text: string): Found => {
    const direct = forms.get(text);
    if (direct !== undefined) return direct;
    if (remembered.has(text)) return remembered.get(text);
    const found = slowFind(text);
    if (remembered.size >= rememberedTexts) remembered.clear();
    remembered.set(text, found);
    return found;
  };
  const find = (text: string, on: string): Found => {
    const found = listFind(text);
    if (field.acceptPrefix !== true || found === 'differ') return found;
    if (found === undefined) return regionOf(text, on);
    // 兴仁县 is the listed old county until its last day, and its successor afterwards; the old code itself only gets a refusal.
    if (isValidOn(found, on) || text === found.code || text === labelForm(found.zh)) return found;
    return regionOf(text, on) ?? found;
  };
  return { entries, places: new Map(entries.map((entry, place) => [entry.code, place])), find };
}

/** Whether an entry may be used on a day. */
export function isValidOn(entry: CodeEntry, on: string): boolean {
  return (entry.validFrom === undefined || entry.validFrom <= on) && (entry.validTo === undefined || on <= entry.validTo);
}

/** Every text that stands for an entry as it is; what comes earlier wins. */
function formsOf(entries: readonly CodeEntry[], field: Field): ReadonlyMap<string, CodeEntry> {
  const forms = new Map<string, CodeEntry>();
  const add = (form: string, entry: CodeEntry | undefined): void => {
    if (entry !== undefined && form !== '' && !forms.has(form)) forms.set(form, entry);
  };
  for (const entry of entries) add(entry.code, entry);
  for (const entry of entries) add(labelForm(entry.zh), entry);
  for (const [synonym, code] of Object.entries(field.accept))
    add(
      labelForm(synonym),
      entries.find((entry) => entry.code === code),
    );
  for (const entry of entries) add(entry.code.toLowerCase(), entry);
  for (const entry of entries) add(entry.code.toUpperCase(), entry);
  const shortened = entries.map((entry) => shortLabel(entry, field));
  shortened.forEach((form, place) => {
    if (shortened.indexOf(form) === shortened.lastIndexOf(form)) add(form, entries[place]);
  });
  return forms;
}

/** A label without the remark in brackets at its end; of an ethnic group without 族. */
function shortLabel(entry: CodeEntry, field: Field): string {
  const label = labelForm(entry.zh);
  return field.codes === 'ETHNIC' ? label.replace(/族$/, '') : label.replace(/\([^()]*\)$/, '');
}

/** `1` for `01`, where only one code fits; `1.0` is what a number column leaves of `1`. */
function withoutZeros(text: string, entries: readonly CodeEntry[]): CodeEntry | undefined {
  const digits = /^(\d{1,12})(?:\.0+)?$/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const exact = entries.find((entry) => entry.code === digits);
  if (exact !== undefined) return exact;
  const fitting = entries.filter(
    (entry) => entry.code.length > digits.length && /^\d+$/.test(entry.code) && entry.code === digits.padStart(entry.code.length, '0'),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** `1 男`, `1-男`, `1.男`: both must name the same entry. */
function codeAndLabel(text: string, forms: ReadonlyMap<string, CodeEntry>, entries: readonly CodeEntry[]): Found {
  const [, code = '', label = ''] = codeThenLabel.exec(text) ?? [];
  if (code === '') return undefined;
  const byLabel = forms.get(label.replaceAll(' ', ''));
  if (byLabel === undefined) return undefined;
  const exact = forms.get(code);
  const byCode = exact !== undefined && exact.code.toUpperCase() === code.toUpperCase() ? exact : withoutZeros(code, entries);
  if (byCode === undefined) return undefined;
  return byCode === byLabel ? byCode : 'differ';
}
