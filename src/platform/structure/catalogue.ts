/** The statements that read the pieces of a structure out of PostgreSQL's catalogue, one for each kind. */

/** A piece as the catalogue answers it, with the address under which `pg_depend` and `pg_description` know it. */
export interface Row {
  readonly kind: string;
  readonly name: string;
  /** Name in statements that speak about it: `column household.household_no`. */
  readonly called: string | null;
  readonly of: string | null;
  readonly make: string;
  readonly drop: string;
  readonly inPlace: string | null;
  readonly roles: readonly string[] | null;
  readonly column: Readonly<Record<'table' | 'name' | 'type', string>> | null;
  readonly address: string | null;
  /** A second address: the index behind a constraint, the rule behind a view. */
  readonly also: string | null;
}

/** The schemas that are ours: neither the server's nor the job runner's. */
const ours = `(select oid from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker'))`;
const address = (of: string, object: string, sub = '0'): string => `'${of}'::regclass::oid || '/' || ${object} || '/' || ${sub}`;
const relation = 'c.oid::regclass::text';
const idOf = `case c.relkind when 'v' then 'view ' else 'table ' end || ${relation}`;

/** One row; what is left out is null. */
function row(fields: Partial<Record<keyof Row, string>>): string {
  const names = ['kind', 'name', 'called', 'of', 'make', 'drop', 'inPlace', 'roles', 'column', 'address', 'also'] as const;
  const types: Partial<Record<keyof Row, string>> = { roles: 'text[]', column: 'jsonb' };
  return `select ${names.map((name) => `(${fields[name] ?? 'null'})::${types[name] ?? 'text'} as "${name}"`).join(', ')}`;
}

const schemas = `${row({
  kind: "'schema'",
  name: 'n.nspname',
  called: "format('schema %I', n.nspname)",
  make: "format('create schema %I', n.nspname)",
  drop: "format('drop schema %I', n.nspname)",
  address: address('pg_namespace', 'n.oid'),
})} from pg_namespace n where n.oid in ${ours} and n.nspname <> 'public' order by 2`;

const tables = `${row({
  kind: "'table'",
  name: relation,
  called: `'table ' || ${relation}`,
  make: `'create table ' || ${relation}`,
  drop: `'drop table ' || ${relation}`,
  address: address('pg_class', 'c.oid'),
})} from pg_class c where c.relnamespace in ${ours} and c.relkind = 'r' order by 2`;

/** Type with its collation, as it is written in `create table`. */
const columnType = `format_type(a.atttypid, a.atttypmod) ||
  coalesce((select format(' collate %I', l.collname) from pg_collation l join pg_type y on y.oid = a.atttypid where l.oid = a.attcollation and l.oid <> y.typcollation), '')`;

const columns = `with found as (
  select c.oid, a.attnum, ${relation} as "table", quote_ident(a.attname) as name, ${columnType} as type, a.attnotnull as "notNull",
    case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as "default",
    case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
    case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) || case a.attgenerated when 's' then ' stored' else '' end end as generated
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace in ${ours} and c.relkind = 'r')
${row({
  kind: "'column'",
  name: `f."table" || '.' || f.name`,
  called: `'column ' || f."table" || '.' || f.name`,
  of: `'table ' || f."table"`,
  make: `concat_ws(' ', f.name, f.type, 'generated ' || f.identity || ' as identity', 'generated always as (' || f.generated || ')', 'default ' || f."default", case when f."notNull" then 'not null' end)`,
  drop: `format('alter table %s drop column %s', f."table", f.name)`,
  column: "to_jsonb(f) - 'oid' - 'attnum'",
  address: address('pg_class', 'f.oid', 'f.attnum'),
})} from found f order by f."table", f.attnum`;

const options = `${row({
  kind: "'option'",
  name: `${relation} || ' ' || split_part(o, '=', 1)`,
  of: idOf,
  make: `format('alter table %s set (%s = %L)', ${relation}, split_part(o, '=', 1), substr(o, strpos(o, '=') + 1))`,
  drop: `format('alter table %s reset (%s)', ${relation}, split_part(o, '=', 1))`,
})} from pg_class c, unnest(c.reloptions) o where c.relnamespace in ${ours} and c.relkind = 'r' order by 2`;

const security = `${row({
  kind: "'security'",
  name: `${relation} || ' ' || s.verb`,
  of: idOf,
  make: `format('alter table %s %s row level security', ${relation}, s.verb)`,
  drop: `format('alter table %s %s row level security', ${relation}, s.undo)`,
})} from pg_class c, (values ('enable', 'disable'), ('force', 'no force')) s(verb, undo)
  where c.relnamespace in ${ours} and c.relkind = 'r' and case s.verb when 'enable' then c.relrowsecurity else c.relforcerowsecurity end order by 2`;

