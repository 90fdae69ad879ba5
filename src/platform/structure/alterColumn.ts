/** The statements that add a column to a table with rows, or make it another one; what they cannot know is left to a person. */
import type { ColumnFacts, Piece } from './piece.ts';

/** What a person has to decide and write, as a sentence in both languages. */
export interface HandStep {
  readonly zh: string;
  readonly en: string;
}

/** The statements of one column, and what a person has to decide. */
export interface ColumnStep {
  readonly statements: readonly string[];
  readonly byHand: readonly HandStep[];
}

/** Values for rows that stand, by name of the column, as SQL over the columns of the row. */
export type Fills = Readonly<Record<string, string>>;

/** The line that marks a step that a person has to write; it goes when that is done. */
export const handMark = '-- by hand:';

/** SQL of a column that comes new; the rows that stand get its default, or the value that is given. */
export function addColumn({ name, make, column }: Piece, fills: Fills): ColumnStep {
  const facts = needed(column);
  const add = `alter table ${facts.table} add column`;
  const fill = fills[name];
  const hasValue = !facts.notNull || facts.default !== null || facts.identity !== null || facts.generated !== null;
  if (hasValue && fill === undefined) return { statements: [`${add} ${make}`], byHand: [] };
  const bare = make.replace(/ not null$/, '');
  const statements = [`${add} ${bare}`, ...fillRows(facts, fill ?? '…'), ...(facts.notNull ? [notNull(facts)] : [])];
  const zh = `${name} 不能为空且没有默认值，请写明已有的行取什么值，或用 --fill "${name}=SQL"`;
  const en = `${name} must not be empty and has no default: say what the rows that stand get, or give --fill "${name}=SQL"`;
  return { statements, byHand: fill === undefined ? [{ zh, en }] : [] };
}

/** SQL that makes a column what it is to be, where it stands. */
export function changeColumn(from: Piece, to: Piece, fills: Fills): ColumnStep {
  const [before, after] = [needed(from.column), needed(to.column)];
  const alter = `alter table ${after.table} alter column ${after.name}`;
  const isRetyped = before.type !== after.type;
  const isEmptied = before.default !== null && (isRetyped || after.default === null);
  const statements: string[] = [];
  const byHand: HandStep[] = [];
  if (before.identity !== null && after.identity === null) statements.push(`${alter} drop identity`);
  if (isEmptied) statements.push(`${alter} drop default`);
  if (before.notNull && !after.notNull) statements.push(`${alter} drop not null`);
  if (isRetyped) {
    statements.push(`${alter} type ${after.type} using ${fills[to.name] ?? `${after.name}::${bareType(after.type)}`}`);
    if (fills[to.name] === undefined && !isWidened(bareType(before.type), bareType(after.type)))
      byHand.push({
        zh: `${to.name} 由 ${before.type} 改为 ${after.type}，请确认没有值会被拒绝或截断，或用 --fill "${to.name}=SQL"`,
        en: `${to.name} becomes ${after.type} from ${before.type}: see that no value is refused or cut, or give --fill "${to.name}=SQL"`,
      });
  }
  if (after.default !== null && (isEmptied || before.default !== after.default)) statements.push(`${alter} set default ${after.default}`);
  if (!before.notNull && after.notNull) {
    // A value that is said for a new type holds for every row already.
    const isSaid = isRetyped && fills[to.name] !== undefined;
    const fill = (isRetyped ? undefined : fills[to.name]) ?? after.default ?? undefined;
    if (!isSaid) statements.push(...fillRows(after, fill ?? '…', `${after.name} is null`));
    statements.push(notNull(after));
    if (!isSaid && fill === undefined)
      byHand.push({
        zh: `${to.name} 改为不能为空，请写明没有值的行取什么值，或用 --fill "${to.name}=SQL"`,
        en: `${to.name} must not be empty any more: say what the rows get that have no value, or give --fill "${to.name}=SQL"`,
      });
  }
  if (before.identity === null && after.identity !== null) {
    const highest = `coalesce(max(${after.name}), 0) + 1`;
    const sequence = `pg_get_serial_sequence('${after.table}', '${after.name}')`;
    statements.push(`${alter} add generated ${after.identity} as identity`, `select setval(${sequence}, ${highest}, false) from ${after.table}`);
  } else if (before.identity !== null && after.identity !== null && before.identity !== after.identity)
    statements.push(`${alter} set generated ${after.identity}`);
  return { statements, byHand };
}

function needed(column: ColumnFacts | null): ColumnFacts {
  if (column === null) throw new TypeError('not a column');
  return column;
}

/** What nobody has said yet stands as a comment, so that the file can be read, and fails on rows that it would leave empty. */
function fillRows({ table, name }: ColumnFacts, value: string, where?: string): string[] {
  const update = `update ${table} set ${name} = ${value}${where === undefined ? '' : ` where ${where}`}`;
  return value === '…' ? [`-- ${update}`] : [update];
}

const notNull = ({ table, name }: ColumnFacts): string => `alter table ${table} alter column ${name} set not null`;
const bareType = (type: string): string => type.replace(/ collate .*$/, '');

const wider: Readonly<Record<string, readonly string[]>> = {
  smallint: ['integer', 'bigint', 'numeric', 'text'],
  integer: ['bigint', 'numeric', 'text'],
  bigint: ['numeric', 'text'],
  numeric: ['text'],
  text: ['text'],
  date: ['text'],
  uuid: ['text'],
  boolean: ['text'],
};

/** Whether every value of one type is a value of the other, without loss. */
function isWidened(from: string, to: string): boolean {
  const [old, fresh] = [digitsOf(from), digitsOf(to)];
  if (old !== undefined && to === 'numeric') return true;
  if (old !== undefined && fresh !== undefined) return fresh.scale >= old.scale && fresh.whole >= old.whole;
  return wider[from.replace(/\(.*/, '')]?.includes(to) === true || (from === 'text[]' && to === 'text[]');
}

function digitsOf(type: string): { whole: number; scale: number } | undefined {
  const [, all, scale] = /^numeric\((\d+),(\d+)\)$/.exec(type) ?? [];
  return all === undefined ? undefined : { whole: Number(all) - Number(scale), scale: Number(scale) };
}
