/** Writes a draft as a line of COPY: typed values in the clear, personal numbers only sealed beside their blind index. */
import { identityNumberDomain, indexDomain } from '#derive/indexDomains.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import { erase, isRefused, type ReferenceStatement, type RowDraft } from './rowDraft.ts';
import type { StagedField, StagePlan } from './stagePlan.ts';

const nothing = '\\N';
const idNumber = /^\d{17}[\dX]$/;
const otherPaper = /^(?=.*\d)[0-9A-Z]{5,40}$/;

/** Blind index of an identity number in stored form. */
export function idIndex(keys: Keys, number: string): Buffer {
  return keys.blindIndex(identityNumberDomain, number);
}

/** Makes the writer of staged rows. */
export function rowEncoder(plan: StagePlan, keys: Keys): (n: number, row: RowDraft) => string {
  const writers = plan.fields.map((staged, place) => fieldWriter(staged, place, keys));
  return (n, row) => {
    const erased = plan.fields.filter((_, place) => row.values[place] === erase).map(({ name }) => name);
    const bad = row.troubles.flatMap(({ effect, field }) => (effect === 'refused' && field !== null ? [field] : []));
    const home = row.home === undefined ? `${nothing}\t${nothing}` : numberColumns(row.home.toUpperCase(), keys, false);
    let line = `${n}\t${row.sheet}\t${row.line}\t${row.dataDate}\t${isRefused(row) ? 't' : 'f'}\t${textList(erased)}\t${textList(bad)}`;
    line += `\t${row.troubles.length === 0 ? nothing : escaped(JSON.stringify(row.troubles))}`;
    line += `\t${row.place === undefined ? nothing : escaped(row.place)}\t${home}\t${row.birth ?? nothing}`;
    for (const write of writers) line += `\t${write(row)}`;
    return `${line}\n`;
  };
}

function fieldWriter({ form, slots, field }: StagedField, place: number, keys: Keys): (row: RowDraft) => string {
  if (form === 'plain') return (row) => plain(row.values[place]);
  if (form === 'sealed') {
    const domain = indexDomain(field);
    return (row) => {
      const value = row.values[place];
      return typeof value === 'string' ? `${bytes(keys.sealText(value))}\t${bytes(keys.blindIndex(domain, value))}` : `${nothing}\t${nothing}`;
    };
  }
  const isPerson = field.target === 'person';
  if (form === 'refs') return (row) => severalNumbers(row.references[place], keys, isPerson);
  const empty = Array.from({ length: slots }, () => `${nothing}\t${nothing}`).join('\t');
  return (row) => {
    const stated = row.references[place];
    if (stated === undefined) return `${empty}\t${nothing}`;
    let line = '';
    for (let slot = 0; slot < slots; slot++) {
      const number = stated.numbers[slot];
      line += typeof number === 'string' ? `${numberColumns(number, keys, isPerson)}\t` : `${nothing}\t${nothing}\t`;
    }
    return line + textList(stated.names);
  };
}

/** A number as key and index: identity numbers only by their index; other papers of people by both. */
function numberColumns(number: string, keys: Keys, isPerson: boolean): string {
  if (idNumber.test(number)) return `${nothing}\t${bytes(idIndex(keys, number))}`;
  const paper = number.replace(/\s/g, '').toUpperCase();
  const index = isPerson && otherPaper.test(paper) ? bytes(idIndex(keys, paper)) : nothing;
  return `${escaped(number)}\t${index}`;
}

function severalNumbers(stated: ReferenceStatement | undefined, keys: Keys, isPerson: boolean): string {
  if (stated === undefined) return `${nothing}\t${nothing}\t${nothing}`;
  const numbers = [...new Set(stated.numbers.flatMap((number) => number ?? []))];
  if (numbers.length === 0) return `${nothing}\t${nothing}\t${textList(stated.names)}`;
  const texts = numbers.map((number) => (idNumber.test(number) ? null : number));
  const indexes = numbers.map((number) => (isPerson || idNumber.test(number) ? `"\\\\\\\\x${idIndex(keys, number).toString('hex')}"` : 'NULL'));
  return `${textList(texts)}\t{${indexes.join(',')}}\t${textList(stated.names)}`;
}

function bytes(value: Buffer): string {
  return `\\\\x${value.toString('hex')}`;
}

function plain(value: unknown): string {
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (Array.isArray(value)) return textList(value as string[], true);
  return nothing;
}

const special = /[\\\t\n\r]/;

function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r');
}

/** An array of texts; without elements nothing, unless emptiness was stated. */
function textList(texts: readonly (string | null)[], keepEmpty = false): string {
  if (texts.length === 0) return keepEmpty ? '{}' : nothing;
  return escaped(`{${texts.map((text) => (text === null ? 'NULL' : `"${text.replace(/(["\\])/g, '\\$1')}"`)).join(',')}}`);
}
