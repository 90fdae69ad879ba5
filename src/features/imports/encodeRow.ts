/** Writes a draft as a line of COPY: typed values in the clear, personal numbers to be sealed, beside their blind index. */
import { identityNumberDomain, indexDomain } from '#derive/indexDomains.ts';
import type { TextToSeal } from '#platform/crypto/sealedText.ts';
import { erase, isRefused, type ReferenceStatement, type RowDraft } from './rowDraft.ts';
import type { StagedField, StagePlan } from './stagePlan.ts';

const nothing = '\\N';
/** Two columns that say nothing. */
const unstated = `${nothing}\t${nothing}`;
/** Behind it comes hex. */
const bytes = '\\\\x';
const idNumber = /^\d{17}[\dX]$/;
const otherPaper = /^(?=.*\d)[0-9A-Z]{5,40}$/;

/** Makes the writer of staged rows. */
export function rowEncoder(plan: StagePlan): (n: number, row: RowDraft, line: TextToSeal) => void {
  const writers = plan.fields.map(fieldWriter);
  return (n, row, line) => {
    const erased = row.values.includes(erase) ? plan.fields.filter((_, place) => row.values[place] === erase).map(({ name }) => name) : [];
    const bad = row.troubles.flatMap(({ effect, field }) => (effect === 'refused' && field !== null ? [field] : []));
    line.add(`${n}\t${row.sheet}\t${row.line}\t${row.dataDate}\t${isRefused(row) ? 't' : 'f'}\t${textList(erased)}\t${textList(bad)}`);
    line.add(`\t${row.troubles.length === 0 ? nothing : escaped(JSON.stringify(row.troubles))}`);
    line.add(`\t${row.place === undefined ? nothing : escaped(row.place)}\t`);
    if (row.home === undefined) line.add(unstated);
    else addNumber(line, row.home.toUpperCase(), false);
    line.add(`\t${row.birth ?? nothing}`);
    for (const write of writers) {
      line.add('\t');
      write(row, line);
    }
    line.add('\n');
  };
}

type FieldWriter = (row: RowDraft, line: TextToSeal) => void;

function fieldWriter({ form, slots, field }: StagedField, place: number): FieldWriter {
  if (form === 'plain') return (row, line) => line.add(plain(row.values[place]));
  if (form === 'sealed') {
    const domain = indexDomain(field);
    return (row, line) => {
      const value = row.values[place];
      const isStated = typeof value === 'string';
      line.add(isStated ? bytes : unstated);
      if (!isStated) return;
      line.seal(value);
      line.add(`\t${bytes}`);
      line.index(domain, value);
    };
  }
  const isPerson = field.target === 'person';
  if (form === 'refs') return (row, line) => addNumbers(line, row.references[place], isPerson);
  return (row, line) => {
    const stated = row.references[place];
    for (let slot = 0; slot < slots; slot++) {
      const number = stated?.numbers[slot];
      if (typeof number === 'string') addNumber(line, number, isPerson);
      else line.add(unstated);
      line.add('\t');
    }
    line.add(stated === undefined ? nothing : textList(stated.names));
  };
}

/** A number as key and index: identity numbers only by their index; other papers of people by both. */
function addNumber(line: TextToSeal, number: string, isPerson: boolean): void {
  if (idNumber.test(number)) {
    line.add(`${nothing}\t${bytes}`);
    line.index(identityNumberDomain, number);
    return;
  }
  const paper = number.replace(/\s/g, '').toUpperCase();
  const isPaper = isPerson && otherPaper.test(paper);
  line.add(`${escaped(number)}\t${isPaper ? bytes : nothing}`);
  if (isPaper) line.index(identityNumberDomain, paper);
}

function addNumbers(line: TextToSeal, stated: ReferenceStatement | undefined, isPerson: boolean): void {
  const numbers = [...new Set(stated?.numbers.flatMap((number) => number ?? []))];
  if (numbers.length === 0) line.add(unstated);
  else {
    line.add(`${textList(numbers.map((number) => (idNumber.test(number) ? null : number)))}\t{`);
    for (const [at, number] of numbers.entries()) {
      if (at > 0) line.add(',');
      if (isPerson || idNumber.test(number)) {
        line.add('"\\\\\\\\x');
        line.index(identityNumberDomain, number);
        line.add('"');
      } else line.add('NULL');
    }
    line.add('}');
  }
  line.add(`\t${stated === undefined ? nothing : textList(stated.names)}`);
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
