/** The second lock: which rows of a table PostgreSQL shows to the roles that read for people, told by settings of their transaction. */
import type { Table } from './table.ts';

/** How much a scope holds: the less it leaves out, the less has to be asked of each row. */
export type Breadth = 'everything' | 'settlements' | 'places';

/** The roles under which everything that a person asked for is read; they own nothing. */
export const readerRoles: Readonly<Record<Breadth, string>> = {
  /** No settlement is left out: rows that belong to none are seen too. */
  everything: 'anju_reader_of_all',
  /** Settlements, each of them whole. */
  settlements: 'anju_reader_of_settlements',
  /** Communities and buildings, beside settlements that are whole. */
  places: 'anju_reader',
};

/** Names of the settings that carry a scope, and what each holds. Absent or empty they hold nothing, and nothing is seen. */
export const scopeSettings = {
  /** Settlements that are seen whole. */
  whole: 'anju.whole',
  /** Settlements of which something is seen. */
  touched: 'anju.touched',
  /** Where places are named: settlements seen whole, and communities and buildings as `placeKey` writes them. */
  seen: 'anju.seen',
  /** Who looks, as parties of an appeal: `account:7`, `area:522301001`, `department:教育局`. */
  self: 'anju.self',
  /** Settlements in which accusations are seen. */
  accusations: 'anju.accusations',
} as const;

/** A community or building with its settlement: a row that has moved to another settlement is not seen by a place that it left. */
export const placeKey = (settlement: string, place: string): string => `${settlement}/${place}`;

/** A setting as an array: as a sub-select, so that it is read once a statement and serves an index. */
const arrayOf = (setting: string): string => `(select nullif(current_setting('${setting}', true), '')::text[])::text[]`;
const listOf = (setting: keyof typeof scopeSettings): string => arrayOf(scopeSettings[setting]);

/** The role under which rows that a person brings are written; it owns nothing. */
export const writerRole = 'anju_writer';

/** Setting that holds the settlements about which the person may say something. */
export const reachSetting = 'anju.reach';

/** Whether a row lies in one of some settlements. `is true` keeps it from being an index condition: the planner does not know how many settlements there are, and statements carry conditions of which it does. */
const liesIn = (settlements: string): string => `(settlement_code = any (${settlements})) is true`;

/** How rows below the settlement are tied to a place where they do not name it: through their household, person, warning or work order. */
const ties: readonly { readonly column: string; readonly table: string; readonly notIn: readonly string[] }[] = [
  { column: 'household_no', table: 'household', notIn: ['household', 'person'] },
  { column: 'person_no', table: 'person', notIn: ['person'] },
  { column: 'warning_id', table: 'warning', notIn: ['warning'] },
  { column: 'order_id', table: 'work_order', notIn: ['work_order', 'work_order_item'] },
];

/** Whether what a row is tied to is seen. As `exists`, so that the planner may look for the few that there are instead of reading all. */
const seenThrough = (row: string, column: string, table: string, among?: string): string =>
  `exists (select from ${table} tied where tied.${column} = ${row}.${column}${among === undefined ? '' : ` and tied.settlement_code = any (${among})`})`;

/** Whether an appeal is in the hands of the caller's own unit, which sees it though it sees only a part of the settlement. */
const inOwnHands = (row: string): string =>
  `exists (select from appeal_party where appeal_party.appeal_no = ${row}.appeal_no and part <> 'against' and party = any (${listOf('self')}))`;

/** Whether a row lies in a settlement that is seen whole or in a place: one list is asked, for each list that a table asks costs planning. */
const isSeen = (columns: readonly string[]): string =>
  `array[settlement_code, ${columns.map((column) => `settlement_code || '/' || ${column}`).join(', ')}] && ${listOf('seen')}`;

/** Condition under which a scope of that breadth sees a row of the table; undefined = the table is the platform's own and nobody reads it. */
export function rowCondition(table: Table, breadth: Breadth): string | undefined {
  const condition = placeCondition(table, breadth);
  if (condition === undefined || table.seenOnlyWhere === undefined) return condition;
  const only = table.seenOnlyWhere.replaceAll(':self', listOf('self')).replaceAll(':accusations', listOf('accusations'));
  return condition === 'true' ? only : `(${condition}) and (${only})`;
}

