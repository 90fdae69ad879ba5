/** Merges each statement with the version that stood at its data date: what the sheet leaves empty stays, `#清空` erases, the rest is computed. */
import { textArrayLiteral, textLiteral } from '#derive/literal.ts';
import type { Field, FieldValue } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import { columnType, placeColumnNames } from '#derive/registerTables.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { StoreOrder } from './importHouse.ts';
import { columnsOf, comparedColumn, executeText, existsText, queryText, rowExpression } from './importSql.ts';
import type { StagedField, StagePlan } from './stagePlan.ts';
import type { Staged } from './stageRows.ts';
import { wordRules } from './wordRules.ts';

/** What holds for one turn of an import. */
export interface Turn {
  readonly number: number;
  /** Whether some statements of the turn are older than what stands. */
  readonly hasLate: boolean;
}

/** Makes `late`: statements whose day lies before the current version, or before a later confirmation of it, with the version that they follow. */
export async function findLateRows(tx: Transaction, { register }: StagePlan, number: number): Promise<Turn> {
  await tx.raw('drop table if exists late; drop table if exists merged');
  const turn = `keyed k join keyed_rows r using (x_n) where k.x_turn = ${number} and not k.x_refused`;
  const [earliest] = await queryText<{ day: string | null }>(tx, `select min(k.x_date) as day from ${turn}`);
  const isConfirmedLater = earliest?.day
    ? await existsText(
        tx,
        `select from register_confirmation where register = ${textLiteral(register.name)} and data_date > ${textLiteral(earliest.day)}`,
      )
    : false;
  if (!isConfirmedLater && !(await existsText(tx, `select from ${turn} and r.data_date > k.x_date`))) return { number, hasLate: false };
  await tx.raw(`
    create temporary table late on commit drop as
    with said as (
      select k.x_n, r.row_id, k.x_date, r.data_date as current_date_of from ${turn}
    ), again as (
      select distinct on (said.x_n) said.x_n, c.data_date, c.import_id, c.stored_at, u.sheet, u.line
      from register_confirmation c cross join lateral unnest(c.row_ids, c.sheets, c.lines) as u (row_id, sheet, line)
        join said on said.row_id = u.row_id and c.data_date > said.x_date
      where c.register = ${textLiteral(register.name)}
      order by said.x_n, c.data_date, c.stored_at
    )
    select said.x_n, said.row_id, said.x_date, h.version_id as base, said.current_date_of <= said.x_date as follows_current,
      next.data_date as next_date, next.stored_at as next_at,
      again.data_date as again_on, again.import_id as again_import, again.stored_at as again_at, again.sheet as again_sheet, again.line as again_line
    from said
    left join ${register.name}_history h on h.row_id = said.row_id and h.data_date <= said.x_date and h.valid_to > said.x_date
    left join lateral (
      select data_date, stored_at from (
        select f.data_date, f.stored_at from ${register.name}_history f where f.row_id = said.row_id and f.data_date > said.x_date
        union all select c.data_date, c.stored_at from ${register.name} c where c.row_id = said.row_id and c.data_date > said.x_date
      ) after order by data_date, stored_at limit 1) next on true
    left join again on again.x_n = said.x_n
    where said.current_date_of > said.x_date or again.x_n is not null`);
  // Of one day, what was stored first comes first: a confirmation may stand before the version that replaced it on its day.
  await tx.raw(`
    update late set again_on = null, again_import = null where again_on > next_date or (again_on = next_date and again_at >= next_at);
    delete from late where follows_current and again_on is null;
    analyze late`);
  return { number, hasLate: true };
}

