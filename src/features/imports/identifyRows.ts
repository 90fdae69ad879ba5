/** Tells which row of the register each staged row is about: its key as stated, put together, or newly numbered. */
import { textLiteral } from '#derive/literal.ts';
import type { AutoRule, Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { Transaction } from '#platform/database/database.ts';
import { executeText, existsText, keyText, queryText } from './importSql.ts';
import type { StagedField, StagePlan } from './stagePlan.ts';

/** How a row without a number of ours is known again: by the number of its paper, or by what else is the same. */
interface Identity {
  readonly number: string;
  /** Which of several rows with the number is meant, as an order. */
  readonly prefer: string;
  /** Fields that together stand for the number where there is none. */
  readonly without?: readonly string[];
}

const identities: Readonly<Record<string, Identity>> = {
  household: { number: 'head_id_no', prefer: "(status in ('5','6')), movein_date desc nulls last" },
  person: { number: 'id_no', prefer: 'end_date desc nulls first', without: ['household_no', 'name', 'birth_date'] },
};

/** SQL of a staged field's value: of references the key of the row that was found. */
function statedValue({ name, form }: StagedField): string {
  return form === 'ref' || form === 'refs' ? `ref_${name}.value` : `s.${name}`;
}

/** The staged rows with references resolved, as a view: columns x_… and the stated fields (or those named) under their names. */
export async function viewStated(tx: Transaction, { fields }: Pick<StagePlan, 'fields'>): Promise<void> {
  const references = fields.filter(({ form }) => form === 'ref' || form === 'refs');
  const columns = fields.flatMap((staged) =>
    staged.form === 'sealed' ? [`s.${staged.name}`, `s.${staged.name}_index`] : [`${statedValue(staged)} as ${staged.name}`],
  );
  await tx.raw(`
    drop view if exists stated;
    create temporary view stated as
    select ${['s.x_n', 's.x_sheet', 's.x_line', 's.x_date', 's.x_refused', 's.x_erased', 's.x_bad', ...columns].join(', ')}
    from stage s ${references.map(({ name }) => `left join ref_${name} on ref_${name}.x_n = s.x_n`).join(' ')}`);
}

/** The fields of the key, and those of which it is put together. */
function keyParts(register: Register): readonly string[] {
  return register.key.flatMap((name) => {
    const auto = register.fields[name]?.auto;
    if (auto === undefined) return [name];
    return [name, ...('join' in auto ? auto.join : 'hash' in auto ? auto.hash : [])];
  });
}

/** The fields by which rows are identified: parts of keys, and what else is looked at to know a row again. */
export function identifyingFields({ register, fields }: StagePlan): readonly StagedField[] {
  const { number, without = [] } = identities[register.name] ?? {};
  const parts = keyParts(register);
  const calculated = parts.map((name) => register.fields[name]?.calc ?? '').join(' ');
  const names = new Set([...parts, ...(number === undefined ? [] : [number]), ...without, 'settlement_code']);
  return fields.filter(({ name }) => names.has(name) || new RegExp(`\\b${name}\\b`).test(calculated));
}

/** Makes `keyed`: for each staged row its key, the number of the stored row if there is one, and its turn when a key comes with several data dates. */
export async function identifyRows(tx: Transaction, plan: StagePlan): Promise<void> {
  const { register } = plan;
  const identity = await findIdentities(tx, plan);
  const keys = register.key.map((name) => `${keyExpression(plan, name, identity)} as ${name}`);
  await tx.raw(`
    create temporary table keyed on commit drop as
    select s.x_n, s.x_date, s.x_refused, ${keys.join(', ')}, null::bigint as x_row, 1 as x_turn
    from stated s ${identity ? 'left join known on known.x_n = s.x_n' : ''}`);
  if (identity) await giveNumbers(tx, plan, identity);
  await findRows(tx, register);
}

/** Finds the rows that are stored under the keys. */
async function findRows(tx: Transaction, register: Register): Promise<void> {
  const same = register.key.map((name) => {
    const isOptional = register.fields[name]?.required === 'no';
    return isOptional ? `(r.${name} = k.${name} or (r.${name} is null and k.${name} is null))` : `r.${name} = k.${name}`;
  });
  await tx.raw('analyze keyed');
  await tx.raw(
    `create temporary table keyed_rows on commit drop as select k.x_n, r.row_id, r.data_date, ${register.mode === 'state' ? 'r.missing_since is null' : 'true'} as is_standing from keyed k join ${register.name} r on ${same.join(' and ')}`,
  );
  await tx.raw('analyze keyed_rows');
}

/** `known`: rows that are stored already, found by the number of their paper. Undefined when the key is not numbered by the platform or is always stated. */
async function findIdentities(tx: Transaction, { register, places, fields }: StagePlan): Promise<Identity | undefined> {
  const identity = identities[register.name];
  const [key = ''] = register.key;
  if (!identity || !isNumbered(register.fields[key])) return undefined;
  const { number, prefer, without } = identity;
  const stated = places.has(key) ? `s.${key}` : 'null::text';
  const index = fields.some(({ name }) => name === number) ? `s.${number}_index` : 'null::bytea';
  const same = without?.every((name) => places.has(name)) ? without : undefined;
  await tx.raw(`
    create temporary table known on commit drop as
    select s.x_n, coalesce(by_number.key${same ? ', by_rest.key' : ''}) as key
    from stated s
    left join (
      select distinct on (${number}_index) ${number}_index as index, ${key} as key from ${register.name}
      where ${number}_index in (select ${index} from stage s) order by ${number}_index, ${prefer}
    ) by_number on by_number.index = ${index}
    ${
      same
        ? `left join (
      select ${same.join(', ')}, min(${key}) as key from ${register.name}
      where ${number} is null and ${same[0]} in (select ${same[0]} from stated) group by ${same.join(', ')} having count(*) = 1
    ) by_rest on ${same.map((name) => `by_rest.${name} = s.${name}`).join(' and ')}`
        : ''
    }
    where ${stated} is null`);
  return identity;
}

const isNumbered = (field: Field | undefined): boolean => field?.auto !== undefined && 'next' in field.auto;

function keyExpression(plan: StagePlan, name: string, identity: Identity | undefined): string {
  const stated = plan.places.has(name) ? `s.${name}` : 'null::text';
  const auto = plan.register.fields[name]?.auto;
  if (!auto) return plan.places.has(name) ? `s.${name}` : `null::${typeOf(plan, name)}`;
  if ('next' in auto) return identity ? `coalesce(${stated}, known.key)` : stated;
  return `coalesce(${stated}, ${composed(plan, auto)})`;
}

function typeOf(plan: StagePlan, name: string): string {
  const field = plan.register.fields[name];
  return field ? field.kind.column(field) : 'text';
}

/** A key put together from other fields: nothing when one of the required ones is missing. */
function composed(plan: StagePlan, auto: AutoRule): string {
  if (!('join' in auto) && !('hash' in auto)) return 'null::text';
  const parts = 'join' in auto ? auto.join : auto.hash;
  const value = (name: string): string => {
    const field = plan.register.fields[name];
    if (field?.calc) return `(select ${field.calc} from (select ${calcInputs(plan, field.calc).join(', ')}) part)`;
    return plan.places.has(name) && field ? keyText(`s.${name}`, field) : 'null::text';
  };
  const required = parts.filter((name) => plan.register.fields[name]?.required === 'yes');
  const whole =
    'join' in auto
      ? `concat_ws(${textLiteral(auto.with)}, ${parts.map(value).join(', ')})`
      : `md5(concat_ws('|', ${parts.map((name) => `coalesce(${value(name)}, '')`).join(', ')}))`;
  return `case when ${required.map((name) => `${value(name)} is not null`).join(' and ') || 'true'} then ${whole} end`;
}

function calcInputs(plan: StagePlan, expression: string): string[] {
  return Object.keys(plan.register.fields)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(expression))
    .map((name) => (plan.places.has(name) ? `s.${name} as ${name}` : `null::${typeOf(plan, name)} as ${name}`));
}

