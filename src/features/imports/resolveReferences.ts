/** Finds the rows that references mean: people and households by number, places and institutions by code or name; what cannot be told is put down as trouble. */
import { textLiteral } from '#derive/literal.ts';
import { registers } from '#catalog/catalog.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { Transaction } from '#platform/database/database.ts';
import { comparedNameSql } from './importSql.ts';
import { homeOnDay, settlementOnDay } from './homeOnDay.ts';
import { householdField } from './headers.ts';
import type { StagedField, StagePlan } from './stagePlan.ts';
import type { Staged } from './stageRows.ts';

/** What is known of a found row beside its key. */
interface Lookup {
  /** Joins over `s` (the staged row) for one slot; `at` makes names unique. */
  readonly joins: (at: number) => string;
  readonly value: (at: number) => string;
  /** Name of the person of the number. */
  readonly name?: (at: number) => string;
  /** The name to compare with where no column states the number of a known person. */
  readonly elseName?: (at: number) => string;
  /** Condition under which the name fits several rows. */
  readonly several?: (at: number) => string;
}

const placeTargets = new Set(['street_community', 'building']);

/** References of the plan in the order in which they can be found; those to rows of the same register come last, when keys are known. */
export function referenceOrder({ register, fields }: StagePlan): { first: StagedField[]; placed: StagedField[]; own: StagedField[] } {
  const references = fields.filter(({ form }) => form === 'ref' || form === 'refs');
  const rank = ({ field }: StagedField): number =>
    ['settlement', 'household', 'person'].indexOf(field.target ?? '') + (field.target === 'person' ? 2 : 0);
  const own = references.filter(({ field }) => field.target === register.name);
  const placed = references.filter((one) => !own.includes(one) && placeTargets.has(one.field.target ?? ''));
  const first = references.filter((one) => !own.includes(one) && !placed.includes(one)).sort((a, b) => rank(a) - rank(b));
  return { first, placed: placed.sort((a, b) => (b.field.target ?? '').localeCompare(a.field.target ?? '')), own };
}

/** Finds the rows of a reference of its own register also among the rows of this import (`own_rows`: number, name and key). */
export async function resolveReference(tx: Transaction, plan: StagePlan, staged: Staged, one: StagedField): Promise<void> {
  if (one.form === 'refs') await resolveSeveral(tx, plan, one);
  else await resolveOne(tx, plan, staged, one);
  await tx.raw(`analyze ref_${one.name}`);
}