/** Makes `merged`: the whole rows as they shall stand, `x_new` where the register has no row yet, `x_known` where a version stood that they follow, `x_changed` where they differ from the version before, `x_told` where they only say in another place what stands. */
export async function mergeRows(
  tx: Transaction,
  plan: StagePlan,
  staged: Staged,
  turn: Turn,
  { covers, reach }: Pick<StoreOrder, 'covers' | 'reach'>,
): Promise<void> {
  const { register } = plan;
  const fields = Object.entries(register.fields);
  const base = (column: string): string => (turn.hasLate ? `case when l.base is not null then h.${column} else c.${column} end` : `c.${column}`);
  const isKnown = turn.hasLate ? 'coalesce(h.row_id, c.row_id) is not null' : 'c.row_id is not null';
  const first = fields.flatMap(([name, field]) => {
    const value = statedColumns(plan, name);
    return columnsOf(name, field).map(
      (column, at) => `${mergedValue(name, field, value?.[at], base(column), isKnown, staged, register)} as ${column}`,
    );
  });
  const before = fields.map(([name, field]) => `${base(comparedColumn(name, field))} as b_${name}`);
  const second = fields.flatMap(([name, field]) =>
    columnsOf(name, field).map((column) => `${filledValue(name, field, column, register)} as ${column}`),
  );
  const third = fields.flatMap(([name, field]) =>
    columnsOf(name, field).map((column) =>
      field.calc ? `(${rowExpression(field.calc, register, 'm')})::${columnType(field)} as ${column}` : `m.${column}`,
    ),
  );
  const differs = fields.map(
    ([name, field]) =>
      `${field.calc ? `(${rowExpression(field.calc, register, 'm')})::${columnType(field)}` : `m.${comparedColumn(name, field)}`} is distinct from m.b_${name}`,
  );
  const missing = register.mode === 'state' ? base('missing_since') : 'null::date';
  const hasOwnSettlement = 'settlement_code' in register.fields;
  const places = placeColumnNames(register);
  const now = register.mode === 'event' && turn.hasLate;
  // What is narrow is joined first: each join of a whole row costs as much as reading it.
  await tx.raw(`
    create temporary table merged on commit drop as
    with found as materialized (
      select k.x_n, r.row_id as x_row, ${[...register.key.map((name) => `k.${name} as key_${name}`), ...referencesOf(plan).map(({ name }) => `ref_${name}.value as ref_${name}, ref_${name}.settlement_code as at_${name}`)].join(', ')}
      from keyed k left join keyed_rows r on r.x_n = k.x_n
        ${referencesOf(plan)
          .map(({ name }) => `left join ref_${name} on ref_${name}.x_n = k.x_n`)
          .join(' ')}
      where k.x_turn = ${turn.number} and not k.x_refused and not exists (select from trouble t where t.x_n = k.x_n and t.effect <> 'marked')
    )
    select m.x_n, m.x_row, m.x_new, m.x_known, m.x_late, (not m.x_known or m.x_missing or ${differs.join(' or ')}) as x_changed, m.x_told,
      ${hasOwnSettlement ? '' : 'm.x_settlement as settlement_code, '}m.x_sheet, m.x_line, m.data_date, ${third.join(', ')}
      ${places.map((column) => `, household.${column}`).join('')}
    from (
      select m.x_n, m.x_row, m.x_new, m.x_known, m.x_late, m.x_sheet, m.x_line, m.data_date, m.x_missing, m.x_settlement, m.x_told, ${fields.map(([name]) => `m.b_${name}`).join(', ')}, ${second.join(', ')}
      from (
        select s.x_n, f.x_row, f.x_row is null as x_new, ${isKnown} as x_known, ${turn.hasLate ? 'l.x_n is not null' : 'false'} as x_late,
          s.x_sheet, s.x_line, s.x_date as data_date, ${missing} is not null as x_missing, ${settlementOf(plan, base)} as x_settlement,
          ${now ? `l.x_n is not null and ${agreesWithNow(plan)}` : 'false'} as x_told,
          ${before.join(', ')}, ${first.join(', ')}
        from stage s join found f on f.x_n = s.x_n
          ${turn.hasLate ? `left join late l on l.x_n = s.x_n left join ${register.name}_history h on h.version_id = l.base` : ''}
          left join ${register.name} c on c.row_id = f.x_row ${turn.hasLate ? 'and (l.x_n is null or l.follows_current)' : ''}
          ${now ? `left join ${register.name} now on now.row_id = l.row_id` : ''}
      ) m
    ) m ${places.length > 0 ? `left join household on household.household_no = m.household_no` : ''}`);
  await tx.raw('analyze merged (x_n, x_row, x_changed)');
  if (covers.length > 0) await refuseOutside(tx, covers);
  if (reach !== undefined) await refuseBeyond(tx, plan.register, turn, reach);
}

/** Events are read as now stored: whether an older statement says of the row `now` what stands, so that it tells nothing new. */
function agreesWithNow(plan: StagePlan): string {
  const stated = plan.fields.flatMap(({ name, field }) => {
    if (field.calc !== undefined || plan.register.key.includes(name)) return [];
    const value = statedColumns(plan, name)?.at(-1);
    const column = `now.${comparedColumn(name, field)}`;
    return [
      `case when ${textLiteral(name)} = any(s.x_erased) then ${column} is null else coalesce(${value}, ${column}) is not distinct from ${column} end`,
    ];
  });
  return `now.row_id is not null and ${stated.join(' and ') || 'true'}`;
}

const referencesOf = ({ fields }: StagePlan): readonly StagedField[] => fields.filter(({ form }) => form === 'ref' || form === 'refs');

