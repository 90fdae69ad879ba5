/** The words that hold the sentence of a rule together, in Chinese and in English. */

export type SentenceLanguage = 'zh' | 'en';

export interface SentenceWords {
  /** Puts parts side by side, with the space that the language wants between them. */
  glue(...parts: readonly string[]): string;
  /** A yes-or-no fact and what it must be. */
  claim(label: string, holds: boolean): string;
  readonly always: string;
  readonly never: string;
  readonly is: string;
  readonly isNot: string;
  readonly comma: string;
  readonly lastOf: string;
  readonly and: string;
  /** `and` between the terms of an `or`, where the eye must see that it binds more tightly. */
  readonly andInsideOr: string;
  readonly or: string;
  readonly if: string;
  readonly thenSo: string;
  readonly otherwise: string;
}

/** Chinese wants a space only where its characters meet Latin letters, digits or signs. */
function glueChinese(...parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    const meets = /[\w%]$/.test(text) ? /^\p{Script=Han}/u.test(part) : /\p{Script=Han}$/u.test(text) && /^[\w-]/.test(part);
    return meets ? `${text} ${part}` : text + part;
  });
}

export const sentenceWords: Readonly<Record<SentenceLanguage, SentenceWords>> = {
  zh: {
    glue: glueChinese,
    claim: (label, holds) => `${label}为${holds ? '是' : '否'}`,
    always: '总是成立',
    never: '从不成立',
    is: '为',
    isNot: '不为',
    comma: '、',
    lastOf: '或',
    and: ',并且',
    andInsideOr: '且',
    or: ',或者',
    if: '若',
    thenSo: '则',
    otherwise: ',否则',
  },
  en: {
    glue: (...parts) => parts.join(''),
    claim: (label, holds) => `${label}: ${holds ? 'yes' : 'no'}`,
    always: 'always',
    never: 'never',
    is: ' is ',
    isNot: ' is not ',
    comma: ', ',
    lastOf: ' or ',
    and: ', and ',
    andInsideOr: ' and ',
    or: ', or ',
    if: 'if ',
    thenSo: ', then ',
    otherwise: ', otherwise ',
  },
};