async function resolveOne(tx: Transaction, plan: StagePlan, staged: Staged, { name, field, slots }: StagedField): Promise<void> {
  const isPersonal = field.target === 'person' || field.target === 'household';
  const byName = field.target === 'person' && staged.findsByName && name === mainPerson(plan.register);
  if (byName) await findByName(tx, plan, name);
  const lookup = lookupFor(plan.register, name, field);
  const places = Array.from({ length: slots }, (_, at) => at);
  const stated = (at: number): string => `(s.${name}_key${at} is not null or s.${name}_index${at} is not null)`;
  const value = `coalesce(${[...places.map((at) => `v${at}`), ...(byName ? ['by_name'] : [])].join(', ')}${places.length + (byName ? 1 : 0) === 1 ? ', null' : ''})`;
  const named = lookup.elseName ? ['name', 'else_name'] : ['name'];
  const names = lookup.name ? `coalesce(${[...named.flatMap((of) => places.map((at) => `${of}${at}`)), 'null'].join(', ')})` : 'null';
  await tx.raw(`
    create temporary table ref_${name} on commit drop as
    select x_n, ${value} as value, ${settlementSql(field)} as settlement_code,
      case
        ${places.map((at) => `when stated${at} and v${at} is null then ${lookup.several ? `case when several${at} then 'name-not-unique' else ${textLiteral(unfound(field))} end` : textLiteral(unfound(field))}`).join(' ')}
        ${places
          .slice(1)
          .map((at) => `when stated0 and stated${at} and v0 <> v${at} then 'numbers-differ'`)
          .join(' ')}
        ${lookup.name ? `when names is not null and ${names} is not null and not (${comparedNameSql(names)} = any(names)) then 'name-differs'` : ''}
        ${isPersonal ? `when names is not null and not (${places.map((at) => `stated${at}`).join(' or ')})${byName ? ' and by_name is null' : ''} then ${textLiteral(field.target === 'person' ? 'nobody-fits' : 'no-household-with-number')}` : ''}
      end as trouble,
      case ${places.map((at) => `when stated${at} and v${at} is null then index${at}`).join(' ')} end as number_index,
      case ${places.map((at) => `when stated${at} and v${at} is null then key${at}`).join(' ')} end as number_key
    from (
      select s.x_n, s.x_date, s.${name}_names as names${byName ? ', named.person_no as by_name' : ''},
        ${places.map((at) => `${stated(at)} as stated${at}, ${lookup.value(at)} as v${at}, s.${name}_key${at} as key${at}, s.${name}_index${at} as index${at}${lookup.name ? `, ${lookup.name(at)} as name${at}` : ''}${lookup.elseName ? `, ${lookup.elseName(at)} as else_name${at}` : ''}${lookup.several ? `, coalesce(${lookup.several(at)}, false) as several${at}` : ''}`).join(', ')}
      from stage s
      ${places.map((at) => lookup.joins(at)).join(' ')}
      ${byName ? `left join named on named.x_n = s.x_n` : ''}
    ) found
    ${settlementJoins(field, value)}`);
  await tx.raw(`
    insert into trouble (x_n, effect, field, code, number_index, number_key, waits_for)
    select x_n, ${effectSql(field)}, ${textLiteral(name)}, trouble, number_index, number_key,
      case when trouble in ('nobody-with-number', 'no-household-with-number', 'nobody-fits') then ${textLiteral(field.target ?? '')} end
    from ref_${name} where trouble is not null`);
}

/** A problem of the row's own making comes back; a number that is not known (yet), or not surely, waits. */
function effectSql(field: Field): string {
  if (field.target === 'person' || field.target === 'household') return "'aside'";
  return "case when trouble = 'numbers-differ' then 'aside' else 'refused' end";
}

function unfound(field: Field): string {
  if (field.target === 'person') return 'nobody-with-number';
  return field.target === 'household' ? 'no-household-with-number' : 'not-in-register';
}

/** The first reference to a person is whom the row is about. */
export function mainPerson(register: Register): string | undefined {
  return Object.entries(register.fields).find(([, { kind, target }]) => kind.name === 'ref' && target === 'person')?.[0];
}

/** The key of a register that references point to. */
export function keyOf(target: string): string {
  return registers[target as keyof typeof registers].key[0] ?? '';
}

function lookupFor(register: Register, name: string, field: Field): Lookup {
  const key = (at: number): string => `s.${name}_key${at}`;
  const index = (at: number): string => `s.${name}_index${at}`;
  const own = field.target === register.name;
  if (field.target === 'person') {
    return {
      joins: (at) => `left join person i${at} on i${at}.id_no_index = ${index(at)} left join person k${at} on k${at}.person_no = ${key(at)}
        ${own ? `left join own_rows o${at} on o${at}.number_index = ${index(at)} left join own_rows q${at} on q${at}.key = ${key(at)}` : ''}`,
      value: (at) => `coalesce(k${at}.person_no, i${at}.person_no${own ? `, o${at}.key, q${at}.key` : ''})`,
      name: (at) => `coalesce(k${at}.name, i${at}.name${own ? `, o${at}.name, q${at}.name` : ''})`,
    };
  }
  if (field.target === 'household') {
    const byMember = field.by.includes('member_id_no');
    return {
      joins: (at) => `left join household k${at} on k${at}.household_no = ${key(at)}
        left join (
          select distinct on (head_id_no_index) head_id_no_index, household_no, head_name from household
          where head_id_no_index in (select ${name}_index${at} from stage)
          order by head_id_no_index, (status in ('5','6')), movein_date desc nulls last
        ) i${at} on i${at}.head_id_no_index = ${index(at)}
        left join person w${at} on w${at}.id_no_index = ${index(at)}
        ${byMember ? `left join person m${at} on m${at}.id_no_index = ${index(at)} and (m${at}.end_date is null or m${at}.end_date > s.x_date)` : ''}`,
      value: (at) => `coalesce(k${at}.household_no, i${at}.household_no${byMember ? `, m${at}.household_no` : ''})`,
      name: (at) => `w${at}.name`,
      elseName: (at) => `coalesce(k${at}.head_name, i${at}.head_name)`,
    };
  }
  return lookupOfThing(field, key, own);
}

