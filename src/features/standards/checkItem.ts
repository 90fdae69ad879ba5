/** Checks one item: its aspect, department and registers, its rules, its sentences and its examples. */
import { aspects, fileOfItem, items, registerNames } from '#catalog/catalog.ts';
import { departments } from '#catalog/departments.ts';
import { type Item, levels, subjectKinds } from '#catalog/items/item.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import { parseRule } from '#rules/parseRule.ts';
import type { RuleType } from '#rules/rule.ts';
import { RuleError } from '#rules/ruleError.ts';
import { checkExamples } from './checkExamples.ts';
import { type Fault, noSuch } from './fault.ts';
import { variablesOf } from './itemRules.ts';

type Spot = Omit<Fault, 'file'>;

/** The faults of an item, each with the file and the spot in the declaration. */
export function checkItem(item: Item): Fault[] {
  const knowsSubject = subjectKinds.some((kind) => kind === item.subject);
  const broken = knowsSubject ? checkRules(item) : [];
  const spots = [
    ...checkNames(item),
    ...broken,
    ...(knowsSubject ? checkSentences(item) : []),
    ...(knowsSubject && broken.length === 0 ? checkExamples(item) : []),
  ];
  return spots.map((spot) => ({ ...spot, file: fileOfItem(item), where: `items.${item.code}.${spot.where}` }));
}

/** What an item names outside its rules: each has to be there. */
function checkNames(item: Item): Spot[] {
  const named = [
    { where: 'subject', kind: { zh: '监测对象', en: 'subject' }, name: item.subject, names: subjectKinds },
    { where: 'department', kind: { zh: '部门', en: 'department' }, name: item.department, names: Object.keys(departments) },
    ...item.registers.map((name, index) => ({ where: `registers[${index}]`, kind: { zh: '台账', en: 'register' }, name, names: registerNames })),
    ...item.heldBackBy.map((name, index) => ({
      where: `heldBackBy[${index}]`,
      kind: { zh: '监测项', en: 'item' },
      name,
      names: items.map(({ code }) => code),
    })),
  ];
  return [
    ...checkAspect(item),
    ...named.filter(({ name, names }) => !names.some((known) => known === name)).map(({ where, ...written }) => ({ where, ...noSuch(written) })),
  ];
}

/** The letter of the code is an aspect; one letter is like any other, so all are listed. */
function checkAspect({ aspect, code }: Item): Spot[] {
  const letters = aspects.map((known) => known.code);
  if (letters.includes(aspect)) return [];
  const { zh, en } = noSuch({ kind: { zh: '方面', en: 'aspect' }, name: aspect, names: [] });
  return [
    {
      where: 'code',
      zh: `${code}：${zh}编码以方面的字母开头：${letters.join('、')}。`,
      en: `${code}: ${en} A code begins with the letter of an aspect: ${letters.join(', ')}.`,
    },
  ];
}

interface WrittenRule {
  readonly where: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, RuleType>>;
  readonly types: readonly RuleType[];
}

/** Rules as written in the declaration, with the place of each. */
function rulesOf(item: Item): WrittenRule[] {
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

/** A rule is sound when it can be read as one of the types that its place takes. */
function checkRules(item: Item): Spot[] {
  return rulesOf(item).flatMap(({ where, text, variables, types }) => {
    const errors = types.map((type) => ruleError(text, variables, type));
    const [first] = errors;
    return first === undefined || errors.includes(undefined)
      ? []
      : [{ where: `${where}:${first.position.line}:${first.position.column}`, zh: first.zh, en: first.en }];
  });
}

function ruleError(text: string, variables: Readonly<Record<string, RuleType>>, type: RuleType): RuleError | undefined {
  try {
    parseRule(text, variables, type);
    return undefined;
  } catch (error) {
    if (error instanceof RuleError) return error;
    throw error;
  }
}

/** The facts and parameters that the sentences name. */
function checkSentences(item: Item): Spot[] {
  const names = [...subjectFacts[item.subject].facts.map((fact) => fact.name), ...Object.keys(item.params)];
  const sentences = [['why', item.why] as const, ...Object.entries(item.whyAt ?? {}).map(([level, said]) => [`whyAt.${level}`, said] as const)];
  return sentences.flatMap(([place, said]) =>
    (['zh', 'en'] as const).flatMap((language) =>
      [...new Set([...said[language].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))]
        .filter((name) => !names.includes(name))
        .map((name) => ({ where: `${place}.${language}`, ...noSuch({ kind: { zh: '事实或参数', en: 'fact or parameter' }, name, names }) })),
    ),
  );
}
