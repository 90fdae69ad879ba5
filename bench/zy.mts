import { openPlace } from '/work/h-access/bench/prefecture.ts';
import { rowPoliciesSql } from '/work/h-access/src/derive/rowPolicy.ts';
import { tables } from '/work/h-access/src/features/tables.ts';
const place = await openPlace(20000, console.log);
const { database } = place.machine;
await database.transaction(async (tx) => {
  await tx.raw(`do $$ declare p record; begin for p in select policyname, tablename from pg_policies where schemaname='public' loop execute format('drop policy %I on %I', p.policyname, p.tablename); end loop; end $$`);
  await tx.raw(rowPoliciesSql(tables));
});
await place.machine.close();
