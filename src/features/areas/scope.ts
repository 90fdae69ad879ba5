/** The handle that features receive: bound to the places that the caller may see, so that a query cannot forget them. Two locks: the condition that statements carry, and the row policies of the database. */
import { prefectureCode } from '#catalog/areas/areas.ts';
import { items } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import { textArrayLiteral } from '#derive/literal.ts';
import { type Breadth, placeKey, readerRoles, scopeSettings } from '#derive/rowPolicy.ts';
import type { Database, Queryable, TransactionOptions } from '#platform/database/database.ts';
import sql, { join, raw, type Sql } from 'sql-template-tag';

/** A community or building that is seen in a settlement that is not seen whole. */
export interface ScopePlace {
  readonly code: string;
  readonly settlement: string;
}

/** What a person may see. Empty means nothing, never everything. */
export interface Scope {
  /** The areas that were given: what lies above them is named, never shown. */
  readonly areas: readonly string[];
  /** Settlements that are seen whole. */
  readonly settlements: readonly string[];
  readonly places: readonly ScopePlace[];
  /** No settlement is left out: what belongs to none (a file that was refused as a whole) is seen too. */
  readonly everything: boolean;
  /** Where some of it is seen only for a department: the parts by department, null for all registers and items. Absent = all of it for all. */
  readonly parts?: readonly ScopePart[];
}

/** What is seen for one department. */
export interface ScopePart extends Omit<Scope, 'parts'> {
  readonly department: string | null;
}

/** Who looks, beside what places they see: the accused sees no appeal against them, and accusations are for few. */
export interface Viewer {
  /** As parties of an appeal: `account:7`, `area:522301001`, `department:教育局`. */
  readonly self: readonly string[];
  /** Settlements in which accusations are seen. */
  readonly accusations: readonly string[];
}

/** Nobody in particular: no accusation is seen. */
export const anyViewer: Viewer = { self: [], accusations: [] };

/** Queries bound to a scope: `within` gives the condition that every reading statement carries. */
export interface ScopedDatabase extends Queryable {
  readonly scope: Scope;
  readonly viewer: Viewer;
  /** Settlements of which something is seen: those seen whole, and those of seen communities and buildings. */
  readonly touched: readonly string[];
  /** Condition that holds a settlement column to the scope. */
  within(column: string): Sql;
  /** Condition that holds a table with settlement, community and building to the places of the scope; true where settlements are seen whole. */
  inPlace(table: string): Sql;
  /** Condition that holds a column of items to those that the caller sees in the settlement of another column. */
  withinItems(itemColumn: string, settlementColumn: string): Sql;
  /** The same handle held to where the rows of a register are seen; undefined where none is. */
  forRegister(register: Register): ScopedDatabase | undefined;
  /** The same handle held to a part of its scope. */
  held(scope: Scope): ScopedDatabase;
  /** Several reads as of one moment. */
  atOnce<T>(work: (reader: Queryable) => Promise<T>): Promise<T>;
}

/** Binds a database to a scope: each statement runs in a read-only transaction of the readers' role, which carries the scope and forgets it at its end. */
export function scoped(database: Database, scope: Scope, viewer: Viewer = anyViewer): ScopedDatabase {
  const touched = touchedBy(scope);
  const opening = openingOf(scope, touched, viewer);
  const atOnce = <T>(work: (reader: Queryable) => Promise<T>): Promise<T> => database.transaction(work, { readOnly: true, ...opening });
  return {
    scope,
    viewer,
    touched,
    query: (statement) => atOnce((reader) => reader.query(statement)),
    one: (statement) => atOnce((reader) => reader.one(statement)),
    maybe: (statement) => atOnce((reader) => reader.maybe(statement)),
    execute: (statement) => atOnce((reader) => reader.execute(statement)),
    within: (column) => sql`${raw(column)} = any(${touched}::text[])`,
    inPlace: (table) => placesWithin(scope, table),
    withinItems: (itemColumn, settlementColumn) => itemsWithin(scope, itemColumn, settlementColumn),
    forRegister: (register) => {
      const part = ofRegister(scope, register);
      return part && scoped(database, part, viewer);
    },
    held: (part) => scoped(database, part, viewer),
    atOnce,
  };
}

const touchedBy = ({ settlements, places }: Pick<Scope, 'settlements' | 'places'>): string[] => [
  ...new Set([...settlements, ...places.map((place) => place.settlement)]),
];

function placesWithin({ settlements, places }: Scope, table: string): Sql {
  if (places.length === 0) return sql`true`;
  const [t, codes] = [raw(table), places.map(({ code }) => code)];
  return sql`(${t}.settlement_code = any(${settlements}::text[]) or ${t}.community_code = any(${codes}::text[]) or ${t}.building_code = any(${codes}::text[]))`;
}