/** Not-null constraints are a fact of their column. */
const constraints = `${row({
  kind: "case k.contype when 'f' then 'foreign key' else 'constraint' end",
  name: `${relation} || ' ' || quote_ident(k.conname)`,
  called: `format('constraint %I on %s', k.conname, ${relation})`,
  of: idOf,
  make: `format('alter table %s add constraint %I %s', ${relation}, k.conname, pg_get_constraintdef(k.oid))`,
  drop: `format('alter table %s drop constraint %I', ${relation}, k.conname)`,
  address: address('pg_constraint', 'k.oid'),
  also: `case when k.contype in ('p', 'u', 'x') then ${address('pg_class', 'k.conindid')} end`,
})} from pg_constraint k join pg_class c on c.oid = k.conrelid
  where c.relnamespace in ${ours} and c.relkind = 'r' and k.contype in ('p', 'u', 'c', 'f', 'x') order by 2`;

const indexes = `${row({
  kind: "'index'",
  name: 'i.indexrelid::regclass::text',
  called: "'index ' || i.indexrelid::regclass::text",
  of: idOf,
  make: 'pg_get_indexdef(i.indexrelid)',
  drop: "'drop index ' || i.indexrelid::regclass::text",
  address: address('pg_class', 'i.indexrelid'),
})} from pg_index i join pg_class c on c.oid = i.indrelid
  where c.relnamespace in ${ours} and c.relkind = 'r'
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')) order by 2`;

const views = `${row({
  kind: "'view'",
  name: relation,
  called: `'view ' || ${relation}`,
  make: `format(E'create view %s%s as\\n%s', ${relation}, ' with (' || array_to_string(c.reloptions, ', ') || ')', rtrim(pg_get_viewdef(c.oid, true), ';'))`,
  drop: `'drop view ' || ${relation}`,
  address: address('pg_class', 'c.oid'),
  also: address('pg_rewrite', 'r.oid'),
})} from pg_class c join pg_rewrite r on r.ev_class = c.oid where c.relnamespace in ${ours} and c.relkind = 'v' order by 2`;

const called = "case p.prokind when 'p' then 'procedure ' else 'function ' end || p.oid::regprocedure::text";

const functions = `${row({
  kind: "'function'",
  name: 'p.oid::regprocedure::text',
  called,
  make: "rtrim(pg_get_functiondef(p.oid), E'\\n')",
  drop: `'drop ' || ${called}`,
  inPlace: "concat_ws(' ', p.prokind, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid))",
  address: address('pg_proc', 'p.oid'),
})} from pg_proc p where p.pronamespace in ${ours} and p.prokind in ('f', 'p') order by 2`;

const triggers = `${row({
  kind: "'trigger'",
  name: `${relation} || ' ' || quote_ident(t.tgname)`,
  called: `format('trigger %I on %s', t.tgname, ${relation})`,
  of: idOf,
  make: `pg_get_triggerdef(t.oid) || coalesce(E';\\n' || format('alter table %s %s trigger %I', ${relation},
    case t.tgenabled when 'A' then 'enable always' when 'R' then 'enable replica' when 'D' then 'disable' end, t.tgname), '')`,
  drop: `format('drop trigger %I on %s', t.tgname, ${relation})`,
  address: address('pg_trigger', 't.oid'),
})} from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace in ${ours} and not t.tgisinternal order by 2`;

const roleNames = '(select array_agg(quote_ident(g.rolname) order by g.rolname) from pg_roles g where g.oid = any (p.polroles))';

const policies = `${row({
  kind: "'policy'",
  name: `${relation} || ' ' || quote_ident(p.polname)`,
  called: `format('policy %I on %s', p.polname, ${relation})`,
  of: idOf,
  make: `format('create policy %I on %s%s for %s to %s%s%s', p.polname, ${relation}, case when not p.polpermissive then ' as restrictive' end,
    case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    coalesce(array_to_string(${roleNames}, ', '), 'public'),
    ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')`,
  drop: `format('drop policy %I on %s', p.polname, ${relation})`,
  roles: roleNames,
  address: address('pg_policy', 'p.oid'),
})} from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace in ${ours} order by 2`;

/** What may be granted on: tables and views, single columns, schemas, functions. Everybody may run a function unless that was taken away. */
const grants = `with object as (
  select c.relowner as owner, ${idOf} as of, ${relation} as name, '' as part, coalesce(c.relacl, acldefault('r', c.relowner)) as acl
    from pg_class c where c.relnamespace in ${ours} and c.relkind in ('r', 'v')
  union all select c.relowner, case c.relkind when 'r' then 'column ' || ${relation} || '.' || quote_ident(a.attname) else 'view ' || ${relation} end, ${relation}, format(' (%I)', a.attname), a.attacl
    from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relnamespace in ${ours} and c.relkind in ('r', 'v') and a.attacl is not null
  union all select n.nspowner, case when nspname <> 'public' then 'schema ' || quote_ident(nspname) end, format('schema %I', nspname), '', coalesce(nspacl, acldefault('n', nspowner))
    from pg_namespace n where n.oid in ${ours}
  union all select p.proowner, 'function ' || p.oid::regprocedure, ${called}, '', coalesce(p.proacl, acldefault('f', p.proowner))
    from pg_proc p where p.pronamespace in ${ours} and p.prokind in ('f', 'p')),
