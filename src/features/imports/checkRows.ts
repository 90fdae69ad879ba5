/** Holds the merged rows to the rules of their register: required fields, checks and warnings, what must be unique, and rules in words. */
import { textLiteral } from '#derive/literal.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { Transaction } from '#platform/database/database.ts';
import { comparedColumn, executeText, existsText, rowExpression, under } from './importSql.ts';
import { nameStanding } from './nameStanding.ts';
import { ruleInWords } from './ruleInWords.ts';
import type { StagedField, StagePlan } from './stagePlan.ts';
import { wordRules } from './wordRules.ts';

/** A rule about the merged row `m`: the condition under which it is broken. */
interface RowRule {
  readonly effect: 'refused' | 'marked';
  readonly field: string;
  readonly code: string;
  /** Parameters of the problem's sentence. */
  readonly params: Readonly<Record<string, string>>;
  readonly brokenWhen: string;
  /** Reads the version that stands now as `b`. */
  readonly readsBefore?: true;
}

/** Checks `merged`; rows that break a rule leave it, with their troubles written down. */
export async function checkRows(tx: Transaction, plan: StagePlan, own: readonly StagedField[]): Promise<void> {
  const { register } = plan;
  const rules = [...rowRules(register), ...calculatedRules(plan), ...renewedRules(plan), ...settlementRule(register)];
  await breakRules(
    tx,
    rules.filter(({ readsBefore }) => !readsBefore),
    '',
  );
  await breakRules(
    tx,
    rules.filter(({ readsBefore }) => readsBefore),
    `join ${register.name} b on b.row_id = m.x_row`,
  );
  await nameStanding(tx, plan);
  for (const [name, field] of Object.entries(register.fields))
    if (field.unique && !isOwnKey(register, name)) await checkUnique(tx, register, name, field.unique);
  await leave(tx);
  while ((await refuseDangling(tx, register, own)) > 0) await leave(tx);
}

async function leave(tx: Transaction): Promise<void> {
  await executeText(tx, `delete from merged using trouble t where t.x_n = merged.x_n and t.effect <> 'marked'`);
}

function rowRules(register: Register): RowRule[] {
  // A state begins with its first version, an event with its row.
  const isFirst = register.mode === 'state' ? 'not m.x_known' : 'm.x_new';
  return Object.entries(register.fields).flatMap(([name, field]) => {
    const label = field.zh;
    const required: RowRule[] =
      field.required === 'yes' || (field.auto && register.key.includes(name))
        ? [{ effect: 'refused', field: name, code: 'required', params: { field: label }, brokenWhen: `${isFirst} and m.${name} is null` }]
        : [];
    const checks = field.checks.map(
      (check): RowRule => ({
        effect: 'refused',
        field: name,
        code: 'check',
        params: { rule: ruleInWords(check, register, 'zh'), ruleEn: ruleInWords(check, register, 'en') },
        brokenWhen: `(${rowExpression(check, register, 'm')}) is false`,
      }),
    );
    const warns = field.warns.map(
      (warn): RowRule => ({
        effect: 'marked',
        field: name,
        code: 'warn',
        params: { rule: ruleInWords(warn, register, 'zh'), ruleEn: ruleInWords(warn, register, 'en') },
        brokenWhen: `(${rowExpression(warn, register, 'm')}) is true`,
      }),
    );
    const words = wordRules[`${register.name}.${name}`] ?? {};
    const inWordRules: RowRule[] = [
      ...(words.refuseWhen
        ? [
            {
              effect: 'refused',
              field: name,
              code: words.refuseWhen.problem.code.replace('imports.', ''),
              params: {},
              brokenWhen: `(${words.refuseWhen.sql}) is true`,
              readsBefore: true,
            } as const,
          ]
        : []),
      ...(words.markWhen
        ? [
            {
              effect: 'marked',
              field: name,
              code: words.markWhen.problem.code.replace('imports.', ''),
              params: {},
              brokenWhen: `(${words.markWhen.sql}) is true`,
            } as const,
          ]
        : []),
    ];
    return [...required, ...checks, ...warns, ...inWordRules];
  });
}

/** A column of a computed field is only compared. */
function calculatedRules(plan: StagePlan): RowRule[] {
  return plan.fields
    .filter(({ field }) => field.calc !== undefined)
    .map(({ name, field }): RowRule => {
      const isNumber = ['int', 'decimal', 'money'].includes(field.kind.name);
      const stated = `(select s.${name} from stage s where s.x_n = m.x_n)`;
      return {
        effect: 'marked',
        field: name,
        code: 'calc-differs',
        params: { field: field.zh },
        brokenWhen: isNumber ? `abs(${stated} - m.${name}) > 0.01` : `${stated} <> m.${name}`,
      };
    });
}

/** A date that only repeats the old one while what it dates changes was renewed: the sheet is told. */
function renewedRules(plan: StagePlan): RowRule[] {
  return plan.fields
    .filter(({ field }) => field.renewedBy !== undefined)
    .map(
      ({ name, field }): RowRule => ({
        effect: 'marked',
        field: name,
        code: 'renewed',
        params: inBoth(plan.register, { field: name, by: field.renewedBy ?? '' }),
        brokenWhen: `(select s.${name} from stage s where s.x_n = m.x_n) <> m.${name}`,
      }),
    );
}

