/** What a notice says in both languages, from its kind and its words: codes become names, an item about health is named in neutral words. */
import { items, registers } from '#catalog/catalog.ts';
import { neutralItem } from '#catalog/items/neutralItem.ts';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { isNoticeKind, noticeKindOf } from '#catalog/notices/noticeKinds.ts';
import type { Urgency } from '#catalog/notices/noticeKind.ts';
import { isRole, roleOf } from '#catalog/roles.ts';

export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** A notice as it is kept. */
export interface KeptNotice {
  readonly kind: string;
  readonly words: Readonly<Record<string, string | number>>;
}

/** A notice in words. */
export interface NoticeText {
  readonly title: Both;
  readonly text: Both;
  /** A path of the house. */
  readonly link: string;
  readonly urgency: Urgency;
}

/** What is said; a kind that a newer or older version declared is called by its name alone. */
export function noticeText({ kind, words }: KeptNotice): NoticeText {
  if (!isNoticeKind(kind)) return { title: { zh: kind, en: kind }, text: { zh: '', en: '' }, link: '/notices', urgency: 'usual' };
  const { zh, en, says, link, urgency } = noticeKindOf(kind);
  return {
    title: { zh, en },
    text: { zh: sayWith(says.zh, words, 'zh'), en: sayWith(says.en, words, 'en') },
    link: link.replace(/\{([^{}]+)\}/g, (_whole, name: string) => encodeURIComponent(String(words[name] ?? ''))),
    urgency,
  };
}

/** A sentence with its words. */
export function sayWith(sentence: string, words: KeptNotice['words'], language: 'zh' | 'en'): string {
  return sentence.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const value = words[name];
    return value === undefined ? whole : (namers[name]?.(String(value))?.[language] ?? String(value));
  });
}

const clocks: Readonly<Record<string, Both>> = { ...appealLifecycle.clocks, ...warningLifecycle.clocks };

/** Words that are codes, and how each is called. */
const namers: Readonly<Record<string, (code: string) => Both | undefined>> = {
  item: (code) => {
    const item = items.find((one) => one.code === code);
    return item?.about === 'health' ? neutralItem : item;
  },
  register: (name) => Object.values(registers).find((register) => register.name === name),
  // The number of a warning holds the code of its item.
  warning: (number) => {
    const told = items.filter(({ about }) => about === 'health').reduce((text, { code }) => text.replaceAll(code, neutralItem.code), number);
    return { zh: told, en: told };
  },
  role: (code) => (isRole(code) ? roleOf(code) : undefined),
  clock: (name) => clocks[name],
};
