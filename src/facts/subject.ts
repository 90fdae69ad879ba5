/** The statement of a kind of subject, put together from its themes. */
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { SubjectKind } from '#catalog/items/item.ts';
import type { SubjectFacts, Theme } from './fact.ts';
import { freshRegisters } from './fresh.ts';
import { namedValues, withValues } from './namedValues.ts';

/** What a kind says of its statement beside its themes. */
interface SubjectDeclaration {
  readonly kind: SubjectKind;
  readonly register: RegisterName;
  readonly keyColumn: string;
  /** Named sub-selects that the statement begins with. */
  readonly with: readonly string[];
  /** SQL of the rows that are the subjects, with its alias: `p`, `facility`. */
  readonly from: string;
  readonly alias: string;
  /** Whether the subject belongs to a household: its rows then carry household, community and building as they stood at T. */
  readonly inHousehold?: true;
  /** Joins that come before those of the themes. */
  readonly joins?: string;
  readonly themes: readonly Theme[];
}

// Registers whose silence makes nothing unknown: the platform keeps them itself, or they are the frame in which all others are read.
const exempt: readonly RegisterName[] = ['settlement', 'building', 'household', 'person', 'appeal'];

/** All facts of a kind, with the one statement that computes them. */
export function subject(declaration: SubjectDeclaration): SubjectFacts {
  const { kind, register, keyColumn, alias, inHousehold, themes, joins = '' } = declaration;
  const facts = themes.flatMap((theme) => theme.facts);
  const spoken = [...new Set(facts.flatMap((fact) => fact.reads))].filter((name) => !exempt.includes(name));
  const named = [`\nfresh as materialized (${freshRegisters(spoken)}\n)`, ...declaration.with];
  const columns = facts.map((fact) => `${fact.sql} as ${fact.name}`);
  const place = ['household_no', 'community_code', 'building_code'].map((name) => (inHousehold ? `${alias}.${name}` : `null::text as ${name}`));
  const statement = `with ${named.join(',')}
select ${alias}.settlement_code, ${alias}.${keyColumn} as subject_key, ${place.join(', ')},
    ${columns.join(',\n    ')}
  from ${declaration.from}
  join fresh on fresh.settlement_code = ${alias}.settlement_code
  ${joins}${themes.map((theme) => theme.joins).join('')}`;
  return { kind, register, keyColumn, facts, sql: (asOf) => withValues(statement, namedValues(asOf)) };
}
