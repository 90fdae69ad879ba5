/** What is staged of the sheets of an import: which fields, in which columns of the staging table. */
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import { columnType } from '#derive/registerTables.ts';
import type { SheetMapping } from './mapColumns.ts';
import { wordRulesOf } from './wordRules.ts';

/** A field that the sheets may state. */
export interface StagedField {
  readonly name: string;
  readonly field: Field;
  /** plain = a value, sealed = encrypted beside its index, ref and refs = numbers and names by which rows of other registers are found. */
  readonly form: 'plain' | 'sealed' | 'ref' | 'refs';
  /** Number of columns that state a reference, at most, in one sheet. */
  readonly slots: number;
}

export interface StagePlan {
  readonly register: Register;
  readonly fields: readonly StagedField[];
  /** Place of a field in `fields`. */
  readonly places: ReadonlyMap<string, number>;
  readonly hasDataDates: boolean;
}

/** The columns that every staged row has. */
const commonColumns = [
  'x_n integer',
  'x_sheet integer',
  'x_line integer',
  'x_date date',
  'x_refused boolean',
  'x_erased text[]',
  'x_bad text[]',
  'x_problems text',
  'x_place text',
  'x_home_key text',
  'x_home_index bytea',
  'x_birth date',
];

/** The plan for the sheets of one register. */
export function planStage(register: Register, mappings: readonly SheetMapping[]): StagePlan {
  const slots = new Map<string, number>();
  const note = (name: string, count: number): void => void slots.set(name, Math.max(slots.get(name) ?? 0, count));
  for (const { columns } of mappings) {
    const inSheet = new Map<string, number>();
    for (const { meaning } of columns) {
      if (meaning.is === 'field' || meaning.is === 'split' || meaning.is === 'wide') {
        for (const name of fieldsOf(meaning)) inSheet.set(name, (inSheet.get(name) ?? 0) + 1);
      } else if ('field' in meaning) note(meaning.field, 1);
    }
    for (const [name, count] of inSheet) note(name, count);
  }
  for (const rule of wordRulesOf(register)) if (rule.fills?.when.some((name) => slots.has(name))) for (const name of rule.fills.fields) note(name, 1);
  for (const [name, field] of Object.entries(register.fields))
    if (field.by.some((way) => slots.has(/^name taken from (\w+)$/.exec(way)?.[1] ?? ''))) note(name, 1);
  const fields = Object.entries(register.fields)
    .filter(([name]) => slots.has(name))
    .map(([name, field]): StagedField => ({ name, field, form: formOf(field), slots: slots.get(name) ?? 1 }));
  return {
    register,
    fields,
    places: new Map(fields.map(({ name }, place) => [name, place])),
    hasDataDates: mappings.some(({ columns }) => columns.some(({ meaning }) => meaning.is === 'dataDate')),
  };
}

function fieldsOf(meaning: SheetMapping['columns'][number]['meaning']): readonly string[] {
  if (meaning.is === 'field') return [meaning.field];
  if (meaning.is === 'split') return meaning.fields;
  return meaning.is === 'wide' ? [meaning.column.into, ...Object.keys(meaning.column.sets)] : [];
}

function formOf(field: Field): StagedField['form'] {
  if (field.kind.name === 'ref' || field.kind.name === 'refs') return field.kind.name;
  return field.kind.sealed ? 'sealed' : 'plain';
}

/** Columns of a field in the staging table. */
export function stagedColumns({ name, field, form, slots }: StagedField): string[] {
  if (form === 'plain') return [`${name} ${columnType(field)}`];
  if (form === 'sealed') return [`${name} bytea`, `${name}_index bytea`];
  if (form === 'refs') return [`${name}_keys text[]`, `${name}_indexes bytea[]`, `${name}_names text[]`];
  const each = Array.from({ length: slots }, (_, slot) => [`${name}_key${slot} text`, `${name}_index${slot} bytea`]).flat();
  return [...each, `${name}_names text[]`];
}

/** SQL that makes the staging table: it lives as long as the transaction, and is not written to the log of the database. */
export function stageTableSql(plan: StagePlan): string {
  const columns = [...commonColumns, ...plan.fields.flatMap(stagedColumns)].map((column) => column.replace(/ text$/, ' text collate "C"'));
  return `create temporary table stage (${columns.join(', ')}) on commit drop`;
}

/** COPY into the staging table. */
export function stageCopySql(plan: StagePlan): string {
  const names = [...commonColumns, ...plan.fields.flatMap(stagedColumns)].map((column) => column.split(' ')[0]);
  return `copy stage (${names.join(', ')}) from stdin`;
}