/** Gives the next numbers to rows that nobody knows yet; rows about the same one get the same number. */
async function giveNumbers(tx: Transaction, plan: StagePlan, { number, without }: Identity): Promise<void> {
  const { register, places } = plan;
  const [key = ''] = register.key;
  const auto = register.fields[key]?.auto;
  if (!auto || !('next' in auto)) return;
  if (!(await existsText(tx, `select from keyed where ${key} is null and not x_refused`))) return;
  // A row that comes back for a cell is known by the number of a good row about the same one, but takes none alone.
  const index = places.has(number) ? `encode(s.${number}_index, 'hex')` : 'null';
  const rest = (without ?? []).filter((name) => places.has(name)).map((name) => `s.${name}::text`);
  const same = `coalesce(${[index, ...(rest.length > 0 ? [`concat_ws('|', ${rest.join(', ')})`] : []), 's.x_n::text'].join(', ')})`;
  const scope = auto.next === 'settlement' ? (places.has('settlement_code') ? 's.settlement_code' : 'null::text') : "''";
  await tx.raw(`
    create temporary table numbered on commit drop as
    select x_n, scope, dense_rank() over (partition by scope order by first) as place
    from (
      select s.x_n, ${scope} as scope, min(s.x_n) over same as first, bool_and(k.x_refused) over same as is_refused
      from stated s join keyed k using (x_n) where k.${key} is null and ${scope} is not null
      window same as (partition by ${scope}, ${same})
    ) unnumbered where not is_refused`);
  await startSeries(tx, register, key, auto);
  await tx.raw(`
    update number_series set last = last + counted.rows
    from (select scope, max(place) as rows from numbered group by scope) counted
    where series = ${textLiteral(`${register.name}:`)} || counted.scope`);
  await executeText(
    tx,
    `
    update keyed set ${key} = ${numberText(auto, 'numbered.scope', '(last - counted.rows + place)')}
    from numbered join (select scope, max(place) as rows from numbered group by scope) counted using (scope)
      join number_series on series = ${textLiteral(`${register.name}:`)} || scope
    where keyed.x_n = numbered.x_n`,
  );
}

