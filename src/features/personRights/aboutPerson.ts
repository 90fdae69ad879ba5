/** Where a person stands in the registers, derived from the catalogue: every field that refers to a person or holds a number of one. */
import { registers } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import { identityNumberDomain, indexDomain } from '#derive/indexDomains.ts';
import { personFields, subjectField } from '#derive/personRefs.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import sql, { join, raw, type Sql } from 'sql-template-tag';

/** What a person is known by. */
export interface Identity {
  readonly personNo: string;
  readonly settlement: string | null;
  /** The name now, and all names that any version states. */
  readonly name: string;
  readonly names: readonly string[];
  readonly idNumbers: readonly string[];
  readonly phones: readonly string[];
  /** Households of which the person is or was the head. */
  readonly heads: readonly string[];
  readonly households: readonly string[];
}

/** `own`: about the person; `held`: a case, post or place that has the person as its one person; `mention`: about somebody else and names the person. */
export type Role = 'own' | 'held' | 'mention';

/** A register that may hold something on a person. */
export interface PersonRegister {
  readonly register: Register;
  readonly role: Role;
  readonly refs: readonly { readonly name: string; readonly isList: boolean }[];
  /** Sealed fields: a number in them may be the person's. */
  readonly sealed: readonly { readonly name: string; readonly domain: string }[];
}

/** The registers that are tables of their own. */
const stored = Object.values(registers).filter(({ name }) => name !== 'warning_case' && name !== 'register_feed');

export const personRegisters: readonly PersonRegister[] = stored.flatMap((register) => {
  const refs = personFields(register);
  const sealed = Object.entries(register.fields)
    .filter(([, { kind }]) => kind.sealed)
    .map(([name, field]) => ({ name, domain: indexDomain(field) }));
  if (refs.length === 0 && sealed.length === 0 && register.name !== 'person') return [];
  return [{ register, role: roleIn(register, refs), refs, sealed }];
});

function roleIn(register: Register, refs: PersonRegister['refs']): Role {
  if (subjectField(register) !== undefined) return 'own';
  const isHeld = refs.some(({ isList }) => !isList) && !['person', 'household'].includes(register.subject);
  return isHeld ? 'held' : 'mention';
}

/** Rows that refer to the person. */
export function refersTo({ refs }: Pick<PersonRegister, 'refs'>, { personNo }: Identity): Sql[] {
  return refs.map(({ name, isList }) => (isList ? sql`${personNo} = any(${raw(name)})` : sql`${raw(name)} = ${personNo}`));
}

/** Rows that are about the person, refer to them, or hold their identity number. */
export function isAbout(place: PersonRegister, identity: Identity, keys: Keys): Sql {
  const own = place.register.name === 'person' ? [sql`person_no = ${identity.personNo}`] : [];
  return anyOf([...own, ...refersTo(place, identity), ...holdsNumber(place, identity, keys, false)]);
}

/** Rows whose sealed fields hold a number of the person; phones, which a family shares, only where asked for. */
export function holdsNumber({ register, sealed }: PersonRegister, identity: Identity, keys: Keys, withPhones: boolean): Sql[] {
  if (register.name === 'person') return [];
  return sealed.flatMap(({ name, domain }) => {
    const values = domain === identityNumberDomain ? identity.idNumbers : withPhones ? identity.phones : [];
    const indexes = values.flatMap((value) => keys.blindIndexes(domain, value));
    return indexes.length === 0 ? [] : [sql`${raw(name)}_index = any(${indexes}::bytea[])`];
  });
}

/** The conditions as one; false where there is none. */
export const anyOf = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? sql`false` : sql`(${join([...conditions], ' or ')})`);
