/** Persons whose data are restricted, as conditions of statements and in rows that nobody has identified yet. */
import { readIdentityNumber } from '#catalog/kinds/identityNumber.ts';
import { identityNumberDomain } from '#derive/indexDomains.ts';
import type { Scope } from '#features/areas/scope.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw, type Sql } from 'sql-template-tag';

/** How far somebody answers for requests of persons whose data are restricted. */
export interface Answering {
  readonly restricted: Pick<Scope, 'settlements'>;
}

/** Condition that the person whom a row names (of a table by the name that it has in the statement) is restricted and not for the caller to see. */
export const isHidden = (sight: Answering, table: string, number = 'person_no'): Sql =>
  sql`(${raw(`${table}.${number}`)} in (select person_no from person_restriction) and ${notAnswered(sight, table)})`;

/** The same for the head of a row of `household`. */
export const isHeadHidden = (
  sight: Answering,
  household: string,
): Sql => sql`(exists (select from person_restriction join person restricted using (person_no)
      where restricted.id_no_index = ${raw(household)}.head_id_no_index) and ${notAnswered(sight, household)})`;

/** The persons who are restricted and not for the caller to see, as a table to select from: number and index of the identity number. */
export const hiddenPersons = (sight: Answering): Sql =>
  sql`(select person_no, id_no_index from person_restriction join person using (person_no) where ${notAnswered(sight, 'person')})`;

const notAnswered = ({ restricted }: Answering, table: string): Sql =>
  sql`not coalesce(${raw(table)}.settlement_code = any(${[...restricted.settlements]}::text[]), false)`;

/** Tells whether the texts of a row name somebody restricted for whom the caller does not answer: by a number, or by the name alone, since nobody knows yet whose row it is. Undefined where there is nobody. */
export async function findRestricted(
  database: Queryable,
  keys: Keys,
  sight: Answering,
): Promise<((texts: readonly string[]) => boolean) | undefined> {
  const persons = await database.query<{ person_no: string; name: string; index: string | null }>(sql`
    select person_no, name, encode(id_no_index, 'hex') as index from person where ${isHidden(sight, 'person')}`);
  if (persons.length === 0) return undefined;
  const named = new Set(persons.flatMap(({ person_no: number, name }) => [formOf(number), formOf(name)]));
  const indexes = new Set(persons.map(({ index }) => index));
  const isNumber = (text: string): boolean => {
    const number = readIdentityNumber(text, lastDay);
    return typeof number === 'string' && keys.blindIndexes(identityNumberDomain, number).some((index) => indexes.has(index.toString('hex')));
  };
  return (texts) => texts.map(formOf).some((text) => named.has(text) || (text.match(numberForm) ?? []).some(isNumber));
}

const numberForm = /\d{17}[\dX]|\d{15}/g;
const lastDay = '9999-12-31';

/** Names and numbers as they are compared: without blanks, and without the dots between the parts of a name. */
const formOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•‧・.'-]/g, '');
