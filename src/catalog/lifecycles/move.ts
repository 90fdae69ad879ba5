/** The one way in which a case moves: from its state, by a verb, through whoever may; answers the new state, or why not in both languages. Pure. */
import { codeLists } from '../codes/codeLists.ts';
import { isDayText } from '../kinds/calendarDay.ts';
import { type Permission, permissions } from '../permissions.ts';
import { appellantVerbs, clocksIn, type Lifecycle, type Move, type Need, routedVerbs, type Verb } from './lifecycle.ts';

/** A case as it stands. */
export interface Standing<State extends string = string, Name extends string = string, Claim extends string = string> {
  readonly state: State;
  /** When the state was entered. */
  readonly since: Date;
  /** What is true of the case. */
  readonly claims?: readonly Claim[];
  /** The account that did a verb last. */
  readonly doneBy?: Readonly<Partial<Record<Name, number | null>>>;
}

/** Who moves a case: the platform by itself, the appellant whose case it is, or an account with what it may do there. */
export type Mover = 'platform' | 'appellant' | { readonly account: number; may(permission: Permission): boolean };

/** Why a case does not move; `kind` is the kind of problem. */
export interface Refused {
  readonly is: 'refused';
  readonly kind: 'not-allowed' | 'invalid' | 'conflict';
  readonly zh: string;
  readonly en: string;
  /** Waiting would not help: the verb is not even offered. */
  readonly isHidden?: true;
}

/** A case has moved. `at` is never before the moment when the state before was entered. */
export interface Moved<State extends string = string, Clock extends string = string> {
  readonly is: 'moved';
  readonly from: State;
  readonly to: State;
  readonly at: Date;
  /** Clocks that run now and did not before, and the other way round. */
  readonly starts: readonly Clock[];
  readonly stops: readonly Clock[];
}

/** What a move was given, by the names of its needs. */
export type Given = Readonly<Record<string, string | undefined>>;

/** Moves a case. */
export function move<State extends string, Name extends string, Claim extends string, Clock extends string>(
  cycle: Lifecycle<State, Name, Claim, Clock>,
  standing: Standing<State, Name, Claim>,
  verb: Name,
  mover: Mover,
  now: Date,
  given: Given = {},
): Moved<State, Clock> | Refused {
  const line = lineOf(cycle, standing, verb, mover);
  if ('is' in line) return line;
  const wrong = firstWrong(cycle.verbs[verb].needs ?? {}, given, now);
  if (wrong) return wrong;
  const fitting = line.find(({ given: only = {} }) => Object.entries(only).every(([name, values]) => values.includes(given[name] ?? '')));
  if (!fitting) return refused('invalid', '所填内容不适用于当前状态。', 'What was given does not fit the present state.');
  const to = fitting.to === 'stay' ? standing.state : fitting.to;
  const [before, after] = [clocksIn(cycle, standing.state), clocksIn(cycle, to)];
  return {
    is: 'moved',
    from: standing.state,
    to,
    at: new Date(Math.max(now.getTime(), standing.since.getTime())),
    starts: after.filter((clock) => !before.includes(clock)),
    stops: before.filter((clock) => !after.includes(clock)),
  };
}

/** A verb that may be done now, or what stands in its way. */
export interface Offer<Name extends string = string> {
  readonly verb: Name;
  readonly blocked: Pick<Refused, 'zh' | 'en'> | null;
}

/** What a person may do with a case as it stands: the buttons. Verbs of other states or other people's are left out. */
export function offersOf<State extends string, Name extends string, Claim extends string>(
  cycle: Lifecycle<State, Name, Claim, string>,
  standing: Standing<State, Name, Claim>,
  mover: Exclude<Mover, 'platform'>,
): readonly Offer<Name>[] {
  return (mover === 'appellant' ? appellantVerbs(cycle) : routedVerbs(cycle)).flatMap((verb): Offer<Name>[] => {
    const isHere = cycle.moves.some((line) => line.verb === verb && line.from.includes(standing.state));
    if (!isHere || !isFor(cycle.verbs[verb], mover)) return [];
    const line = lineOf(cycle, standing, verb, mover);
    if (!('is' in line)) return [{ verb, blocked: null }];
    return line.isHidden ? [] : [{ verb, blocked: { zh: line.zh, en: line.en } }];
  });
}

