/** Shows a person to who answers for their rights: what they are called, whether they are restricted, and the rows that may be corrected. Numbers stay masked. */
import { subjectField } from '#derive/personRefs.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { isAbout, personRegisters } from './aboutPerson.ts';
import type { PersonAsked } from './contract.ts';
import { isOwnField } from './correctPerson.ts';
import { identityOf } from './findPerson.ts';
import { readVersions } from './gatherPerson.ts';

export async function viewPerson(database: Queryable, keys: Keys, personNo: string): Promise<PersonAsked> {
  const identity = await identityOf(database, keys, personNo);
  const restriction = await database.maybe<{ since: string }>(sql`select since from person_restriction where person_no = ${personNo}`);
  const rows: PersonAsked['rows'] = [];
  for (const of of personRegisters.filter(({ register }) => subjectField(register) !== undefined)) {
    const { register } = of;
    // Without their numbers the person's own are masked like everybody's.
    const masked = { ...identity, idNumbers: [], phones: [] };
    for (const row of await readVersions(database, keys, { of, where: isAbout(of, identity, keys) }, masked, false)) {
      const values = new Map(row.fields.map((field) => [field.name, field.value]));
      if (register.name === 'person' && values.get('person_no') !== personNo) continue;
      const fields = Object.entries(register.fields)
        .filter(([name, field]) => isOwnField(register, name, field))
        .map(([name, { zh, en }]) => ({ name, zh, en, value: values.get(name) ?? '' }));
      rows.push({ register: register.name, zh: register.zh, en: register.en, rowId: row.rowId, dataDate: row.dataDate, fields });
    }
  }
  return {
    person: personNo,
    name: identity.name,
    household: identity.households[0] ?? null,
    settlement: identity.settlement,
    restrictedSince: restriction?.since ?? null,
    rows,
  };
}
