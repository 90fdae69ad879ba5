/** What the database itself holds the audit log to: triggers that refuse changes, and the one function that removes what has expired. */

/** Months that an entry is kept at least (GB/T 22239, level 3). */
export const leastMonthsKept = 6;

/**
 * Triggers and functions of the tables. They stand against everybody, the owner included: only `audit_prune` may delete, and only a restore,
 * which says so by `anju.restoring`, may empty the tables and bring entries that have their links already.
 */
export const auditGuardsSql = `
create function audit_refuse() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('anju.audit_pruning', true) = pg_current_xact_id()::text then return null; end if;
  if tg_op = 'TRUNCATE' and current_setting('anju.restoring', true) = 'yes' then return null; end if;
  raise exception 'the audit log is append-only: % of % refused', lower(tg_op), tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry for each statement execute function audit_refuse();
create trigger audit_link_append_only before update or delete or truncate on audit_link for each statement execute function audit_refuse();
alter table audit_entry enable always trigger audit_entry_append_only;
alter table audit_link enable always trigger audit_link_append_only;

create function audit_wait() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('anju.restoring', true) is distinct from 'yes' then insert into audit_waiting select entry_id from added; end if;
  return null;
end $$;
create trigger audit_entry_waits after insert on audit_entry referencing new table as added for each statement execute function audit_wait();

create function audit_prune(keep_from timestamptz, out seq bigint, out hash bytea, out sealed_at timestamptz, out entries bigint)
language plpgsql as $$
begin
  if keep_from > now() - interval '${leastMonthsKept} months' then
    raise exception 'audit entries are kept for at least ${leastMonthsKept} months' using errcode = 'insufficient_privilege';
  end if;
  select min(l.seq) - 1 into seq from audit_link l join audit_entry e using (entry_id) where e.at >= keep_from or l.sealed_at >= keep_from;
  if seq is null then select max(l.seq) into seq from audit_link l; end if;
  select l.hash, l.sealed_at into hash, sealed_at from audit_link l join audit_entry e using (entry_id) where l.seq = audit_prune.seq;
  entries := 0;
  if hash is null then return; end if;
  perform set_config('anju.audit_pruning', pg_current_xact_id()::text, true);
  delete from audit_entry e using audit_link l where l.entry_id = e.entry_id and l.seq <= audit_prune.seq;
  get diagnostics entries = row_count;
  delete from audit_link l where l.seq < audit_prune.seq;
  perform set_config('anju.audit_pruning', '', true);
end $$;
comment on function audit_prune is '清理到期审计记录,最后一环留作锚';
revoke execute on function audit_prune from public;
`;
