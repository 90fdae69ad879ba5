/** Says a rule as a sentence that an official reads, in Chinese or English; it means the same as the rule. */
import { affirm } from './affirm.ts';
import type { Arithmetic, Comparison, Rule, Tree } from './rule.ts';
import { type SentenceLanguage, type SentenceWords, sentenceWords } from './sentenceWords.ts';

/** What a fact or parameter is called. A number with a `value` (a parameter in force) is said as that value with its unit instead. */
export interface RuleLabel {
  readonly zh: string;
  readonly en: string;
  readonly unit?: string | { readonly zh: string; readonly en: string } | undefined;
  readonly value?: boolean | number | undefined;
}

const signs: Readonly<Record<Comparison | Arithmetic, string>> = {
  '==': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '+': '+',
  '-': '-',
  '*': '×',
  '/': '÷',
};
const strength: Readonly<Record<Arithmetic, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

/** The condition around a condition: it decides which brackets are needed. */
type Around = 'nothing' | 'and' | 'or';

class Sentence {
  readonly #lang: SentenceLanguage;
  readonly #words: SentenceWords;
  readonly #label: (name: string) => RuleLabel;

  constructor(lang: SentenceLanguage, label: (name: string) => RuleLabel) {
    this.#lang = lang;
    this.#words = sentenceWords[lang];
    this.#label = label;
  }

  condition(tree: Tree, around: Around = 'nothing'): string {
    const words = this.#words;
    switch (tree.kind) {
      case 'literal':
        return tree.value === true ? words.always : words.never;
      case 'variable':
        return words.claim(this.#name(tree.name), true);
      case 'not':
        return tree.of.kind === 'variable' ? words.claim(this.#name(tree.of.name), false) : this.#membership(tree.of, false);
      case 'oneOf':
        return this.#membership(tree, true);
      case 'and':
        return words.glue(
          ...this.#between(
            tree.terms.map((term) => this.condition(term, 'and')),
            around === 'or' ? words.andInsideOr : words.and,
          ),
        );
      case 'or': {
        const text = words.glue(
          ...this.#between(
            tree.terms.map((term) => this.condition(term, 'or')),
            words.or,
          ),
        );
        return around === 'and' ? `(${text})` : text;
      }
      case 'compare':
        return this.#comparison(tree);
      case 'choose':
        return this.#choice(tree, around !== 'nothing');
      default:
        throw new TypeError(`${tree.kind} is no condition`);
    }
  }

  /** A number; a literal takes the `unit` of what it is compared with. */
  amount(tree: Tree, unit = '', least = 0): string {
    switch (tree.kind) {
      case 'literal':
        return withUnit(Number(tree.value), unit);
      case 'variable': {
        const { value } = this.#label(tree.name);
        return typeof value === 'number' ? withUnit(value, this.#unit(tree)) : this.#name(tree.name);
      }
      case 'negate':
        return `-${this.amount(tree.of, unit, 3)}`;
      case 'arithmetic': {
        const own = strength[tree.operator];
        const inner = own === 1 ? unit || this.#unit(tree) : '';
        const text = `${this.amount(tree.left, inner, own)} ${signs[tree.operator]} ${this.amount(tree.right, inner, own + 1)}`;
        return own < least ? `(${text})` : text;
      }
      case 'choose':
        return this.#choice(tree, true);
      default:
        throw new TypeError(`${tree.kind} is no number`);
    }
  }

  #comparison({ left, right, operator }: Extract<Tree, { kind: 'compare' }>): string {
    if (left.type !== 'bool') return `${this.amount(left, this.#unit(right))} ${signs[operator]} ${this.amount(right, this.#unit(left))}`;
    return `(${this.condition(left)}) ${signs[operator]} (${this.condition(right)})`;
  }

  #membership(tree: Tree, holds: boolean): string {
    if (tree.kind !== 'oneOf') throw new TypeError(`${tree.kind} stands after no “not”`);
    const words = this.#words;
    const unit = this.#unit(tree.of);
    const members = tree.among.map((value) => withUnit(value, unit));
    const last = members.pop() ?? '';
    const list = members.length === 0 ? last : words.glue(members.join(words.comma), words.lastOf, last);
    return words.glue(this.amount(tree.of), holds ? words.is : words.isNot, list);
  }

  #choice({ type, when, whenTrue, whenFalse }: Extract<Tree, { kind: 'choose' }>, bracketed: boolean): string {
    const words = this.#words;
    const say = (tree: Tree): string => (type === 'bool' ? this.condition(tree) : this.amount(tree));
    const text = words.glue(words.if, this.condition(affirm(when)), words.thenSo, say(whenTrue), words.otherwise, say(whenFalse));
    return bracketed ? `(${text})` : text;
  }

  #between(terms: readonly string[], word: string): readonly string[] {
    return terms.flatMap((term, index) => (index === 0 ? [term] : [word, term]));
  }

  #name(name: string): string {
    return this.#label(name)[this.#lang];
  }

  #unit(tree: Tree): string {
    switch (tree.kind) {
      case 'variable': {
        const { unit } = this.#label(tree.name);
        return unit === undefined ? '' : typeof unit === 'string' ? unit : unit[this.#lang];
      }
      case 'negate':
        return this.#unit(tree.of);
      case 'choose':
        return this.#unit(tree.whenTrue) || this.#unit(tree.whenFalse);
      case 'arithmetic':
        return strength[tree.operator] === 1 ? this.#unit(tree.left) || this.#unit(tree.right) : '';
      default:
        return '';
    }
  }
}

function withUnit(value: number, unit: string): string {
  return unit === '' || /^[%‰℃°]/.test(unit) ? `${value}${unit}` : `${value} ${unit}`;
}

/** The rule in words, without a full stop. `label` names each fact and parameter that the rule reads. */
export function ruleToSentence(rule: Rule, lang: SentenceLanguage, label: (name: string) => RuleLabel): string {
  const sentence = new Sentence(lang, label);
  return rule.type === 'bool' ? sentence.condition(affirm(rule.tree)) : sentence.amount(rule.tree);
}
