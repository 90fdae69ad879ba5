/** Finds a person by their number in the platform or their identity number, and what they are known by in all versions of their rows. */
import { looksLikeIdNumber } from '#catalog/kinds/identityNumber.ts';
import { identityNumberDomain } from '#derive/indexDomains.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { Identity } from './aboutPerson.ts';
import { problems } from './problems.ts';

/** The number of the person; throws `person-rights.person-not-found` where the handle does not see them. */
export async function findPersonNo(database: Queryable, keys: Keys, text: string): Promise<{ personNo: string; settlement: string | null }> {
  const named = text.normalize('NFKC').trim().toUpperCase();
  const indexes = looksLikeIdNumber(named) ? keys.blindIndexes(identityNumberDomain, named) : [];
  const row = await database.maybe<{ person_no: string; settlement_code: string | null }>(sql`
    select person_no, settlement_code from person where person_no = ${named} or id_no_index = any(${indexes}::bytea[]) order by person_no = ${named} desc limit 1`);
  if (!row) throw problems['person-not-found']();
  return { personNo: row.person_no, settlement: row.settlement_code };
}

interface Version {
  name: string;
  id_no: Buffer | null;
  phone: Buffer | null;
  household_no: string | null;
  settlement_code: string | null;
}

/** Everything that a person is or was known by. The caller has seen to it that they may be asked about. */
export async function identityOf(database: Queryable, keys: Keys, personNo: string): Promise<Identity> {
  const versions = await database.query<Version>(sql`
    select name, id_no, phone, household_no, settlement_code from person where person_no = ${personNo}
    union all select name, id_no, phone, household_no, settlement_code from person_history where person_no = ${personNo}`);
  const [current] = versions;
  if (!current) throw problems['person-not-found']();
  const opened = (pick: (version: Version) => Buffer | null): string[] => [
    ...new Set(versions.map(pick).flatMap((sealed) => (sealed === null ? [] : [keys.openText(sealed)]))),
  ];
  const idNumbers = opened(({ id_no: sealed }) => sealed);
  const indexes = idNumbers.flatMap((number) => keys.blindIndexes(identityNumberDomain, number));
  const heads = await database.query<{ household_no: string; head_name: string | null }>(sql`
    select household_no, head_name from household where head_id_no_index = any(${indexes}::bytea[])
    union select household_no, head_name from household_history where head_id_no_index = any(${indexes}::bytea[])`);
  return {
    personNo,
    settlement: current.settlement_code,
    name: current.name,
    names: [...new Set([...versions.map(({ name }) => name), ...heads.flatMap(({ head_name: name }) => name ?? [])])],
    idNumbers,
    phones: opened(({ phone }) => phone),
    heads: [...new Set(heads.map(({ household_no: no }) => no))],
    households: [...new Set(versions.flatMap(({ household_no: no }) => no ?? []))],
  };
}
