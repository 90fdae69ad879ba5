/** Of a row that breaks a rule by what the register already holds, and the sheet does not state: says which fields these are, since when, and by which import. */
import { textLiteral } from '#derive/literal.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { Transaction } from '#platform/database/database.ts';
import { comparedColumn, executeText, queryText } from './importSql.ts';
import { ruleInWords } from './ruleInWords.ts';
import type { StagedField, StagePlan } from './stagePlan.ts';

/** Looks through the rows that broke a check of the turn; rows that are wrong by themselves keep their problem. */
export async function nameStanding(tx: Transaction, plan: StagePlan): Promise<void> {
  const { register } = plan;
  const broken = await queryText<{ field: string; rule: string }>(
    tx,
    `select distinct t.field, t.params->>'rule' as rule from trouble t join merged m using (x_n) where t.code = 'check' and m.x_row is not null`,
  );
  for (const { field, rule } of broken) {
    const check = register.fields[field]?.checks.find((one) => ruleInWords(one, register, 'zh') === rule);
    const standing = check === undefined ? [] : fieldsOf(register, check).map((name) => standingSql(plan, name));
    if (standing.length === 0) continue;
    await executeText(
      tx,
      `
      update trouble t set code = 'check-with-standing', params = t.params || told.params
      from (
        select x_n, jsonb_build_object('register', ${textLiteral(register.zh)}, 'registerEn', ${textLiteral(register.en)},
          'standing', string_agg(zh, '、'), 'standingEn', string_agg(en, ', '), 'needs', string_agg(field, ',')) as params
        from (${standing.join(' union all ')}) held group by x_n
      ) told
      where t.x_n = told.x_n and t.code = 'check' and t.field = ${textLiteral(field)} and t.params->>'rule' = ${textLiteral(rule)}`,
    );
  }
}

/** The fields that a rule reads and a sheet may state. */
function fieldsOf(register: Register, rule: string): readonly string[] {
  const words = new Set(rule.replace(/'[^']*'/g, '').match(/(?<![\w.])[a-z_][a-z0-9_]*(?![\w.(])/g));
  return Object.keys(register.fields).filter((name) => words.has(name) && register.fields[name]?.calc === undefined && !register.key.includes(name));
}

/** Rows of `merged` that have the value of a field from the register alone, with the oldest of the versions that have held it since. */
function standingSql(plan: StagePlan, name: string): string {
  const { register, places, fields } = plan;
  const field = register.fields[name];
  if (field === undefined) throw new Error(`${register.name} has no field ${name}`);
  const column = comparedColumn(name, field);
  const versions = [register.name, `${register.name}_history`].map(
    (table) => `select data_date, import_id, stored_at, ${column} from ${table} where row_id = m.x_row and data_date <= m.data_date`,
  );
  const staged = fields[places.get(name) ?? -1];
  return `
    select m.x_n, ${textLiteral(name)} as field,
      format('“%s”（自%s起，第%s号导入）', ${textLiteral(field.zh)}, since.data_date, since.import_id) as zh,
      format('“%s” (since %s, import %s)', ${textLiteral(field.en)}, since.data_date, since.import_id) as en
    from merged m join stage s using (x_n)
    cross join lateral (
      select data_date, import_id from (
        select *, bool_and(${column} is not distinct from m.${column}) over (order by data_date desc, stored_at desc) as holds from (${versions.join(' union all ')}) version
      ) version where holds order by data_date, stored_at limit 1
    ) since
    where m.${column} is not null${staged === undefined ? '' : ` and not (${textLiteral(name)} = any(coalesce(s.x_erased, '{}'))) and ${statedSql(staged)} is null`}`;
}

/** SQL of what the row `s` states in a field. */
function statedSql({ name, form }: StagedField): string {
  if (form === 'ref' || form === 'refs') return `(select value from ref_${name} stated where stated.x_n = m.x_n)`;
  return `s.${name}`;
}
