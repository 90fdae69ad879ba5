/** Shows one hidden number or name whole: for a purpose, inside the caller's area, so many times an hour, and told in the audit log without the value. */
import { registers } from '#catalog/catalog.ts';
import { purposes, secondsShown } from '#catalog/purposes.ts';
import { type RegisterName, registerNames } from '#catalog/registers/registerNames.ts';
import type { Register } from '#catalog/registers/register.ts';
import { decideShown, isRevealable } from '#derive/decideShown.ts';
import { personFields } from '#derive/personRefs.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { Actor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { revealsPerHour } from '#features/standards/settings.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { RevealAnswer, RevealOrder } from './contract.ts';
import { peopleProblems } from './problems.ts';
import { lookAt } from './lookAt.ts';
import { keepersOf, type Sight, subjectOf } from './sight.ts';

/** Who asks, and what that one sees. */
export interface Asking {
  readonly account: number;
  readonly actor: Actor;
  readonly scope: ScopedDatabase;
  readonly sight: Sight;
  readonly now: Date;
}

export interface RevealHouse {
  readonly database: Database;
  readonly keys: Keys;
}

const hour = 3_600_000;
const byNumber: Readonly<Partial<Record<RegisterName, string>>> = { person: 'person_no', household: 'household_no' };

/** The value, once. Throws `people.not-found` outside the area, `people.withheld`, `people.restricted`, and `people.too-many` when the hour's number is used up. */
export async function reveal({ database, keys }: RevealHouse, asking: Asking, order: RevealOrder): Promise<RevealAnswer> {
  const register = registers[registerNames.find((name) => name === order.register && name !== 'warning_case') ?? 'register_feed'];
  const field = register.fields[order.field];
  const scope = asking.scope.forRegister(register);
  if (register.name !== order.register || scope === undefined) throw peopleProblems['not-found']();
  if (field === undefined || !isRevealable(field)) throw peopleProblems['not-revealed']();
  const row = await findRow(scope, register, order);
  const named = personFields(register).flatMap(({ name }) => (row[name] ?? []) as string | readonly string[]);
  const look = await lookAt(scope, asking.sight, [subjectOf(register, row)], named);
  const kept = keepersOf(register);
  const { shown, why } = decideShown(register, order.field, 'file', look.of(subjectOf(register, row), kept));
  // A number in a row that names somebody may be theirs.
  if (why === 'restricted' || named.some((person) => look.whyUnnamed(person, kept) === 'restricted')) throw peopleProblems.restricted();
  if (shown === 'withheld') throw peopleProblems.withheld();
  const stored = row[order.field];
  if (stored === null || stored === undefined) throw peopleProblems['not-found']();
  const value = field.kind.sealed
    ? keys.openText(Buffer.from(stored as Uint8Array))
    : field.target === 'person'
      ? await namesOf(scope, asking.sight, stored as string | readonly string[], register)
      : field.kind.write(stored as never, field);
  const left = await database.transaction(async (tx) => {
    const remaining = await countReveal(tx, asking);
    await appendAudit(tx, asking.actor, {
      verb: 'people.reveal',
      object: { kind: 'register-row', key: `${register.name}/${order.key ?? String(row.row_id)}/${order.field}` },
      settlement: (row.settlement_code as string | null) ?? null,
      purpose: `${purposes[order.purpose].zh}：${order.reason}`,
      after: { register: register.name, field: field.zh, ...(byNumber[register.name] && { number: row[byNumber[register.name] ?? ''] }) },
    });
    return remaining;
  });
  return { value, until: new Date(asking.now.getTime() + secondsShown * 1000).toISOString(), left };
}

async function findRow(scope: ScopedDatabase, register: Register, { row, key }: RevealOrder): Promise<Readonly<Record<string, unknown>>> {
  const number = byNumber[register.name];
  const where: Sql | undefined =
    row !== undefined ? sql`row_id = ${row}` : key !== undefined && number !== undefined ? sql`${raw(number)} = ${key}` : undefined;
  const within = register.settlementVia.length === 0 ? sql`true` : scope.within('settlement_code');
  const found = where && (await scope.maybe<Record<string, unknown>>(sql`select * from ${raw(register.name)} where ${where} and ${within}`));
  if (!found) throw peopleProblems['not-found']();
  return found;
}

/** The names of people to whom a field refers; children of whom the caller may see nothing stay unnamed. */
async function namesOf(scope: ScopedDatabase, sight: Sight, stored: string | readonly string[], register: Register): Promise<string> {
  const persons = typeof stored === 'string' ? [stored] : stored;
  const look = await lookAt(scope, sight, [], persons);
  if (persons.some((person) => look.whyUnnamed(person, keepersOf(register)) !== null)) throw peopleProblems.withheld();
  const rows = await scope.query<{ name: string }>(sql`select name from person where person_no = any(${persons}::text[]) order by person_no`);
  if (rows.length === 0) throw peopleProblems['not-found']();
  return rows.map(({ name }) => name).join('、');
}

/** Counts one more value; answers how many are left. The account's row keeps two requests of one person apart. */
async function countReveal(tx: Transaction, { account, now }: Asking): Promise<number> {
  await tx.execute(sql`select 1 from account where account_id = ${account} for update`);
  await tx.execute(sql`delete from reveal where account_id = ${account} and shown_at <= ${new Date(now.getTime() - hour)}`);
  const limit = await revealsPerHour(tx);
  const { count, oldest } = await tx.one<{ count: number; oldest: string | null }>(sql`
    select count(*)::integer as count, (array_agg(shown_at order by shown_at desc))[${limit}] as oldest from reveal where account_id = ${account}`);
  if (count >= limit) {
    const free = Date.parse(oldest ?? now.toISOString()) + hour;
    throw peopleProblems['too-many']({ limit, minutes: Math.max(1, Math.ceil((free - now.getTime()) / 60_000)) });
  }
  await tx.execute(sql`insert into reveal (account_id, shown_at) values (${account}, ${now})`);
  return limit - count - 1;
}
