/** Time limits of appeals by track (12345, petition, internal) and urgency, as they hold where nobody set them: parameters of the installation. */
import type { TimeLimit } from './items/item.ts';

type Limit = NonNullable<TimeLimit>;
const declare = <Name extends string>(limits: Readonly<Record<Name, readonly [limit: Limit, zh: string, en: string]>>) => limits;

/** Each with its basis where it has one: 信访工作条例 arts 22, 23, 34 to 36; the rest is our own proposal after the practice of 12345. */
export const appealLimits = declare({
  'accept-12345': ['1wd', '12345：受理', '12345: accept'],
  'accept-petition': ['15d', '信访：受理告知（第二十三条）', 'petition: accept (art. 23)'],
  'accept-internal': ['2wd', '内部：受理', 'internal: accept'],
  'answer-question': ['3wd', '12345 咨询：答复', '12345 question: answer'],
  'answer-help': ['7wd', '12345 求助：答复', '12345 request for help: answer'],
  'answer-complaint': ['15wd', '12345 其他：答复', '12345 other: answer'],
  'answer-petition': ['60d', '信访：答复（第三十四条）', 'petition: answer (art. 34)'],
  'answer-internal': ['15wd', '内部：答复', 'internal: answer'],
  'answer-danger': ['2h', '特急：答复', 'danger: answer'],
  'answer-urgent': ['24h', '紧急：答复', 'urgent: answer'],
  'return-12345': ['2wd', '12345：退回', '12345: return'],
  'return-petition': ['5wd', '信访：退回（第二十二条）', 'petition: return (art. 22)'],
  'extend-12345': ['10wd', '12345、内部：最长延期', '12345, internal: longest extension'],
  'extend-petition': ['30d', '信访：最长延期（第三十四条）', 'petition: longest extension (art. 34)'],
  'ask-review': ['30d', '信访：请求复查、复核（第三十五、三十六条）', 'petition: ask for a review (arts 35, 36)'],
  review: ['30d', '信访：复查、复核答复（第三十五、三十六条）', 'petition: answer a review (arts 35, 36)'],
  'after-closing': ['90d', '办结后可重新办理', 'may be re-opened after closing'],
});
export type AppealLimit = keyof typeof appealLimits;
export type AppealLimits = Readonly<Record<AppealLimit, Limit>>;

/** The limits where nobody set them. */
export const usualAppealLimits = Object.fromEntries(Object.entries(appealLimits).map(([name, [limit]]) => [name, limit])) as AppealLimits;

/** Bounds of the law (信访工作条例 arts 22, 23, 34 to 36): what an office is given may be shorter and never longer, what an appellant is given longer and never shorter. */
export const lawfulBounds: Readonly<Partial<Record<AppealLimit, { readonly most?: Limit; readonly least?: Limit }>>> = {
  'accept-petition': { most: '15d' },
  'answer-petition': { most: '60d' },
  'return-petition': { most: '5wd' },
  'extend-petition': { most: '30d' },
  'ask-review': { least: '30d' },
  review: { most: '30d' },
};

/** Hours of a unit; a working day counts as the seventh of a week of five. */
const hoursOf = { h: 1, d: 24, wd: (24 * 7) / 5 } as const;
const lengthOf = (limit: Limit): number => Number.parseInt(limit, 10) * hoursOf[limit.replace(/^\d+/, '') as keyof typeof hoursOf];

/** The bound of the law that a limit breaks; undefined where it keeps to it. */
export function brokenBound(name: AppealLimit, limit: Limit): Limit | undefined {
  const { most, least } = lawfulBounds[name] ?? {};
  if (most !== undefined && lengthOf(limit) > lengthOf(most)) return most;
  return least !== undefined && lengthOf(limit) < lengthOf(least) ? least : undefined;
}

/** Which rules apply to an appeal. */
export interface AppealKind {
  readonly track: string;
  readonly nature: string;
  readonly urgency: string;
}
const petition = '2';
const internal = '3';

/** The limit within which it is accepted: never later than it has to be answered. */
export function acceptLimit({ track, urgency }: AppealKind): AppealLimit {
  if (urgency === '1') return 'answer-danger';
  if (urgency === '2') return 'answer-urgent';
  return track === petition ? 'accept-petition' : track === internal ? 'accept-internal' : 'accept-12345';
}

/** The limit within which it is answered: danger and urgency go before the rules. */
export function answerLimit({ track, nature, urgency }: AppealKind): AppealLimit {
  if (urgency === '1') return 'answer-danger';
  if (urgency === '2') return 'answer-urgent';
  if (track === petition) return 'answer-petition';
  if (track === internal) return 'answer-internal';
  return nature === '1' ? 'answer-question' : nature === '2' ? 'answer-help' : 'answer-complaint';
}

/** The limit within which a unit may return it, and that by which its time may be extended. */
export const returnLimit = ({ track }: AppealKind): AppealLimit => (track === petition ? 'return-petition' : 'return-12345');
export const extendLimit = ({ track }: AppealKind): AppealLimit => (track === petition ? 'extend-petition' : 'extend-12345');

/** A petition: its answer counts from acceptance, and it can be reviewed. */
export const isPetition = ({ track }: AppealKind): boolean => track === petition;
