/** What a house itself lets others read, as its BI tools: a view that is made anew would forget it. */
import sql, { raw } from 'sql-template-tag';
import type { Transaction } from './database.ts';

/** Something granted on a view to a role that is not ours. */
interface HouseGrant {
  readonly view: string;
  readonly id: number;
  readonly role: string;
  readonly statement: string;
}

/** Does the work, and gives the views that it made anew to whom they were given before; roles that the files speak of are ours, and theirs to say. */
export async function keepingHouseGrants(tx: Transaction, files: readonly { readonly text: string }[], work: () => Promise<void>): Promise<void> {
  const before = (await listGrants(tx)).filter(({ role }) => !files.some(({ text }) => text.includes(role)));
  await work();
  if (before.length === 0) return;
  const standing = await tx.query<{ view: string; id: number }>(
    sql`select oid::regclass::text as view, oid::bigint as id from pg_class where relkind = 'v'`,
  );
  const madeAnew = new Set(standing.map(({ view, id }) => `${view} ${id}`));
  const names = new Set(standing.map(({ view }) => view));
  for (const { view, id, statement } of before) if (names.has(view) && !madeAnew.has(`${view} ${id}`)) await tx.execute(sql`${raw(statement)}`);
}

async function listGrants(tx: Transaction): Promise<HouseGrant[]> {
  return await tx.query(sql`
    select c.oid::regclass::text as view, c.oid::bigint as id, coalesce(g.rolname, 'public') as role,
      format('grant %s on %s to %s%s', e.privilege_type, c.oid::regclass, coalesce(quote_ident(g.rolname), 'public'), case when e.is_grantable then ' with grant option' end) as statement
    from pg_class c, aclexplode(c.relacl) e left join pg_roles g on g.oid = e.grantee
    where c.relkind = 'v' and c.relnamespace in (select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema') and e.grantee <> c.relowner
    order by 1, 3, 4`);
}
