/** What stood before and after an act in the audit log, in words: fields by their names, roles, states, settings and time limits by what they are called. */
import { appealLimits } from '#catalog/appealLimits.ts';
import { auditFields } from '#catalog/auditVerbs.ts';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import { isRole, roleOf } from '#catalog/roles.ts';
import { limitWords } from './clocks/limitWords.ts';

type Language = 'zh' | 'en';
type Values = Readonly<Record<string, unknown>> | null;
type Both = { readonly zh: string; readonly en: string };

/** A line of the change; empty where a side says nothing of it. */
export interface ChangeLine {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** The change line by line; of a setting with many parts only those that changed. */
export function auditChange(verb: string, before: Values, after: Values, language: Language): ChangeLine[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [one, other] = [was, is].map((parts) => (parts.has(key) ? valueIn(verb, key, parts.get(key), language) : ''));
    const field = key.split('.').at(-1) ?? key;
    const isSame = key !== field && was.has(key) && one === other;
    return isSame ? [] : [{ field: fieldIn(field, language), before: one ?? '', after: other ?? '' }];
  });
}

/** The values by the names of their fields; those that lie in another value stand by themselves: `value.opens`. */
function partsOf(values: Values): ReadonlyMap<string, unknown> {
  const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
  return new Map(
    Object.entries(values ?? {}).flatMap(([name, value]): [string, unknown][] =>
      isNested(value) ? Object.entries(value).map(([part, inner]) => [`${name}.${part}`, inner]) : [[name, value]],
    ),
  );
}

const isLimit = (name: string): name is keyof typeof appealLimits => Object.hasOwn(appealLimits, name);

function fieldIn(field: string, language: Language): string {
  if (isLimit(field)) return appealLimits[field][language === 'zh' ? 1 : 2];
  return language === 'zh' ? (auditFields[field] ?? field) : field;
}

const cycles: Readonly<Record<string, { readonly states: Readonly<Record<string, Both>> }>> = {
  appeals: appealLifecycle,
  warnings: warningLifecycle,
  'work-orders': workOrderLifecycle,
};

function valueIn(verb: string, key: string, value: unknown, language: Language): string {
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }[language];
  if (typeof value !== 'string') return textOf(value);
  const field = key.split('.').at(-1) ?? key;
  const states = field === 'state' || field === 'stage' ? cycles[verb.split('.')[0] ?? '']?.states : undefined;
  const words = field === 'role' && isRole(value) ? roleOf(value) : isLimit(field) ? limitWords(value) : states?.[value];
  return words?.[language] ?? value;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(' ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
