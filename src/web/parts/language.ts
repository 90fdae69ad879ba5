/** The two languages of the screens: Chinese first, English second; each room brings its words with `defineWords`. */
import i18next from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';

export type Language = 'zh' | 'en';

/** A text in both languages, as the server sends it. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** A text of a screen; `{{count}}` and other values stand in double braces; English may tell one from many. */
export interface Word {
  readonly zh: string;
  readonly en: string | readonly [one: string, many: string];
}

/** The words of a room. */
export interface Words<Key extends string> {
  readonly room: string;
  readonly keys: readonly Key[];
}

const keptUnder = 'anju.language';

function keptLanguage(): Language {
  try {
    return localStorage.getItem(keptUnder) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

function tellPage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

void i18next.use(initReactI18next).init({
  lng: keptLanguage(),
  fallbackLng: 'zh',
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});
tellPage(keptLanguage());

/** Registers the words of a room in both languages. */
export function defineWords<const Key extends string>(room: string, words: Readonly<Record<Key, Word>>): Words<Key> {
  const entries = Object.entries<Word>(words);
  i18next.addResourceBundle('zh', room, Object.fromEntries(entries.map(([key, { zh }]) => [key, zh])));
  i18next.addResourceBundle('en', room, Object.fromEntries(entries.flatMap(([key, { en }]) => inEnglish(key, en))));
  return { room, keys: Object.keys(words) as Key[] };
}

function inEnglish(key: string, en: Word['en']): [string, string][] {
  if (typeof en === 'string') return [[key, en]];
  return [
    [`${key}_one`, en[0]],
    [`${key}_other`, en[1]],
  ];
}

/** Says a word of a room, with values in its places. */
export type Say<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a room in the language of the screen. */
export function useWords<Key extends string>(words: Words<Key>): Say<Key> {
  const { t, i18n } = useTranslation();
  return useMemo(() => (key, values) => t(key, { ...values, ns: words.room, lng: i18n.language }), [t, i18n.language, words]);
}

/** The language of the screen. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}

/** A text of the server in the language of the screen, with the punctuation of that language. */
export function inLanguage(text: Both, language: Language): string {
  return language === 'en' ? text.en : fullWidth(text.zh);
}

const fullWidthOf: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

/** Commas, colons and brackets beside Chinese text become Chinese ones; those inside numbers and names of files stay. */
export function fullWidth(text: string): string {
  return text.replace(/[,;:](?![\d/\\])|\([^()]*\p{Script=Han}[^()]*\)/gu, (found) => {
    const first = fullWidthOf[found.charAt(0)] ?? found.charAt(0);
    return found.length === 1 ? first : `${first}${fullWidth(found.slice(1, -1))}）`;
  });
}

/** Switches the screen to a language and keeps the choice in the browser. */
export function switchLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  tellPage(language);
  try {
    localStorage.setItem(keptUnder, language);
  } catch {
    // A browser that keeps nothing still switches for this visit.
  }
}