/** A series begins behind the greatest number of its form that is stored. */
async function startSeries(
  tx: Transaction,
  register: Register,
  key: string,
  auto: { next: 'settlement' | 'platform'; prefix: string },
): Promise<void> {
  const start = auto.next === 'settlement' ? "scope || '-H'" : textLiteral(auto.prefix);
  await tx.raw(`
    insert into number_series (series, last)
    select ${textLiteral(`${register.name}:`)} || scope, coalesce((
      select max(substr(${key}, length(${start}) + 1)::bigint) from ${register.name}
      where ${key} >= ${start} and ${key} < ${start} || ':' and substr(${key}, length(${start}) + 1) ~ '^[0-9]{1,12}$'), 0)
    from (select distinct scope from numbered where not exists (select from number_series where series = ${textLiteral(`${register.name}:`)} || scope)) scopes
    on conflict (series) do nothing`);
}

/** Household 12 of a settlement: `522301A001-H000012`; person 12: `P000000012`. */
function numberText(auto: { next: 'settlement' | 'platform'; prefix: string }, scope: string, number: string): string {
  return auto.next === 'settlement'
    ? `${scope} || '-H' || lpad(${number}::text, 6, '0')`
    : `${textLiteral(auto.prefix)} || lpad(${number}::text, 9, '0')`;
}

