/** What a kind of notice is: what it says in both languages, how pressing it is, where it leads, and why somebody gets it. */
import type { Permission } from '../permissions.ts';

type Both = { readonly zh: string; readonly en: string };

/** How pressing a notice is. In the app it stands at once, whatever it is. */
export const urgencies = {
  /** Leaves at once, also in quiet hours. */
  urgent: { zh: '紧急', en: 'urgent' },
  /** Leaves after a few minutes together with others, and not in quiet hours. */
  usual: { zh: '一般', en: 'usual' },
  /** Leaves the app in a daily digest only. */
  quiet: { zh: '知悉', en: 'for information' },
} as const satisfies Readonly<Record<string, Both>>;
export type Urgency = keyof typeof urgencies;

/** A kind of notice. Sentences hold numbers and names of things, never anything of a person: they leave the house. */
export interface NoticeKind extends Both {
  /** The sentence; `{item}`, `{register}`, `{role}` and `{clock}` are given as codes and said by name, an item about health in neutral words, and so is its code in the number of a `{warning}`; other `{names}` stand as they are given. */
  readonly says: Both;
  readonly urgency: Urgency;
  /** The page that it leads to: `/imports/{import}`, `/work-orders?mine=yes`. */
  readonly link: string;
  /** Why those get it who are named one by one. */
  readonly because: Both;
  /** The permission whose holders are meant where nobody is named; nobody without it is asked whether they want to be told. */
  readonly concerns?: Permission;
  /** Only accounts that may know of it, or only the appellant, who has none: no system and no robot gets it, since nobody knows who reads there. */
  readonly onlyTo?: 'accounts' | 'appellant';
}

type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The values that the sentences and the link of a kind name. */
export type WordsOf<Kind extends NoticeKind> = Readonly<
  Record<NamesIn<Kind['says']['zh']> | NamesIn<Kind['says']['en']> | NamesIn<Kind['link']>, string | number>
>;
