/** Writes down that a register was delivered for settlements: what tells a real zero from silence. */
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { Storing } from './storeVersions.ts';

export interface Delivery {
  readonly register: RegisterName;
  readonly settlements: readonly string[];
  readonly dataDate: string;
  /** A nil report: nothing to report. */
  readonly isNil: boolean;
}

/** One delivery a register, settlement and day; a second import of the same day is remembered, so that taking back one of them leaves the other. */
export async function deliver(tx: Transaction, { register, settlements, dataDate, isNil }: Delivery, { importId, storedAt }: Storing): Promise<void> {
  const there = sql`register_feed f where f.register = ${register} and f.data_date = ${dataDate} and f.settlement_code = any(${settlements}::text[])`;
  await tx.execute(sql`
    insert into register_confirmation (register, import_id, data_date, part, stored_at, row_ids, sheets, lines)
    select 'register_feed', ${importId}, ${dataDate}, 0, ${storedAt}, array_agg(f.row_id), array_agg(0), array_agg(0)
    from ${there} and (f.nil = ${isNil} or not f.nil) and f.import_id <> ${importId} having count(*) > 0
    on conflict (register, import_id, data_date, part) do update
    set row_ids = register_confirmation.row_ids || excluded.row_ids, sheets = register_confirmation.sheets || excluded.sheets, lines = register_confirmation.lines || excluded.lines`);
  if (!isNil) {
    await tx.execute(sql`
      insert into register_feed_history (row_id, register, settlement_code, data_date, nil, import_id, sheet, line, stored_at, valid_to, replaced_by)
      select f.row_id, f.register, f.settlement_code, f.data_date, f.nil, f.import_id, f.sheet, f.line, f.stored_at, f.data_date, ${importId} from ${there} and f.nil`);
    await tx.execute(
      sql`update register_feed set nil = false, import_id = ${importId}, stored_at = ${storedAt} where row_id in (select f.row_id from ${there} and f.nil)`,
    );
  }
  await tx.execute(sql`
    insert into register_feed (register, settlement_code, data_date, nil, import_id, sheet, line, stored_at)
    select ${register}, code, ${dataDate}, ${isNil}, ${importId}, 0, 0, ${storedAt} from unnest(${settlements}::text[]) as code
    on conflict (register, settlement_code, data_date) do nothing`);
}