/** Settlements, places, institutions: by code, else by a name that only one row has. */
function lookupOfThing(field: Field, key: (at: number) => string, own: boolean): Lookup {
  const target = field.target ?? '';
  const code = keyOf(target);
  const byCode = (at: number): string =>
    `left join ${target} k${at} on k${at}.${code} = ${key(at)}${own ? ` left join own_rows o${at} on o${at}.key = ${key(at)}` : ''}`;
  if (target === 'building') {
    const number = (at: number): string => `regexp_replace(upper(${key(at)}), '(栋|幢|号楼)$', '')`;
    return {
      joins: (at) => `${byCode(at)} left join row_place p${at} on p${at}.x_n = s.x_n
        left join (select settlement_code, building_no, min(building_code) as code, count(*) as rows from building group by 1, 2) b${at}
          on b${at}.settlement_code = p${at}.settlement_code and b${at}.building_no = ${number(at)}`,
      value: (at) => `coalesce(k${at}.building_code, case when b${at}.rows = 1 then b${at}.code end)`,
      several: (at) => `b${at}.rows > 1`,
    };
  }
  if (target === 'street_community') {
    return {
      joins: (at) => `${byCode(at)} left join row_place p${at} on p${at}.x_n = s.x_n
        left join (
          select pair.name, pair.place, min(area_code) filter (where nearness = nearest) as code, count(*) filter (where nearness = nearest) as rows
          from (
            select pair.name, pair.place, c.area_code, nearness, max(nearness) over (partition by pair.name, pair.place) as nearest
            from (select distinct ${key(at)} as name, p.settlement_code as place from stage s left join row_place p using (x_n) where ${key(at)} is not null) pair
            join street_community c on c.name = pair.name
            left join settlement home on home.settlement_code = c.settlement_code
            left join settlement here on here.settlement_code = pair.place
            cross join lateral (select case
              when pair.place = c.settlement_code or pair.place = any(c.settlement_codes) then 2
              when coalesce(c.county_code, home.county_code) = here.county_code then 1 else 0 end as nearness) near
            where pair.place is null or nearness > 0
          ) pair group by 1, 2
        ) b${at} on b${at}.name = ${key(at)} and b${at}.place is not distinct from p${at}.settlement_code`,
      value: (at) => `coalesce(k${at}.area_code, case when b${at}.rows = 1 then b${at}.code end)`,
      several: (at) => `b${at}.rows > 1`,
    };
  }
  const nameColumn = target === 'settlement' ? 'settlement_name' : 'name';
  if (!field.by.some((way) => way === nameColumn || way.startsWith('name '))) {
    return { joins: byCode, value: (at) => `coalesce(k${at}.${code}${own ? `, o${at}.key` : ', null'})` };
  }
  const taken = takenFrom(field);
  const named = own
    ? `(select name, min(key) as code, count(*) as rows from (select name, ${code} as key from ${target} union select name, key from own_rows) either group by 1)`
    : `(select ${nameColumn} as name, min(${code}) as code, count(*) as rows from ${target} group by 1)`;
  return {
    joins: (at) => `${byCode(at)} left join ${named} b${at} on b${at}.name = ${taken === undefined ? key(at) : `coalesce(${key(at)}, s.${taken})`}`,
    value: (at) => `coalesce(k${at}.${code}, ${own ? `o${at}.key, ` : ''}case when b${at}.rows = 1 then b${at}.code end)`,
    several: (at) => `b${at}.rows > 1`,
  };
}

