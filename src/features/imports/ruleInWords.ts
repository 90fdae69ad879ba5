/** A rule of a register in the words of the person who brings the sheet: fields by their labels, codes by theirs, and no SQL. */
import { codeLists } from '#catalog/catalog.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';

interface Rule {
  readonly register: Register;
  readonly language: Language;
}
type Language = 'zh' | 'en';
type Words = (rule: Rule, ...parts: string[]) => string;

const name = '([a-z_][a-z0-9_]*)';
const codes = "\\(((?:'[^']*'(?:, ?)?)+)\\)";
const operand = '((?:[a-z_][a-z0-9_]*|\\d+)(?: [*-] [a-z_][a-z0-9_]*)?)';

const fieldOf = ({ register }: Rule, field: string): Field | undefined => register.fields[field];
const isTime = (field: Field | undefined): boolean => field !== undefined && ['date', 'datetime', 'month'].includes(field.kind.name);

function label(rule: Rule, text: string): string {
  return text
    .replace(/[a-z_][a-z0-9_]*/g, (word) => fieldOf(rule, word)?.[rule.language] ?? word)
    .replace(/ ([*-]) /g, { zh: '$1', en: ' $1 ' }[rule.language]);
}

/** Labels of codes written in an expression: `'1','2'` → “就业”或“未就业”. */
function labels(rule: Rule, field: string, written: string): string {
  const listName = fieldOf(rule, field)?.codes;
  const list = listName && codeLists[listName];
  const each = written.match(/'[^']*'/g) ?? [];
  return each
    .map((quoted) => list?.entries.find(({ code }) => `'${code}'` === quoted)?.[rule.language] ?? quoted.slice(1, -1))
    .map((text) => (rule.language === 'zh' ? `“${text}”` : `"${text}"`))
    .join(rule.language === 'zh' ? '或' : ' or ');
}

const comparisons: Readonly<Record<string, Readonly<Record<'time' | 'number', Readonly<Record<Language, string>>>>>> = {
  '>=': { time: { zh: '不早于', en: ' not before ' }, number: { zh: '不小于', en: ' at least ' } },
  '<=': { time: { zh: '不晚于', en: ' not after ' }, number: { zh: '不大于', en: ' at most ' } },
  '>': { time: { zh: '晚于', en: ' after ' }, number: { zh: '大于', en: ' more than ' } },
  '<': { time: { zh: '早于', en: ' before ' }, number: { zh: '小于', en: ' less than ' } },
  '=': { time: { zh: '等于', en: ' equal to ' }, number: { zh: '等于', en: ' equal to ' } },
  '<>': { time: { zh: '不等于', en: ' different from ' }, number: { zh: '不等于', en: ' different from ' } },
};