/** The lines of the table that a verb may take from here, whatever is given. */
function lineOf<State extends string, Name extends string, Claim extends string>(
  cycle: Lifecycle<State, Name, Claim, string>,
  { state, claims = [], doneBy }: Standing<State, Name, Claim>,
  verb: Name,
  mover: Mover,
): readonly Move<State, Name, Claim>[] | Refused {
  const { by, notBy, zh, en } = cycle.verbs[verb];
  const here = cycle.moves.filter((line) => line.verb === verb && line.from.includes(state));
  if (here.length === 0) {
    const { zh: nowZh, en: nowEn } = cycle.states[state];
    return refused('conflict', `当前是“${nowZh}”，不能“${zh}”。`, `It stands at “${nowEn}”: “${en}” cannot be done now.`);
  }
  if (!isFor(cycle.verbs[verb], mover)) {
    const needed = others[by as keyof typeof others] ?? permissions[by as Permission];
    return refused('not-allowed', `“${zh}”需要权限：${needed.zh}。`, `“${en}” needs the permission: ${needed.en}.`);
  }
  const last = notBy === undefined ? undefined : doneBy?.[notBy];
  if (typeof mover === 'object' && notBy !== undefined && last === mover.account) {
    const before = cycle.verbs[notBy];
    return refused('conflict', `须由另一人办理：您做过“${before.zh}”。`, `A second person has to do this: you did “${before.en}”.`);
  }
  const open = here.filter(
    ({ when = [], unless = [] }) => when.every((claim) => claims.includes(claim)) && !unless.some((claim) => claims.includes(claim)),
  );
  if (open.length > 0) return open;
  const [{ when = [], unless = [] } = { when: [], unless: [] }] = here;
  const missing = when.find((claim) => !claims.includes(claim));
  const standsInTheWay = unless.find((claim) => claims.includes(claim));
  const claim = missing ?? standsInTheWay;
  if (claim === undefined) throw new Error(`no line of the table is open to ${verb}, and none says why`);
  const why = cycle.claims[claim];
  const refusal =
    missing === undefined
      ? refused('conflict', `不能“${zh}”：${why.zh}。`, `“${en}” cannot be done: ${why.en}.`)
      : refused('conflict', `还不能“${zh}”，须先：${why.zh}。`, `“${en}” has to wait until: ${why.en}.`);
  return why.hides ? { ...refusal, isHidden: true } : refusal;
}

const others = { platform: { zh: '系统', en: 'the platform' }, appellant: { zh: '诉求人本人', en: 'the appellant' } } as const;

/** Whether a verb is for who moves. */
function isFor({ by, alsoBy }: Pick<Verb, 'by' | 'alsoBy'>, mover: Mover): boolean {
  if (mover === 'platform' || mover === 'appellant') return by === mover || alsoBy === mover;
  return by !== 'platform' && by !== 'appellant' && mover.may(by);
}

const refused = (kind: Refused['kind'], zh: string, en: string): Refused => ({ is: 'refused', kind, zh, en });

const longestText = 2000;

function firstWrong(needs: Readonly<Record<string, Need>>, given: Given, now: Date): Refused | undefined {
  for (const [name, need] of Object.entries(needs)) {
    const wrong = wrongIn(need, given[name]?.trim() ?? '', given, now);
    if (wrong) return wrong;
  }
  const unasked = Object.keys(given).find((name) => given[name] !== undefined && !(name in needs));
  return unasked === undefined ? undefined : refused('invalid', `不需要填写“${unasked}”。`, `“${unasked}” is not asked for.`);
}

function wrongIn({ zh, en, kind, list, optional, onlyWith }: Need, text: string, given: Given, now: Date): Refused | undefined {
  if (onlyWith && given[onlyWith.input] !== onlyWith.is)
    return text === '' ? undefined : refused('invalid', `此处不填“${zh}”。`, `“${en}” is not to be filled in here.`);
  if (text === '') return optional ? undefined : refused('invalid', `请填写“${zh}”。`, `Fill in “${en}”.`);
  if (text.length > longestText) return refused('invalid', `“${zh}”不能超过${longestText}字。`, `“${en}” has more than ${longestText} characters.`);
  if (kind === 'code' && list && !codeLists[list].entries.some(({ code }) => code === text))
    return refused('invalid', `请从列表中选择“${zh}”。`, `Choose “${en}” from the list.`);
  if (kind === 'coming-day' && (!isDayText(text) || text <= today(now)))
    return refused('invalid', `“${zh}”须是今天以后的日期。`, `“${en}” has to be a day after today.`);
  if (kind === 'past-day' && (!isDayText(text) || text > today(now)))
    return refused('invalid', `“${zh}”须是日期，且不晚于今天。`, `“${en}” has to be a day, not after today.`);
  if (kind === 'unit' && !/^(area|department):./.test(text)) return refused('invalid', `请从列表中选择“${zh}”。`, `Choose “${en}” from the list.`);
  if (kind === 'person' && !/^\d+$/.test(text)) return refused('invalid', `请选择“${zh}”。`, `Choose “${en}”.`);
  return undefined;
}

/** The day that it is in China. */
const today = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