/** The field whose text names the row when the reference itself is empty. */
export function takenFrom(field: Field): string | undefined {
  return field.by.map((way) => /^name taken from (\w+)$/.exec(way)?.[1]).find((name) => name !== undefined);
}

/** The settlement that a row has through this reference, on the row's day: of a person and household where they lived then. */
function settlementSql(field: Field): string {
  if (field.target === 'settlement') return 'null::text';
  if (field.target === 'person' || field.target === 'household') return settlementOnDay;
  return 'settlement_code' in registers[field.target as keyof typeof registers].fields ? 'home.settlement_code' : 'null::text';
}

function settlementJoins(field: Field, value: string): string {
  if (field.target === 'settlement') return '';
  if (field.target === 'person' || field.target === 'household') return homeOnDay(field.target, value, 'found.x_date');
  if (!('settlement_code' in registers[field.target as keyof typeof registers].fields)) return '';
  return `left join ${field.target} home on home.${keyOf(field.target ?? '')} = ${value}`;
}

/** People without a number: name, date of birth and household together, when exactly one living person fits. */
async function findByName(tx: Transaction, plan: StagePlan, name: string): Promise<void> {
  const own = householdField(plan.register);
  const home =
    own !== undefined && plan.places.has(own)
      ? `select x_n, value as household_no from ref_${own}`
      : `
    select s.x_n, coalesce(k.household_no, i.household_no) as household_no from stage s
    left join household k on k.household_no = s.x_home_key
    left join household i on i.head_id_no_index = s.x_home_index and i.status not in ('5','6')`;
  await tx.raw(`
    create temporary table named on commit drop as
    select s.x_n, case when count(*) = 1 then min(p.person_no) end as person_no
    from stage s join (${home}) home using (x_n) join person p on p.household_no = home.household_no and p.birth_date = s.x_birth
    where s.${name}_names is not null and ${comparedNameSql('p.name')} = any(s.${name}_names) and (p.end_date is null or p.end_date > s.x_date)
    group by s.x_n`);
}

/** Several references in one cell: each must be found. */
async function resolveSeveral(tx: Transaction, { register }: StagePlan, { name, field }: StagedField): Promise<void> {
  const target = field.target ?? '';
  const code = keyOf(target);
  const found =
    target === 'person'
      ? {
          value: 'coalesce(k.person_no, i.person_no)',
          joins: 'left join person i on i.id_no_index = part.index left join person k on k.person_no = part.key',
          name: 'coalesce(k.name, i.name)',
        }
      : {
          value: `coalesce(k.${code}, case when b.rows = 1 then b.code end)`,
          joins: `left join ${target} k on k.${code} = part.key left join (select ${target === 'settlement' ? 'settlement_name' : 'name'} as name, min(${code}) as code, count(*) as rows from ${target} group by 1) b on b.name = part.key`,
          name: 'null::text',
        };
  // The home settlement is not repeated among the others served.
  const home = target === 'settlement' && 'settlement_code' in register.fields ? 'left join ref_settlement_code home using (x_n)' : '';
  await tx.raw(`
    create temporary table ref_${name} on commit drop as
    select s.x_n, array_agg(distinct ${found.value}) filter (where ${found.value} is not null${home ? ` and ${found.value} is distinct from home.value` : ''}) as value, null::text as settlement_code,
      case when bool_or(${found.value} is null) then ${textLiteral(unfound(field))}
        when bool_or(not (${comparedNameSql(found.name)} = any(s.${name}_names))) then 'name-differs' end as trouble,
      (array_agg(part.index) filter (where ${found.value} is null))[1] as number_index,
      (array_agg(part.key) filter (where ${found.value} is null))[1] as number_key
    from stage s ${home} cross join lateral unnest(s.${name}_keys, s.${name}_indexes) as part (key, index)
    ${found.joins}
    group by s.x_n`);
  await tx.raw(`
    insert into trouble (x_n, effect, field, code, number_index, number_key, waits_for)
    select x_n, ${target === 'person' ? "'aside'" : "'refused'"}, ${textLiteral(name)}, trouble, number_index, number_key, case when trouble = 'nobody-with-number' then 'person' end
    from ref_${name} where trouble is not null`);
}
