/** What a dump says about itself: at its beginning what is in it, at its end the checksums that prove that all of it is there. */
import sql from 'sql-template-tag';
import type { Transaction } from '../database/database.ts';
import type { HeldKeys } from '../database/heldKeys.ts';

/** The first member of a dump. */
export interface Manifest {
  /** In format 1, `keys` is the fingerprint of the only version alone. */
  readonly format: 1 | 2;
  readonly createdAt: string;
  readonly version: string;
  readonly server: string;
  /** Versions of the keys that the sealed values need, with their fingerprints; the keys themselves are never in a dump. */
  readonly keys: HeldKeys | string;
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  /** In an order in which they can be filled. */
  readonly tables: readonly DumpedTable[];
  readonly sequences: readonly { readonly name: string; readonly last: string; readonly called: boolean }[];
  readonly jobs: readonly { readonly task: string; readonly payload: unknown; readonly runAt: string; readonly key: string | null }[];
  /** What the caller notes as of the moment of the dump. */
  readonly notes: Readonly<Record<string, unknown>>;
}

/** Answers what is noted in the manifest, read in the transaction of the dump. */
export type DumpNotes = (tx: Transaction) => Promise<Manifest['notes']>;

/** One table of a dump. */
export interface DumpedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The last member of a dump. */
export interface Closing {
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;
}

/** Names of the members of an archive. */
export const members = {
  manifest: 'manifest.json',
  closing: 'closing.json',
  table: (name: string, part: number) => `tables/${name}/${String(part).padStart(6, '0')}.copy`,
  file: (path: string) => `uploads/${path}`,
} as const;

/** Tables that belong to the installation and not to its data. */
const keptApart = ['migration', 'installation'];

/** The tables, those that others refer to first, with the columns that are not computed. */
export async function listTables(tx: Transaction): Promise<(DumpedTable & { readonly bytes: number })[]> {
  const rows = await tx.query<DumpedTable & { bytes: number; refers: string[] }>(sql`
    select c.relname::text as name, pg_table_size(c.oid) as bytes,
      (select array_agg(quote_ident(attname) order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      array(select confrelid::regclass::text from pg_constraint where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as refers
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all(${keptApart})
    order by 1`);
  const ordered = new Map<string, (typeof rows)[number]>();
  const visit = (row: (typeof rows)[number]): void => {
    if (ordered.has(row.name)) return;
    for (const target of row.refers) rows.filter(({ name }) => name === target).forEach(visit);
    ordered.set(row.name, row);
  };
  rows.forEach(visit);
  return [...ordered.values()].map(({ name, columns, bytes }) => ({ name, columns, bytes }));
}

/** The sequences of the tables and where they stand. */
export async function listSequences(tx: Transaction): Promise<Manifest['sequences']> {
  return await tx.query(sql`
    select sequencename::text as name, coalesce(last_value, start_value)::text as last, last_value is not null as called
    from pg_sequences where schemaname = 'public' order by 1`);
}

/** The migrations that made the tables. */
export async function listMigrations(tx: Transaction): Promise<Manifest['migrations']> {
  return await tx.query(sql`select name, sha256 from migration order by name collate "C"`);
}