/** SQL of what the sheet says for each column of a field; undefined when it has no column for it. */
function statedColumns(plan: StagePlan, name: string): readonly string[] | undefined {
  const staged = plan.fields[plan.places.get(name) ?? -1];
  if (!staged) return plan.register.key.includes(name) ? [`f.key_${name}`] : undefined;
  if (plan.register.key.includes(name) && staged.form !== 'sealed') return [`f.key_${name}`];
  if (staged.form === 'sealed') return [`s.${name}`, `s.${name}_index`];
  return [staged.form === 'plain' ? `s.${name}` : `f.ref_${name}`];
}

function mergedValue(
  name: string,
  field: Field,
  value: string | undefined,
  base: string,
  isKnown: string,
  staged: Staged,
  register: Register,
): string {
  if (value === undefined) return orDefault(field, base, isKnown);
  const kept = orDefault(field, `coalesce(${value}, ${base})`, isKnown);
  return staged.erased.has(name) && !register.key.includes(name)
    ? `case when ${textLiteral(name)} = any(s.x_erased) then null else ${kept} end`
    : kept;
}

/** A default is for the first version of a row alone and never overwrites. */
function orDefault(field: Field, value: string, isKnown: string): string {
  if (field.default === undefined) return value;
  return `coalesce(${value}, case when not (${isKnown}) then ${defaultLiteral(field)} end)`;
}

function defaultLiteral(field: Field): string {
  const reading = field.kind.read({ text: field.default ?? '', kind: 'text' }, field, { header: '', on: '2000-01-01', today: '9999-12-31' });
  if (reading.is !== 'value') throw new Error(`the default ${field.default} of ${field.zh} is no value of its field`);
  return `${textLiteral(String(reading.value satisfies FieldValue))}::${columnType(field)}`;
}

/** Values that follow from the rest of the row where the sheet has none: computed defaults, and fields whose rule in words fills them. */
function filledValue(name: string, field: Field, column: string, register: Register): string {
  const value = `m.${column}`;
  const { fill } = wordRules[`${register.name}.${name}`] ?? {};
  if (fill !== undefined) return `coalesce(${value}, ${fill})`;
  if (field.defaultFrom === undefined) return value;
  const computed = `(${rowExpression(field.defaultFrom, register, 'm')})::${columnType(field)}`;
  if (field.renewedBy === undefined) return `coalesce(${value}, case when not m.x_known then ${computed} end)`;
  // Written anew when the field that it dates changes, unless the sheet states another day with it.
  const isRestated = `m.${column} is distinct from m.b_${name}`;
  return `case when not m.x_known then coalesce(${value}, ${computed}) when m.${field.renewedBy} is distinct from m.b_${field.renewedBy} and not (${isRestated}) then ${computed} else ${value} end`;
}

/** The settlement of a row through the first filled of the ways to it. */
function settlementOf({ register, places }: StagePlan, base: (column: string) => string): string {
  if (register.settlementVia.length === 0) return 'null::text';
  const [only] = register.settlementVia;
  if (register.settlementVia.length === 1 && only === 'settlement_code')
    return `coalesce(${places.has('settlement_code') && register.fields.settlement_code?.kind.name === 'ref' ? 'f.ref_settlement_code, ' : ''}${base('settlement_code')})`;
  const ways = register.settlementVia.map((name) => (places.has(name) ? `f.at_${name}` : undefined)).filter((way) => way !== undefined);
  return `coalesce(${[...ways, base('settlement_code')].join(', ')})`;
}

async function refuseOutside(tx: Transaction, covers: readonly string[]): Promise<void> {
  await executeText(
    tx,
    `
    insert into trouble (x_n, effect, field, code, params)
    select x_n, 'refused', 'settlement_code', 'outside-covers', jsonb_build_object('settlement', settlement_code)
    from merged where not (settlement_code = any(${textArrayLiteral(covers)}))`,
  );
}

/** Refuses rows that lie, or lay until now, or reach outside the area of the person; not a word says where. */
async function refuseBeyond(tx: Transaction, register: Register, { hasLate }: Turn, reach: readonly string[]): Promise<void> {
  const own = textArrayLiteral(reach);
  const serves = 'settlement_codes' in register.fields ? `or not (coalesce(m.settlement_codes, '{}') <@ ${own})` : '';
  const followed = hasLate
    ? `or exists (select from late l join ${register.name}_history h on h.version_id = l.base where l.x_n = m.x_n and not (h.settlement_code = any(${own})))`
    : '';
  await executeText(
    tx,
    `
    insert into trouble (x_n, effect, field, code)
    select m.x_n, 'refused', 'settlement_code', 'outside-reach'
    from merged m left join ${register.name} c on c.row_id = m.x_row
    where not (m.settlement_code = any(${own})) or (c.row_id is not null and not (c.settlement_code = any(${own}))) ${serves} ${followed}`,
  );
}