function placeCondition(table: Table, breadth: Breadth): string | undefined {
  const columns = new Set(table.columns.map(({ name }) => name));
  if (table.readBy === 'nobody' || (table.readBy === undefined && !columns.has('settlement_code'))) return undefined;
  if (table.readBy === 'everybody' || breadth === 'everything') return 'true';
  const whole = listOf('whole');
  // Where no place is named, what is touched is what is whole.
  const touched = breadth === 'places' ? listOf('touched') : whole;
  if (table.readBy === 'neighbours') return liesIn(touched);
  if (table.readBy === 'with-person') return seenThrough(table.name, 'person_no', 'person');
  if (table.readBy !== undefined) return table.readBy.where.replaceAll(':whole', whole).replaceAll(':touched', touched);
  const isWhole = liesIn(whole);
  const name = table.name.replace(/_history$/, '');
  // Rows of registers are many, and paged by their numbers: the planner reads all people at once, for which those of the settlements will do. Elsewhere the list would cost more to plan than it saves.
  const among = table.written === 'within-reach' ? touched : undefined;
  const tied = ties
    .filter(({ column, notIn }) => columns.has(column) && !notIn.includes(name))
    .map(({ column, table: to }) => seenThrough(table.name, column, to, among));
  if (name === 'appeal') tied.push(inOwnHands(table.name));
  const placed = ['community_code', 'building_code'].filter((column) => columns.has(column));
  const own = placed.length === 0 ? isWhole : isSeen(placed);
  const besides = tied.length === 0 ? '' : ` or (${liesIn(touched)} and (${tied.join(' or ')}))`;
  const home = breadth === 'settlements' ? isWhole : `${own}${besides}`;
  return columns.has('settlement_codes') ? `(${home}) or settlement_codes && ${whole}` : home;
}

const breadths = Object.keys(readerRoles) as Breadth[];

/** SQL that lets rows be written on behalf of a person: none that lies, lay or serves outside the reach. */
function writingSql({ name, columns, written }: Table): string[] {
  if (written === undefined) return [];
  const grant = `grant select, insert, update on ${name} to ${writerRole};`;
  if (written === 'freely') return [grant];
  const lies = `settlement_code = any (${arrayOf(reachSetting)})`;
  const serves = columns.some((column) => column.name === 'settlement_codes')
    ? ` and coalesce(settlement_codes, '{}') <@ ${arrayOf(reachSetting)}`
    : '';
  return [grant, `create policy written on ${name} to ${writerRole} using (${lies}) with check (${lies}${serves});`];
}

/** SQL that makes the roles, gives them the tables that people read, and holds each to its condition. */
export function rowPoliciesSql(tables: readonly Table[]): string {
  const roles = Object.values(readerRoles).join(', ');
  const each = tables.flatMap((table) => {
    const policies = breadths.flatMap((breadth) => {
      const condition = rowCondition(table, breadth);
      const policy = `create policy ${breadth} on ${table.name} for select to ${readerRoles[breadth]} using (${condition});`;
      return condition === undefined ? [] : [policy];
    });
    if (policies.length === 0) return [];
    const grant = `grant select on ${table.name} to ${roles};`;
    if (table.readBy === 'everybody') return [grant];
    return [[grant, `alter table ${table.name} enable row level security;`, ...policies].join('\n')];
  });
  const writing = tables.map((table) => writingSql(table).join('\n')).filter((lines) => lines !== '');
  return [...allRoles.map(makeRole), `grant usage on schema public to ${roles}, ${writerRole};`, ...each, ...writing, ''].join('\n\n');
}

const allRoles = [...Object.values(readerRoles), writerRole];
const rolesByHand = allRoles.map((role) => `create role ${role} nologin;`).join(' ');

/** SQL that makes a role. Roles belong to the whole server: another database may have made it already, or may be making it now. */
export const makeRole = (role: string): string => `do $$
begin
  if not exists (select from pg_roles where rolname = '${role}') then
    create role ${role} nologin;
  end if;
  if not pg_has_role(current_user, '${role}', 'member') then
    execute format('grant ${role} to %I', current_user);
  end if;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception '缺少数据库角色 ${role}，请数据库管理员执行 · The role ${role} is missing; let an administrator of the server run: ${rolesByHand} grant ${allRoles.join(', ')} to %', current_user;
end
$$;`;
