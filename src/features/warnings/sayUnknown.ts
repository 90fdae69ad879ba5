/** Takes what is unknown out of the sentence of a finding and names it at its end: `未入学或辍学:是；连续缺勤天数未知。` */

type Value = boolean | number | null | undefined;

/** How one value is said in its language, and how its fact or parameter is called and counted there. */
export interface Saying {
  readonly language: 'zh' | 'en';
  readonly valueFor: (name: string) => Value;
  readonly labelOf: (name: string) => { readonly label: string; readonly unit: string; readonly isYesOrNo: boolean };
  readonly say: (value: Value) => string;
}

/** A part of a sentence that can be said without the others, with the sign before it. */
interface Clause {
  readonly sign: string;
  readonly text: string;
}

const closing = {
  zh: (labels: string) => ({ alone: `${labels}未知。`, after: `；${labels}未知。` }),
  en: (labels: string) => ({ alone: `Unknown: ${labels}.`, after: `; unknown: ${labels}.` }),
} as const;

/** The sentence with its values still as `{name}`, without the parts that would name an unknown one; the known values of such a part are said by their labels. */
export function sayUnknown(sentence: string, saying: Saying): string {
  const isUnknown = (name: string): boolean => (saying.valueFor(name) ?? null) === null;
  const unknown = [...new Set(namesIn(sentence))].filter(isUnknown);
  if (unknown.length === 0) return sentence;
  const { language } = saying;
  const known = clausesOf(sentence).flatMap(({ sign, text }): Clause[] => {
    const kept = withoutAsides(text, isUnknown);
    if (!namesIn(kept).some(isUnknown)) return [{ sign, text: kept }];
    return [...new Set(namesIn(kept))].filter((name) => !isUnknown(name)).map((name) => ({ sign: between[language], text: labelled(name, saying) }));
  });
  const end = closing[language](unknown.map((name) => asked(name, saying)).join(language === 'zh' ? '、' : '; '));
  if (known.length === 0) return end.alone;
  const said = known.map(({ sign, text }, at) => (at === 0 ? text : `${sign || between[language]}${text}`)).join('');
  // What was a part of something that is not said any more.
  return `${language === 'zh' ? said.replace(/^其中/, '') : said}${end.after}`;
}

const between = { zh: '，', en: '; ' } as const;

/** What is not known, as a question where it is one of yes or no: `下年度是否已参保`. */
function asked(name: string, { language, labelOf }: Saying): string {
  const { label, isYesOrNo } = labelOf(name);
  if (!isYesOrNo) return label;
  return language === 'zh' ? label.replace(/^(近\d+(?:天|个月)|.*?(?=已))?/, '$1是否') : `${label} (yes or no)`;
}

const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** Divided at commas and their like outside of brackets; a part without a value belongs to the next, or to the last. */
function clausesOf(sentence: string): Clause[] {
  const clauses: Clause[] = [];
  let sign = '';
  let text = '';
  for (const piece of sentence.replace(/[.。]$/, '').split(/([,，;；、] ?)(?![^()[\]]*[)\]])/)) {
    if (/^[,，;；、] ?$/.test(piece) && namesIn(text).length > 0) {
      clauses.push({ sign, text });
      [sign, text] = [piece, ''];
    } else text += piece;
  }
  const last = clauses.at(-1);
  if (last && namesIn(text).length === 0) clauses[clauses.length - 1] = { sign: last.sign, text: `${last.text}${sign}${text}` };
  else clauses.push({ sign, text });
  return clauses;
}

/** Without what stands in brackets and is unknown. */
const withoutAsides = (text: string, isUnknown: (name: string) => boolean): string =>
  text.replace(/ ?\([^()]*\)/g, (aside) => (namesIn(aside).some(isUnknown) ? '' : aside));

function labelled(name: string, { language, labelOf, say, valueFor }: Saying): string {
  const { label, unit } = labelOf(name);
  const value = typeof valueFor(name) === 'boolean' ? say(valueFor(name)) : `{${name}}${language === 'zh' || unit === '' ? unit : ` ${unit}`}`;
  return language === 'zh' ? `${label}：${value}` : `${label}: ${value}`;
}
