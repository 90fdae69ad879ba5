/** Spoils a few rows in the ways in which real sheets are wrong, and remembers which. */
import type { CellContent } from '#platform/files/write/sheetXml.ts';
import { idCheckCharacter } from '../identity.ts';
import type { Fault } from '../manifest.ts';
import { type Random, streamFor } from '../random.ts';
import type { FormColumn, SheetForm } from './form.ts';
import type { Source } from './source.ts';

/** Registers that others refer to: a row less would put many rows aside, so they only get rows that are nobody's. */
const referredTo = new Set(['household', 'person']);
/** Registers of places, which stay right. */
const untouched = new Set([
  'settlement',
  'street_community',
  'building',
  'school',
  'clinic',
  'facility',
  'device',
  'reference_series',
  'party_body',
  'appeal',
]);

const share = 0.02;
const mostInFile = 60;

interface Spoiling {
  readonly what: string;
  readonly expect: Fault['expect'];
  /** The column and what to write; undefined when the row has nothing to spoil this way. */
  spoil(row: readonly CellContent[]): { readonly at: number; readonly value: CellContent } | undefined;
}

export class FaultMaker {
  readonly faults: Fault[] = [];
  private readonly random: Random;
  private readonly spoilings: readonly Spoiling[];
  private readonly isReferredTo: boolean;

  constructor(
    private readonly file: string,
    private readonly source: Source,
    private readonly form: SheetForm,
    seed: number,
    private readonly offset: number,
  ) {
    this.random = streamFor(seed, `faults ${file}`);
    this.isReferredTo = referredTo.has(source.register.name);
    this.spoilings = untouched.has(source.register.name)
      ? []
      : this.isReferredTo
        ? this.identitySpoilings().slice(0, 1)
        : [...this.identitySpoilings(), ...this.valueSpoilings()];
  }

  /** The rows with some spoilt; `firstRow` is the row number of the first. */
  *spoil(rows: Iterable<CellContent[]>, firstRow: number): Generator<CellContent[]> {
    let number = firstRow;
    for (const row of rows) {
      const spoilt =
        this.faults.length < mostInFile && this.random.chance(share) ? this.spoilOne(row, number + (this.isReferredTo ? 1 : 0)) : undefined;
      if (spoilt && !this.isReferredTo) yield spoilt;
      else yield row;
      number += 1;
      if (spoilt && this.isReferredTo) {
        yield spoilt;
        number += 1;
      }
    }
  }

  private spoilOne(row: readonly CellContent[], number: number): CellContent[] | undefined {
    if (this.spoilings.length === 0) return undefined;
    const spoiling = this.random.pick(this.spoilings);
    const change = spoiling.spoil(row);
    if (!change) return undefined;
    const spoilt = [...row];
    spoilt[change.at] = change.value;
    this.faults.push({
      file: this.file,
      row: number,
      header: this.form.columns[change.at - this.offset]?.header ?? '',
      what: spoiling.what,
      expect: spoiling.expect,
    });
    return spoilt;
  }

  /** Columns that meet a condition, as places in the written row. */
  private places(meets: (column: FormColumn) => boolean): number[] {
    return this.form.columns.flatMap((column, at) => (meets(column) ? [at + this.offset] : []));
  }

  private onText(places: readonly number[], change: (text: string) => CellContent): Spoiling['spoil'] {
    return (row) => {
      const at = places.find((place) => typeof row[place] === 'string' && row[place] !== '');
      return at === undefined ? undefined : { at, value: change(row[at] as string) };
    };
  }

  private identitySpoilings(): Spoiling[] {
    const isIdentity = ({ field, part }: FormColumn): boolean => part === 'number' || this.source.register.fields[field]?.kind.name === 'idCard';
    const numbers = this.places(isIdentity);
    const names = this.places(({ part }) => part === 'name');
    if (numbers.length === 0) return [];
    const plain = (text: string): string => text.replace(/[' ]/g, '').toUpperCase();
    const required = this.places((column) => isIdentity(column) && this.source.register.fields[column.field]?.required === 'yes');
    return [
      {
        what: 'identity number with a wrong check digit',
        expect: 'refused',
        spoil: this.onText(numbers, (id) => plain(id).slice(0, 17) + (plain(id).endsWith('1') ? '2' : '1')),
      },
      {
        what: 'identity number that lost its last digits',
        expect: 'refused',
        spoil: this.onText(required, (id) => `${Number(plain(id).slice(0, 6)) / 100_000}E+17`),
      },
      { what: 'identity number of nobody', expect: 'aside', spoil: this.onText(required, (id) => stranger(plain(id))) },
      {
        what: 'number and name of two people',
        expect: 'aside',
        spoil: this.onText(names, (name) => `${name.slice(0, 1) === '欧' ? '司' : '欧'}阳${name.slice(1)}`),
      },
    ].filter(({ spoil }) => spoil !== undefined) as Spoiling[];
  }

  private valueSpoilings(): Spoiling[] {
    const field = (column: FormColumn) => this.source.register.fields[column.field];
    const ofKind = (...kinds: readonly string[]): number[] =>
      this.places((column) => column.part === 'value' && kinds.includes(field(column)?.kind.name ?? ''));
    const filledAt =
      (places: readonly number[], value: CellContent): Spoiling['spoil'] =>
      (row) => {
        const at = places.find((place) => row[place] !== undefined && row[place] !== '' && row[place] !== '/' && row[place] !== '-');
        return at === undefined ? undefined : { at, value };
      };
    const spoilings: Spoiling[] = [
      { what: 'a date that does not exist', expect: 'refused', spoil: filledAt(ofKind('date'), { value: '2023-13-45', format: 'text' }) },
      { what: 'a code that is in no list', expect: 'refused', spoil: filledAt(ofKind('code'), '其它情形') },
      { what: 'a number in words', expect: 'refused', spoil: filledAt(ofKind('int', 'money'), { value: '约两千', format: 'text' }) },
      {
        what: 'an amount below zero',
        expect: 'refused',
        spoil: filledAt(
          this.places((column) => column.part === 'value' && field(column)?.min === 0 && field(column)?.kind.name === 'money'),
          -300,
        ),
      },
    ];
    return spoilings;
  }
}

/** A right identity number that belongs to nobody: born on a day before anyone in the prefecture. */
function stranger(id: string): string {
  const first17 = `${id.slice(0, 6)}1905${id.slice(10, 17)}`;
  return first17 + idCheckCharacter(first17);
}
