/** The people of the demonstration as they use the house: through its routes, each with their own session, on the clock of the demonstration. */
import sql from 'sql-template-tag';
import type { RoleCode } from '#catalog/roles.ts';
import { cookieName, openSession } from '#features/accounts/sessions.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { App } from '#platform/http/routes.ts';

export interface DemoPeople {
  /** Asks as somebody; undefined where it was refused. Throws where the house broke. */
  ask<Body>(as: RoleCode, method: 'GET' | 'POST', path: string, body?: object): Promise<Body | undefined>;
  accountOf(role: RoleCode): string;
  /** Where somebody works. */
  areaOf(role: RoleCode): string;
}

interface Person {
  readonly account: number;
  readonly role: RoleCode;
  readonly area: string;
}

export async function demoPeople(app: App, database: Database, clock: Clock): Promise<DemoPeople> {
  const people = await database.query<Person>(sql`
    select account_id as account, role, area_code as area from account join account_grant using (account_id) where is_demo order by account_id`);
  const personOf = (role: RoleCode): Person => {
    const person = people.find((one) => one.role === role);
    if (!person) throw new Error(`the demonstration has no ${role}`);
    return person;
  };
  return {
    ask: async (as, method, path, body) => {
      const { account } = personOf(as);
      const { secret } = await database.transaction((tx) => openSession(tx, account, { address: '127.0.0.1', agent: 'demo' }, true, clock.now()));
      const answer = await app.inject({
        method,
        url: `/api/v1${path}`,
        headers: { cookie: `${cookieName(false)}=${secret}` },
        ...(body && { payload: body }),
      });
      if (answer.statusCode >= 500) throw new Error(`${as} ${method} ${path}: ${answer.statusCode} ${answer.body}`);
      return answer.statusCode >= 400 || answer.body === '' ? undefined : answer.json();
    },
    accountOf: (role) => String(personOf(role).account),
    areaOf: (role) => personOf(role).area,
  };
}
