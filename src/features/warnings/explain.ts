/** The sentences that explain a finding: why it stands, with the values seen, and what would clear it. */
import type { ClearStep, Item, Level } from '#catalog/items/item.ts';
import { unitWords } from '#catalog/units.ts';
import { itemRules } from '#features/standards/itemRules.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import type { Rule } from '#rules/rule.ts';
import { type RuleLabel, ruleToSentence } from '#rules/ruleToSentence.ts';
import { sayUnknown } from './sayUnknown.ts';

type Value = boolean | number | null | undefined;
type Both = { readonly zh: string; readonly en: string };

const word = {
  zh: (value: Value): string => (value === null || value === undefined ? '未知' : value === true ? '是' : value === false ? '否' : readable(value)),
  en: (value: Value): string =>
    value === null || value === undefined ? 'unknown' : value === true ? 'yes' : value === false ? 'no' : readable(value),
};

/** A number with at most two decimals. */
function readable(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Math.round(value * 100) / 100);
}

/** What a fact or a parameter is called, and counted in. */
interface Named {
  readonly label: string;
  readonly unit: string;
  readonly isYesOrNo: boolean;
}

/** How the facts and parameters of an item are called in both languages. */
function labelsOf(item: Item): (name: string) => { readonly zh: Named; readonly en: Named } {
  const { facts } = subjectFacts[item.subject];
  return (name) => {
    const named = item.params[name as `p_${string}`] ?? facts.find((fact) => fact.name === name);
    const unit = unitWords(named?.unit ?? '');
    const of = (language: 'zh' | 'en'): Named => ({ label: named?.[language] ?? name, unit: unit[language], isYesOrNo: named?.type === 'bool' });
    return { zh: of('zh'), en: of('en') };
  };
}

/** The item's sentence, as it is said at a level, with the facts and parameters of one subject in it; what is unknown of them is named at its end. */
export function whySentence(
  item: Item,
  level: Level | 'unknown',
  facts: Readonly<Record<string, Value>>,
  parameters: Readonly<Record<string, number>>,
): Both {
  const { zh, en } = (level === 'unknown' ? undefined : item.whyAt?.[level]) ?? item.why;
  const factOf = (name: string): Value => (name in parameters ? parameters[name] : facts[name]);
  const labels = labelsOf(item);
  const fill = (sentence: string, language: 'zh' | 'en', say: (value: Value) => string): string =>
    sayUnknown(sentence, { language, valueFor: factOf, labelOf: (name) => labels(name)[language], say })
      .replace(/\[([^|\]]+)\|([^\]]+)\]/g, (_, usual: string, negative: string) => {
        const value = factOf(/\{(\w+)\}/.exec(usual)?.[1] ?? '');
        return typeof value === 'number' && value < 0 ? negative.replace(/\{\w+\}/, say(-value)) : usual;
      })
      .replace(/\{(\w+)\}/g, (_, name: string) => say(factOf(name)));
  return { zh: fill(zh, 'zh', word.zh), en: fill(en, 'en', word.en).replace(/^[a-z]/, (letter) => letter.toUpperCase()) };
}

/** A rule of an item as a sentence, with the thresholds in force. */
export function sentenceOf(item: Item, rule: Rule, parameters: Readonly<Record<string, number>>): Both {
  const labels = labelsOf(item);
  const label = (name: string): RuleLabel => {
    const { zh, en } = labels(name);
    const parameter = item.params[name as `p_${string}`];
    const unit = { zh: zh.unit, en: en.unit };
    return { zh: zh.label, en: en.label, unit, ...(parameter && { value: parameters[name] ?? parameter.default }) };
  };
  return { zh: ruleToSentence(rule, 'zh', label), en: ruleToSentence(rule, 'en', label) };
}

/** The rule of a level as a sentence. */
export function ruleSentence(item: Item, level: Level, parameters: Readonly<Record<string, number>>): Both {
  return sentenceOf(item, itemRules(item).levels[level], parameters);
}

/** Whom the item concerns, as a sentence; null where it concerns every subject of its kind. */
export function appliesSentence(item: Item, parameters: Readonly<Record<string, number>>): Both | null {
  return item.applies === 'true' ? null : sentenceOf(item, itemRules(item).applies, parameters);
}

const steps: Readonly<Record<'visit' | 'county', Both>> = {
  visit: { zh: '入户核实', en: 'a visit' },
  county: { zh: '县级审批', en: 'approval by the county' },
};

function stepWords(step: ClearStep): Both {
  if (typeof step === 'string') return steps[step];
  return { zh: `公示${step.publicityDays}天`, en: `publicity of ${step.publicityDays} days` };
}

/** What clears a warning of an item: how long no level must stand, and the steps that clearing needs beside the data. */
export function clearingSentence(item: Item): Both {
  const procedure = item.clearProcedure.map(stepWords);
  const days = item.clearAfterDays;
  return {
    zh: `${days > 0 ? `各级条件连续${days}天不成立` : '各级条件不再成立'}${procedure.length > 0 ? `,并完成${procedure.map((step) => step.zh).join('、')}` : ''}。`,
    en: `No level holds${days > 0 ? ` for ${days} days` : ''}${procedure.length > 0 ? `, and ${procedure.map((step) => step.en).join(', ')} done` : ''}.`,
  };
}
