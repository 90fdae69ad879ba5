/** Tokens of systems belong to the post: they go on working for the successor. */
import sql from 'sql-template-tag';
import type { WorkSource } from './openWork.ts';

export const tokensAsWork: WorkSource = {
  kind: 'tokens',
  zh: '接口令牌',
  en: 'Tokens of systems',
  list: async (database, { account }) => {
    const rows = await database.query<{ name: string; expires_at: string }>(sql`
      select name, expires_at from access_token where account_id = ${account} and revoked_at is null and expires_at > now() order by token_id`);
    return rows.map(({ name, expires_at: at }) => ({ zh: `${name}，${at.slice(0, 10)} 到期`, en: `${name}, until ${at.slice(0, 10)}` }));
  },
  handOver: (tx, from, to) => tx.execute(sql`update access_token set account_id = ${to} where account_id = ${from} and revoked_at is null`),
};