entry as (
  select o.of, o.name || o.part as name, coalesce(quote_ident(g.rolname), 'public') as grantee, e.is_grantable, o.name as on_what,
    string_agg(lower(e.privilege_type) || o.part, ', ' order by e.privilege_type) as privileges
  from object o, aclexplode(o.acl) e left join pg_roles g on g.oid = e.grantee
  where e.grantee <> o.owner group by 1, 2, 3, 4, 5)
${row({
  kind: "'grant'",
  name: "name || ' to ' || grantee || case when is_grantable then ' with grant option' else '' end",
  of: 'of',
  make: "format('grant %s on %s to %s%s', privileges, on_what, grantee, case when is_grantable then ' with grant option' end)",
  drop: "format('revoke %s on %s from %s', privileges, on_what, grantee)",
  roles: "case when grantee <> 'public' then array[grantee] end",
})} from entry where not (of like 'function %' and grantee = 'public')
union all ${row({
  kind: "'grant'",
  name: "name || ' from public'",
  of: 'of',
  make: "format('revoke execute on %s from public', name)",
  drop: "format('grant execute on %s to public', name)",
})} from object where of like 'function %' and not exists (select from aclexplode(acl) e where e.grantee = 0) order by 2`;

/** Every statement; each answers rows of pieces. */
export const pieceStatements: readonly string[] = [
  schemas,
  tables,
  columns,
  options,
  functions,
  constraints,
  indexes,
  views,
  triggers,
  security,
  policies,
  grants,
];

/** Comments by the address of what they are on; a column of a view has no piece of its own and is told by its name. */
export const commentStatement = `
  select d.classoid || '/' || d.objoid || '/' || d.objsubid as address, d.classoid || '/' || d.objoid || '/0' as whole,
    case when d.objsubid > 0 then format('column %s.%I', c.oid::regclass, a.attname) end as column, quote_literal(d.description) as text
  from pg_description d left join pg_class c on d.classoid = 'pg_class'::regclass and c.oid = d.objoid
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
  where d.classoid = any (array['pg_class', 'pg_namespace', 'pg_proc', 'pg_constraint', 'pg_trigger', 'pg_policy']::regclass[]) order by d.classoid, d.objoid, d.objsubid`;

/** What rests on what, by address. A default rests for its column. */
export const dependStatement = `
  select coalesce('pg_class'::regclass::oid || '/' || f.adrelid || '/' || f.adnum, d.classid || '/' || d.objid || '/' || d.objsubid) as rests,
    d.refclassid || '/' || d.refobjid || '/' || d.refobjsubid as on
  from pg_depend d left join pg_attrdef f on d.classid = 'pg_attrdef'::regclass and f.oid = d.objid
  where d.refobjid >= 16384 and d.deptype in ('n', 'a', 'i')`;

/** Things of ours that no statement here reads: a structure that holds one cannot be compared. */
export const unreadStatement = `
  select c.oid::regclass::text as name from pg_class c where c.relnamespace in ${ours} and (c.relkind not in ('r', 'i', 'v', 'S', 't')
      or c.relkind = 'S' and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'i'))
  union all select t.oid::regtype::text from pg_type t where t.typnamespace in ${ours} and t.typtype in ('d', 'e', 'r')
  union all select p.oid::regprocedure::text from pg_proc p where p.pronamespace in ${ours} and p.prokind not in ('f', 'p')
  union all select 'rule ' || r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class where c.relnamespace in ${ours} and r.rulename <> '_RETURN'
  union all select 'statistics ' || s.stxname from pg_statistic_ext s where s.stxnamespace in ${ours}
  union all select 'extension ' || e.extname from pg_extension e where e.extname <> 'plpgsql'
  union all select 'inheritance of ' || i.inhrelid::regclass from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relnamespace in ${ours} and c.relkind = 'r'
  order by 1`;
