/** Checks the whole catalogue: registers, code lists, items with their rules and examples; names the exact spot of each fault. */
import { aspects, codeLists, items, registers } from '#catalog/catalog.ts';
import { levels, type Item } from '#catalog/items/item.ts';
import type { Register } from '#catalog/registers/register.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import { parseRule } from '#rules/parseRule.ts';
import type { RuleType } from '#rules/rule.ts';
import { RuleError } from '#rules/ruleError.ts';
import { decideExample } from './decideExample.ts';
import { variablesOf } from './itemRules.ts';

/** A fault of the catalogue: where it lies, and what is wrong. */
export interface Fault {
  readonly where: string;
  readonly zh: string;
  readonly en: string;
}

/** All faults of the catalogue; none when it is sound. */
export function checkStandard(): Fault[] {
  return [
    ...Object.values(codeLists).flatMap((list) =>
      checkUnique(
        `codes.${list.name}`,
        list.entries.map((entry) => entry.code),
        '代码重复',
        'code stands twice',
      ),
    ),
    ...Object.values(registers).flatMap(checkRegister),
    ...checkUnique(
      'items',
      items.map((item) => item.code),
      '监测项编码重复',
      'item code stands twice',
    ),
    ...aspects
      .filter((aspect) => !items.some((item) => item.aspect === aspect.code))
      .map((aspect) => fault(`aspects.${aspect.code}`, '没有监测项', 'has no item')),
    ...items.flatMap(checkItem),
  ];
}

const fault = (where: string, zh: string, en: string): Fault => ({ where, zh, en });

function checkUnique(where: string, names: readonly string[], zh: string, en: string): Fault[] {
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => fault(where, `${zh}:${name}`, `${en}: ${name}`));
}

/** A header form must not stand for two fields of one register, except the name columns of references. */
function checkRegister(register: Register): Fault[] {
  const where = `registers.${register.name}`;
  const headers = Object.entries(register.fields).flatMap(([name, field]) =>
    [...new Set([field.zh, ...field.aliases])].map((header) => ({ header, name })),
  );
  const twice = headers.filter((entry, index) =>
    headers.some((other, at) => at < index && other.header === entry.header && other.name !== entry.name),
  );
  const known = (name: string): boolean => name in register.fields;
  return [
    ...twice.map(({ header, name }) => fault(`${where}.${name}`, `列标题“${header}”对应两个字段`, `header “${header}” stands for two fields`)),
    ...register.key.filter((name) => !known(name)).map((name) => fault(`${where}.key`, `没有字段 ${name}`, `there is no field ${name}`)),
    ...register.settlementVia
      .filter((name) => !known(name))
      .map((name) => fault(`${where}.settlementVia`, `没有字段 ${name}`, `there is no field ${name}`)),
    ...(register.mode === 'event' && !register.date ? [fault(where, '事件台账未指明日期', 'an event register names no date')] : []),
  ];
}

/** Rules as written in the declaration, with the place of each. */
function rulesOf(item: Item): { where: string; text: string; variables: Readonly<Record<string, RuleType>>; types: readonly RuleType[] }[] {
  const variables = variablesOf(item);
  const counted: Readonly<Record<string, RuleType>> = { ...variables, applies: 'bool', warned: 'bool' };
  const indicator =
    item.indicator.mode === 'count' ? { variables: counted, types: ['bool'] as const } : { variables, types: ['int', 'double'] as const };
  return [
    { where: 'applies', text: item.applies, variables, types: ['bool'] },
    ...levels.map((level) => ({ where: `levels.${level}`, text: item.levels[level], variables, types: ['bool'] as const })),
    { where: 'indicator.numerator', text: item.indicator.numerator, ...indicator },
    { where: 'indicator.denominator', text: item.indicator.denominator, ...indicator },
    ...(item.value ? [{ where: 'value', text: item.value.rule, variables, types: ['int', 'double'] as const }] : []),
  ];
}

function checkItem(item: Item): Fault[] {
  const where = `items.${item.code}`;
  const broken = rulesOf(item).flatMap(({ where: place, text, variables, types }) => {
    const faults = types.map((type) => ruleFault(text, variables, type));
    const first = faults.find((entry) => entry !== undefined);
    return faults.some((entry) => entry === undefined) || !first
      ? []
      : [fault(`${where}.${place}:${first.position.line}:${first.position.column}`, first.zh, first.en)];
  });
  if (broken.length > 0) return broken;
  const facts = new Set(subjectFacts[item.subject].facts.map((fact) => fact.name));
  const sentences = [item.why, ...Object.values(item.whyAt ?? {})].map(({ zh, en }) => zh + en).join('');
  const named = [...sentences.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return [
    ...[...new Set(named)]
      .filter((name) => !facts.has(name) && !(name in item.params))
      .map((name) => fault(`${where}.why`, `没有事实或参数 ${name}`, `there is no fact or parameter ${name}`)),
    ...item.heldBackBy
      .filter((code) => !items.some((other) => other.code === code))
      .map((code) => fault(`${where}.heldBackBy`, `没有监测项 ${code}`, `there is no item ${code}`)),
    ...checkExamples(item),
  ];
}

function ruleFault(text: string, variables: Readonly<Record<string, RuleType>>, type: RuleType): RuleError | undefined {
  try {
    parseRule(text, variables, type);
    return undefined;
  } catch (error) {
    if (error instanceof RuleError) return error;
    throw error;
  }
}

/** Each example decided in process; and the examples together show a level fired, a quiet case and an unknown one. */
function checkExamples(item: Item): Fault[] {
  const where = `items.${item.code}.examples`;
  const wrong = item.examples.flatMap(([name, given, expected], index) => {
    const found = decideExample(item, given);
    return found === expected
      ? []
      : [fault(`${where}[${index}]`, `“${name}”应为 ${expected},实为 ${found}`, `“${name}” should be ${expected}, is ${found}`)];
  });
  const shown = new Set(item.examples.map(([, , expected]) => expected));
  const wanted = [...levels.filter((level) => item.levels[level] !== 'false'), 'none', 'unknown'] as const;
  return [
    ...wrong,
    ...wanted.filter((finding) => !shown.has(finding)).map((finding) => fault(where, `缺少结果为 ${finding} 的示例`, `no example shows ${finding}`)),
  ];
}
