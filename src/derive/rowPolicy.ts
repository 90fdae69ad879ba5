/** The second lock: which rows of a table PostgreSQL shows to the role that reads for people, told by settings of its transaction. */
import type { Table } from './table.ts';

/** The role under which everything that a person asked for is read; it owns nothing. */
export const readerRole = 'anju_reader';

/** A setting of the transaction as an array; empty or absent it holds nothing, and nothing is seen. As a sub-select, so that it is read once a statement and serves an index. */
const listOf = (setting: string): string => `array(select unnest(nullif(current_setting('anju.${setting}', true), '')::text[]))`;

/** Names of the settings that carry a scope, and what each holds. */
export const scopeSettings = {
  /** Settlements that are seen whole. */
  whole: 'anju.whole',
  /** Settlements of which something is seen. */
  touched: 'anju.touched',
  /** Communities and buildings that are seen in settlements not seen whole. */
  places: 'anju.places',
  /** `yes` when no settlement is left out, so that rows which belong to none are seen too. */
  everything: 'anju.everything',
  /** Who looks, as parties of an appeal: `account:7`, `area:522301001`, `department:教育局`. */
  self: 'anju.self',
  /** Settlements in which accusations are seen. */
  accusations: 'anju.accusations',
} as const;

const whole = listOf('whole');
const touched = listOf('touched');
const places = listOf('places');
const self = listOf('self');
const accusations = listOf('accusations');
const seesNoParts = "(select coalesce(current_setting('anju.places', true), '') = '')";
const seesEverything = "(select current_setting('anju.everything', true) = 'yes')";

/** How rows below the settlement are tied to a place: by the place itself, or through their household, person, warning or work order. */
const ties: readonly { readonly column: string; readonly notIn: readonly string[]; readonly sql: string }[] = [
  { column: 'community_code', notIn: [], sql: `community_code = any (${places})` },
  { column: 'building_code', notIn: [], sql: `building_code = any (${places})` },
  { column: 'household_no', notIn: ['household', 'person'], sql: 'household_no in (select household_no from household)' },
  { column: 'person_no', notIn: ['person'], sql: 'person_no in (select person_no from person)' },
  { column: 'warning_id', notIn: ['warning'], sql: 'warning_id in (select warning_id from warning)' },
  { column: 'appeal_no', notIn: [], sql: `appeal_no in (select appeal_no from appeal_party where part <> 'against' and party = any (${self}))` },
  { column: 'order_id', notIn: ['work_order', 'work_order_item'], sql: 'order_id in (select order_id from work_order)' },
];

/** Condition under which a row of the table is seen; undefined = the table is the platform's own and nobody reads it. */
export function rowCondition(table: Table): string | undefined {
  const condition = placeCondition(table);
  if (condition === undefined || table.seenOnlyWhere === undefined) return condition;
  return `(${condition}) and (${filled(table.seenOnlyWhere)})`;
}

/** A declared condition with the settings of the transaction in their places. */
function filled(where: string): string {
  return where
    .replaceAll(':whole', whole)
    .replaceAll(':touched', touched)
    .replaceAll(':everything', seesEverything)
    .replaceAll(':self', self)
    .replaceAll(':accusations', accusations);
}

function placeCondition(table: Table): string | undefined {
  const columns = new Set(table.columns.map(({ name }) => name));
  if (table.readBy === 'everybody') return 'true';
  if (table.readBy === 'nobody') return undefined;
  if (table.readBy === 'neighbours') return `settlement_code = any (${touched})`;
  if (table.readBy !== undefined) return filled(table.readBy.where);
  if (!columns.has('settlement_code')) return undefined;
  const name = table.name.replace(/_history$/, '');
  const tied = ties.filter(({ column, notIn }) => columns.has(column) && !notIn.includes(name)).map(({ sql }) => sql);
  const home =
    tied.length === 0
      ? `settlement_code = any (${whole})`
      : `settlement_code = any (${touched}) and (${seesNoParts} or settlement_code = any (${whole}) or ${tied.join(' or ')})`;
  return columns.has('settlement_codes') ? `(${home}) or settlement_codes && ${whole}` : home;
}

/** SQL that makes the role, gives it the tables that people read, and holds each to its condition. */
export function rowPoliciesSql(tables: readonly Table[]): string {
  const each = tables.flatMap((table) => {
    const condition = rowCondition(table);
    if (condition === undefined) return [];
    const grant = `grant select on ${table.name} to ${readerRole};`;
    if (condition === 'true') return [grant];
    return [
      `${grant}\nalter table ${table.name} enable row level security;\ncreate policy seen on ${table.name} for select to ${readerRole} using (${condition});`,
    ];
  });
  return [makeRole, `grant usage on schema public to ${readerRole};`, ...each, ''].join('\n\n');
}

/** Roles belong to the whole server: another database may have made it already, or may be making it now. */
const makeRole = `do $$
begin
  if not exists (select from pg_roles where rolname = '${readerRole}') then
    create role ${readerRole} nologin;
  end if;
  if not pg_has_role(current_user, '${readerRole}', 'member') then
    execute format('grant ${readerRole} to %I', current_user);
  end if;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception '缺少数据库角色 ${readerRole}，请数据库管理员执行 · The role ${readerRole} is missing; let an administrator of the server run: create role ${readerRole} nologin; grant ${readerRole} to %', current_user;
end
$$;`;