/** Keeps equal rows of one key once and refuses differing ones; with several data dates of a key, each has its turn. Answers the number of turns. */
export async function settleRepeated(tx: Transaction, plan: StagePlan): Promise<{ turns: number; repeated: number }> {
  const { register } = plan;
  const keys = register.key.join(', ');
  if (!(await existsText(tx, `select from keyed where ${hasKey(register)} group by ${keys} having count(*) > 1`))) return { turns: 1, repeated: 0 };
  const compared = plan.fields.map(({ name, form }) => (form === 'sealed' ? `s.${name}_index` : `s.${name}`));
  // A row that comes back for a cell takes part while its key and day can be told: what the cell means is not known, so it differs.
  const optional = keyParts(register).filter((name) => register.fields[name]?.required === 'no');
  const takesPart = `not (k.x_refused and coalesce(s.x_bad && array[${[...optional, 'data_date'].map(textLiteral).join(', ')}], true))`;
  await tx.raw(`
    create temporary table repeated on commit drop as
    select x_n, is_held, is_bad, min(x_n) filter (where not is_held) over same as first, bool_or(differs or is_bad) over same and count(*) over same > 1 as differs, lines
    from (
      select x_n, x_date, ${keys}, is_held, is_bad, md5(content) is distinct from first_value(md5(content)) over same as differs,
        string_agg(x_line::text, '、') over same as lines
      from (
        select k.x_n, k.x_date, ${register.key.map((name) => `k.${name}`).join(', ')}, s.x_line, k.x_refused as is_bad, row(${[...compared, 's.x_erased'].join(', ')})::text as content,
          k.x_refused or exists (select from trouble t where t.x_n = k.x_n and t.effect <> 'marked') as is_held
        from keyed k join stated s using (x_n) where ${hasKey(register, 'k')} and ${takesPart}
      ) rows window same as (partition by ${keys}, x_date order by x_n rows between unbounded preceding and unbounded following)
    ) compared window same as (partition by ${keys}, x_date)`);
  await tx.raw(`
    insert into trouble (x_n, effect, field, code, params)
    select x_n, 'refused', ${textLiteral(register.key[0] ?? '')}, 'key-twice', jsonb_build_object('lines', lines) from repeated where differs and not is_bad`);
  const repeated = await executeText(
    tx,
    `delete from keyed using repeated where keyed.x_n = repeated.x_n and not differs and not is_held and repeated.x_n <> first`,
  );
  if (!plan.hasDataDates) return { turns: 1, repeated };
  await tx.raw(`
    update keyed set x_turn = turn
    from (select x_n, dense_rank() over (partition by ${keys} order by x_date) as turn from keyed where not x_refused and ${hasKey(register)}) turns
    where turns.x_n = keyed.x_n and turn > 1`);
  const [turn] = await queryText<{ last: number }>(tx, 'select max(x_turn) as last from keyed');
  return { turns: turn?.last ?? 1, repeated };
}

/** A row whose key could be told. */
function hasKey(register: Register, alias?: string): string {
  const names = register.key.filter((name) => register.fields[name]?.required !== 'no');
  return names.map((name) => `${alias ? `${alias}.` : ''}${name} is not null`).join(' and ') || 'true';
}

/** The rows of this import by which references inside the same register are found. */
export async function listOwnRows(tx: Transaction, plan: StagePlan): Promise<void> {
  const [key = ''] = plan.register.key;
  const number = identities[plan.register.name]?.number;
  const index = number !== undefined && plan.places.has(number) ? `s.${number}_index` : 'null::bytea';
  const name = plan.places.has('name') ? 's.name' : 'null::text';
  await tx.raw(`
    create temporary table own_rows on commit drop as
    select key, name, case when row_number() over (partition by number_index order by key) = 1 then number_index end as number_index
    from (select distinct on (k.${key}) k.${key} as key, ${name} as name, ${index} as number_index
      from keyed k join stage s using (x_n) where not s.x_refused and k.${key} is not null order by k.${key}, k.x_n) rows`);
}