function itemsWithin({ parts }: Scope, itemColumn: string, settlementColumn: string): Sql {
  if (!parts) return sql`true`;
  const each = parts.map((part) => {
    const settlement = sql`${raw(settlementColumn)} = any(${touchedBy(part)}::text[])`;
    if (part.department === null) return settlement;
    const codes = items.filter((item) => item.department === part.department).map((item) => item.code);
    return sql`(${settlement} and ${raw(itemColumn)} = any(${codes}::text[]))`;
  });
  return sql`(${join(each, ' or ')})`;
}

/** What of a scope is seen for any of some departments; undefined where nothing is. */
function ofDepartments(scope: Scope, departments: readonly string[]): Scope | undefined {
  if (!scope.parts) return scope;
  const seen = scope.parts.filter(({ department }) => department === null || departments.includes(department));
  if (seen.length === 0) return undefined;
  return {
    areas: [...new Set(seen.flatMap((part) => part.areas))],
    settlements: [...new Set(seen.flatMap((part) => part.settlements))],
    places: seen.flatMap((part) => part.places),
    everything: seen.some((part) => part.everything),
  };
}

/** The same handle held to what lies in another scope too, as that is seen for some departments. */
export function heldTo(database: ScopedDatabase, other: Scope, departments: readonly string[]): ScopedDatabase {
  const both = ofDepartments(other, departments);
  const { scope } = database;
  const empty = { areas: scope.areas, settlements: [], places: [], everything: false };
  if (both === undefined) return database.held(empty);
  return database.held({
    ...meet(scope, both),
    ...(scope.parts && { parts: scope.parts.map((part) => ({ ...meet(part, both), department: part.department })) }),
  });
}

/** What lies in two scopes; where a building of the one lies in a community of the other it is left out. */
function meet(one: Omit<Scope, 'parts'>, other: Scope): Omit<Scope, 'parts'> {
  const [inOne, inOther] = [new Set(one.settlements), new Set(other.settlements)];
  const codes = new Set(other.places.map(({ code }) => code));
  return {
    areas: one.areas,
    settlements: one.settlements.filter((code) => inOther.has(code)),
    places: [
      ...one.places.filter(({ code, settlement }) => inOther.has(settlement) || codes.has(code)),
      ...other.places.filter(({ settlement }) => inOne.has(settlement)),
    ],
    everything: one.everything && other.everything,
  };
}

/** The part of a scope in which a register is seen: where it is the department's own, and wherever no department is named. What a place is called is everybody's. */
function ofRegister(scope: Scope, register: Register): Scope | undefined {
  if (!scope.parts || namesOfPlaces.includes(register.name)) return scope;
  return ofDepartments(scope, register.departments);
}

/** The settlements in which somebody acts for a department that keeps a register. */
export const keptIn = ({ parts = [] }: Scope, { departments }: Register): ReadonlySet<string> =>
  new Set(parts.filter(({ department }) => department !== null && departments.includes(department)).flatMap((part) => touchedBy(part)));

const namesOfPlaces: readonly string[] = ['settlement', 'street_community', 'building'];

/** The role and the settings of a transaction; an absent setting holds nothing. */
function openingOf({ settlements, places, everything }: Scope, touched: readonly string[], { self, accusations }: Viewer): Opening {
  const breadth: Breadth = everything ? 'everything' : places.length === 0 ? 'settlements' : 'places';
  const lists = {
    everything: {},
    settlements: { whole: settlements },
    places: { whole: settlements, touched, seen: [...settlements, ...places.map(({ settlement, code }) => placeKey(settlement, code))] },
  }[breadth];
  const settings = Object.entries<readonly string[]>({ ...lists, self, accusations }).flatMap(([name, codes]) =>
    codes.length === 0 ? [] : [`set local ${scopeSettings[name as keyof typeof scopeSettings]} to ${settingOf(codes)}`],
  );
  return { role: readerRoles[breadth], opening: settings.join('; ') };
}

type Opening = Pick<TransactionOptions, 'role' | 'opening'>;

const settingOf = (codes: readonly string[]): string => textArrayLiteral(codes).replace(/::text\[\]$/, '');

/** The scope of the machine itself and of its one local user until there are accounts: every settlement of the registers. */
export async function wholeScope(database: Queryable): Promise<Scope> {
  const rows = await database.query<{ settlement_code: string }>(sql`select settlement_code from settlement order by settlement_code`);
  return { areas: [prefectureCode], settlements: rows.map((row) => row.settlement_code), places: [], everything: true };
}