/** Labels of fields for a sentence in both languages: `field` and `fieldEn`. */
function inBoth(register: Register, names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([param, name]) => [
      [param, register.fields[name]?.zh ?? name],
      [`${param}En`, register.fields[name]?.en ?? name],
    ]),
  );
}

function settlementRule(register: Register): RowRule[] {
  const [way] = register.settlementVia;
  if (way === undefined) return [];
  return [
    {
      effect: 'refused',
      field: way,
      code: 'no-settlement',
      params: { field: register.fields[way]?.zh ?? way },
      brokenWhen: 'm.settlement_code is null',
    },
  ];
}

/** One scan for all rules of a kind: a row is looked at closely only when it breaks one. */
async function breakRules(tx: Transaction, rules: readonly RowRule[], joins: string): Promise<void> {
  if (rules.length === 0) return;
  const list = rules.map(
    (rule, at) =>
      `(${at}, ${textLiteral(rule.effect)}, ${textLiteral(rule.field)}, ${textLiteral(rule.code)}, ${textLiteral(JSON.stringify(rule.params))}::jsonb)`,
  );
  await executeText(
    tx,
    `
    insert into trouble (x_n, effect, field, code, params)
    select broken.x_n, rule.effect, rule.field, rule.code, rule.params
    from (
      select m.x_n, array_remove(array[${rules.map(({ brokenWhen }, at) => `case when ${brokenWhen} then ${at} end`).join(', ')}], null) as places
      from merged m ${joins} where ${rules.map(({ brokenWhen }) => `(${brokenWhen})`).join(' or ')}
    ) broken cross join lateral unnest(places) as at (place)
    join (values ${list.join(', ')}) as rule (place, effect, field, code, params) on rule.place = at.place`,
  );
}

/** The only field of a key is unique by being the key. */
function isOwnKey(register: Register, name: string): boolean {
  return register.key.length === 1 && register.key[0] === name;
}

/** No two rows may have the value (among those for which a condition holds), in the register as it will stand. */
async function checkUnique(tx: Transaction, register: Register, name: string, unique: true | string): Promise<void> {
  const field = register.fields[name];
  if (!field) return;
  const column = comparedColumn(name, field);
  const holds = (alias: string): string => (unique === true ? 'true' : `(${under(alias, unique, register)})`);
  await executeText(
    tx,
    `
    insert into trouble (x_n, effect, field, code, params)
    select distinct m.x_n, 'refused', ${textLiteral(name)}, 'not-unique', ${textLiteral(JSON.stringify({ field: field.zh }))}::jsonb
    from merged m join ${register.name} c on c.${column} = m.${column} and c.row_id is distinct from m.x_row and ${holds('c')}
    left join merged other on other.x_row = c.row_id
    where m.x_changed and not m.x_late and ${holds('m')} and (other.x_n is null or (other.${column} = m.${column} and ${holds('other')}))`,
  );
  const own = `merged m where m.${column} is not null and not m.x_late and ${holds('m')}`;
  if (!(await existsText(tx, `select from ${own} group by m.${column} having count(*) > 1`))) return;
  await executeText(
    tx,
    `
    insert into trouble (x_n, effect, field, code, params)
    select x_n, 'refused', ${textLiteral(name)}, 'not-unique', ${textLiteral(JSON.stringify({ field: field.zh }))}::jsonb
    from (select m.x_n, count(*) over (partition by m.${column}) as rows, bool_or(m.x_changed) over (partition by m.${column}) as changed from ${own}) twice
    where rows > 1 and changed`,
  );
}

/** A row that refers to a row of this file falls with it; where people are waited for, it waits until that row is mended. */
async function refuseDangling(tx: Transaction, register: Register, own: readonly StagedField[]): Promise<number> {
  let fallen = 0;
  const [key = ''] = register.key;
  for (const { name, field, form, slots } of own) {
    if (form !== 'ref') continue;
    const waits = field.target === 'person' || field.target === 'household';
    const said = (of: 'index' | 'key', type: string): string =>
      waits ? `coalesce(${Array.from({ length: slots }, (_, at) => `s.${name}_${of}${at}`).join(', ')}, null::${type})` : `null::${type}`;
    fallen += await executeText(
      tx,
      `
      insert into trouble (x_n, effect, field, code, params, number_index, number_key, waits_for)
      select m.x_n, ${waits ? "'aside'" : "'refused'"}, ${textLiteral(name)}, ${waits ? "'waits-for-refused'" : "'refers-to-refused'"}, ${textLiteral(JSON.stringify({ field: field.zh }))}::jsonb,
        ${said('index', 'bytea')}, ${said('key', 'text')}, ${waits ? textLiteral(field.target ?? '') : 'null'}
      from merged m join stage s using (x_n)
      where m.${name} is not null and not exists (select from merged o where o.${key} = m.${name}) and not exists (select from ${register.name} c where c.${key} = m.${name})`,
    );
  }
  return fallen;
}
