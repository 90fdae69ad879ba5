/** The structure of the whole database as SQL, from the declarations: what `./anju migration` compares and the checks are held to. */
import { makeRole, rowPoliciesSql } from '#derive/rowPolicy.ts';
import { schemaSql } from '#derive/schemaSql.ts';
import type { Table } from '#derive/table.ts';
import { type View, viewsSql } from '#derive/view.ts';
import { auditGuardsSql } from './audit/guards.ts';
import { tables } from './tables.ts';
import { views } from './views.ts';

/** SQL that makes the structure in an empty database, and a role where it is missing. */
export interface DeclaredStructure {
  readonly sql: string;
  readonly makeRole: (role: string) => string;
}

/** The structure of these tables and views, with their guards and row policies. */
export function structureOf(some: readonly Table[], shown: readonly View[]): DeclaredStructure {
  return { sql: `${schemaSql(some)}\n${viewsSql(shown)}\n${auditGuardsSql}\n${rowPoliciesSql(some)}`, makeRole };
}

/** The structure of this program. */
export const declaredStructure = structureOf(tables, views);
