/** Corrects fields of a row about a person: an import of one row, with the same checks, that leaves the version before in the history. */
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { importRows, type JsonRow, type RowValue } from '#features/imports/importRows.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import { type Identity, isAbout, personRegisters } from './aboutPerson.ts';
import { identityOf } from './findPerson.ts';
import { problems } from './problems.ts';
import { beginRight, finishRight, type RightOrder, type RightsHouse } from './rights.ts';

export interface Correction extends RightOrder {
  readonly register: string;
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
  readonly dataDate?: string | undefined;
}

/** Stores the correction; throws what the checks say and stores nothing then. */
export async function correctPerson(house: RightsHouse, order: Correction): Promise<{ right: number; importId: number; changed: number }> {
  const { database, keys } = house;
  const register = registerOf(order.register);
  checkFields(register, order.values);
  const identity = await identityOf(database, keys, order.personNo);
  const row = { ...(await keyOf(database, keys, register, order.row, identity)), ...order.values };
  const said = { ...(order.dataDate && { dataDate: order.dataDate }), statedBy: house.actor.name };
  const { problems: found, problem, refused, aside } = await importRows(house, register.name, [row], { ...said, dryRun: true });
  const [wrong] = found.filter(({ effect }) => effect !== 'marked');
  if (problem ?? wrong ?? refused + aside > 0)
    throw problems['correction-refused'](problem ?? wrong ?? { zh: '没有找到这一行', en: 'the row was not found' });
  const right = await database.transaction((tx) => beginRight(tx, house, order, { kind: 'correct', settlement: identity.settlement }));
  const report = await importRows(house, register.name, [row], { ...said, calledAs: `更正 ${right}` });
  const importId = report.import ?? 0;
  const fields = Object.keys(order.values);
  await database.transaction(async (tx) => {
    await finishRight(tx, house, right, { state: 'done', importId, outcome: { register: register.name, row: order.row, fields } });
    await appendAudit(tx, house.actor, {
      verb: 'person-rights.correct',
      object: { kind: 'person-right', key: right },
      settlement: identity.settlement,
      purpose: order.purpose,
      after: {
        person: order.personNo,
        asker: order.asker,
        proof: order.proof ?? '',
        register: register.name,
        row: order.row,
        fields,
        import: importId,
      },
    });
  });
  return { right, importId, changed: report.changed + report.added };
}

function registerOf(name: string): Register {
  const found = personRegisters.find((place) => place.register.name === name);
  if (!found) throw problems['row-not-found']();
  return found.register;
}

/** A field that a person states: no key, no number that the platform gives, nothing computed and nothing that a workflow makes. */
export function isOwnField(register: Register, name: string, field: Field): boolean {
  const isMade = field.calc !== undefined || (field.auto !== undefined && 'workflow' in field.auto);
  return !isMade && !register.key.includes(name) && !(register.name === 'person' && name === 'person_no');
}

function checkFields(register: Register, values: Readonly<Record<string, string>>): void {
  if (Object.keys(values).length === 0) throw problems['nothing-to-correct']();
  for (const name of Object.keys(values)) {
    const field = (register.fields as Readonly<Record<string, Field>>)[name];
    if (!field) throw problems['field-unknown']({ register: register.zh, field: name });
    if (!isOwnField(register, name, field)) throw problems['field-not-own']({ zh: field.zh, en: field.en });
  }
}

/** The key of the row, by which the import finds it. */
async function keyOf(database: Queryable, keys: Keys, register: Register, rowId: number, identity: Identity): Promise<JsonRow> {
  const place = personRegisters.find((one) => one.register.name === register.name);
  const where = place ? isAbout(place, identity, keys) : sql`false`;
  const row = await database.maybe<Record<string, unknown>>(sql`select * from ${raw(register.name)} where row_id = ${rowId} and ${where}`);
  if (!row) throw problems['row-not-found']();
  return Object.fromEntries(
    register.key.flatMap((name): [string, RowValue][] => {
      const stored = row[name];
      if (stored === null || stored === undefined) return [];
      return [[name, Buffer.isBuffer(stored) ? keys.openText(stored) : (stored as RowValue)]];
    }),
  );
}
