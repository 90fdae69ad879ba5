/** Whether somebody was told of a thing before. */
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { ToldObject } from './takeBack.ts';

export async function wasTold(database: Queryable, account: number, { kind, key }: ToldObject): Promise<boolean> {
  const told = await database.maybe(sql`
    select 1 from notice_receipt join notice using (notice_id) where account_id = ${account} and object_kind = ${kind} and object_key = ${key} limit 1`);
  return told !== undefined;
}