/** What is said of each form of a condition; what was said already stands between marks and is left alone. */
const forms: readonly (readonly [form: RegExp, words: Words])[] = [
  [/coalesce\((\w+), ?'[^']*'\)/, (_rule, field = '') => field],
  [
    new RegExp(`case ${name} when ('[^']*') then (\\w+) else (\\w+) end`),
    (rule, field = '', code = '', then = '', otherwise = '') =>
      rule.language === 'zh'
        ? `${then}（${label(rule, field)}是${labels(rule, field, code)}时，否则${otherwise}）`
        : `${then} (where ${label(rule, field)} is ${labels(rule, field, code)}, else ${otherwise})`,
  ],
  [
    new RegExp(`length\\(${name}\\) = `),
    (rule, field = '') => (rule.language === 'zh' ? `${label(rule, field)}的位数为` : `digits of ${label(rule, field)}: `),
  ],
  [
    new RegExp(`substr\\(${name}, ?1, ?(\\d)\\) = ('[^']*'|\\w+)`),
    (rule, field = '', count = '', other = '') => {
      const right = other.startsWith("'") ? other.slice(1, -1) : label(rule, other);
      return rule.language === 'zh' ? `${label(rule, field)}前${count}位是${right}` : `${label(rule, field)} begins with ${right}`;
    },
  ],
  [
    new RegExp(`${name} not in ${codes}`),
    (rule, field = '', list = '') =>
      rule.language === 'zh' ? `${label(rule, field)}不是${labels(rule, field, list)}` : `${label(rule, field)} is not ${labels(rule, field, list)}`,
  ],
  [
    new RegExp(`${name} in ${codes}`),
    (rule, field = '', list = '') =>
      rule.language === 'zh' ? `${label(rule, field)}是${labels(rule, field, list)}` : `${label(rule, field)} is ${labels(rule, field, list)}`,
  ],
  [
    new RegExp(`${name} <> ('[^']*')`),
    (rule, field = '', code = '') =>
      rule.language === 'zh' ? `${label(rule, field)}不是${labels(rule, field, code)}` : `${label(rule, field)} is not ${labels(rule, field, code)}`,
  ],
  [
    new RegExp(`${name} = ('[^']*')`),
    (rule, field = '', code = '') =>
      rule.language === 'zh' ? `${label(rule, field)}是${labels(rule, field, code)}` : `${label(rule, field)} is ${labels(rule, field, code)}`,
  ],
  [
    new RegExp(`${name} is not null`),
    (rule, field = '') => (rule.language === 'zh' ? `${label(rule, field)}已填` : `${label(rule, field)} is filled`),
  ],
  [new RegExp(`${name} is null`), (rule, field = '') => (rule.language === 'zh' ? `${label(rule, field)}未填` : `${label(rule, field)} is empty`)],
  [
    new RegExp(`${operand} (>=|<=|<>|>|<|=) ${operand}`),
    (rule, left = '', sign = '', right = '') => {
      const kind = isTime(fieldOf(rule, left)) && isTime(fieldOf(rule, right)) ? 'time' : 'number';
      return `${label(rule, left)}${comparisons[sign]?.[kind][rule.language] ?? sign}${label(rule, right)}`;
    },
  ],
  [new RegExp(`not ${name}`), (rule, field = '') => (rule.language === 'zh' ? `${label(rule, field)}为否` : `${label(rule, field)} is no`)],
];

const joints: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  zh: [
    [/ or /g, '，或者'],
    [/ and /g, '，并且'],
    [/\(([^()]*)\) = \(([^()]*)\)/g, '“$1”与“$2”同时成立或同时不成立'],
    [/\(([^()]*)\) <> \(([^()]*)\)/g, '“$1”与“$2”恰有一项成立'],
    [/\(/g, '（'],
    [/\)/g, '）'],
  ],
  en: [
    [/ or /g, ', or '],
    [/ and /g, ', and '],
    [/\(([^()]*)\) = \(([^()]*)\)/g, 'both or neither: $1; $2'],
    [/\(([^()]*)\) <> \(([^()]*)\)/g, 'exactly one: $1; $2'],
  ],
};

/** The rule as a sentence part: `暂不能就业原因未填，或者就业状态不是“就业”`. */
export function ruleInWords(expression: string, register: Register, language: Language): string {
  const rule = { register, language };
  const said: string[] = [];
  const keep = (words: string): string => `\u0001${said.push(words) - 1}\u0002`;
  let rest = expression;
  for (const [form, words] of forms) {
    const isInner = form === forms[0]?.[0];
    rest = rest.replace(new RegExp(form, 'g'), (...match: (string | number)[]) => {
      const parts = match.slice(1).filter((part): part is string => typeof part === 'string');
      const text = words(rule, ...parts);
      return isInner ? text : keep(text);
    });
  }
  rest = rest.replace(/[a-z_][a-z0-9_]*/g, (word) => (fieldOf(rule, word) ? keep(isBool(rule, word)) : word));
  for (const [from, to] of joints[language]) rest = rest.replace(from, to);
  const back = (text: string): string => text.replace(/\u0001(\d+)\u0002/g, (_mark, at) => back(said[Number(at)] ?? ''));
  return back(rest);
}

function isBool(rule: Rule, field: string): string {
  const words = label(rule, field);
  if (fieldOf(rule, field)?.kind.name !== 'bool') return words;
  return rule.language === 'zh' ? `${words}为是` : `${words} is yes`;
}
