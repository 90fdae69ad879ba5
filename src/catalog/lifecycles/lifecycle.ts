/** What a lifecycle is: the states of a case, the table of moves between them, and the clocks that run in them. Routes, buttons, permissions, audit text and the diagram read it. */
import type { CodeListName } from '../codes/codeListNames.ts';
import type { Permission } from '../permissions.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Something that a move asks for. */
export interface Need extends Words {
  /** text in words · code of a list · day after today, or a past one · person from the people of the place · unit of the place (`area:522301001`, `department:教育局`) · department. */
  readonly kind: 'text' | 'code' | 'coming-day' | 'past-day' | 'person' | 'unit' | 'department';
  readonly list?: CodeListName;
  readonly optional?: true;
  /** Asked for only where another input has this value, and refused elsewhere. */
  readonly onlyWith?: { readonly input: string; readonly is: string };
}

/** What is done: its name, whom it is allowed to, and what it asks for. */
export interface Verb<Other extends string = string> extends Words {
  /** A permission, the platform by itself, or the appellant whose case it is. */
  readonly by: Permission | 'platform' | 'appellant';
  /** Also to the appellant whose case it is. */
  readonly alsoBy?: 'appellant';
  readonly needs?: Readonly<Record<string, Need>>;
  /** What comes of it, said beside the button: where a case is decided one way or the other. */
  readonly outcome?: Words;
  /** Who did that verb last may not do this one: two persons. */
  readonly notBy?: Other;
  /** Done through a case of another lifecycle that holds this one: it has no route and no button of its own. */
  readonly through?: string;
}

/** One line of the table. `stay` leaves the state as it is. */
export interface Move<State extends string = string, Name extends string = string, Claim extends string = string> {
  readonly from: readonly State[];
  readonly verb: Name;
  readonly to: State | 'stay';
  /** Only where the inputs have these values. */
  readonly given?: Readonly<Record<string, readonly string[]>>;
  /** Only where all of these are true of the case, and none of those. */
  readonly when?: readonly Claim[];
  readonly unless?: readonly Claim[];
}

/** A clock of a case: it counts from the beginning, or from when a state is entered for the first time, and runs in the states named. */
export interface LifecycleClock<State extends string = string> extends Words {
  readonly since: 'start' | State;
  readonly runsIn: readonly State[];
  /** Who is told when it is missed. */
  readonly escalatesTo?: 'street' | 'county' | 'prefecture';
}

/** What may be true of a case, as the sentence that explains a refusal. `hides`: where it stands in the way, the verb is not offered at all, since waiting would not help. */
interface ClaimWords extends Words {
  readonly hides?: true;
}

export interface Lifecycle<State extends string = string, Name extends string = string, Claim extends string = string, Clock extends string = string>
  extends Words {
  /** The noun of addresses, permissions and audit verbs: `work-orders`. */
  readonly noun: string;
  readonly start: State;
  readonly states: Readonly<Record<State, Words & { readonly ends?: true }>>;
  readonly verbs: Readonly<Record<Name, Verb<Name>>>;
  readonly claims: Readonly<Record<Claim, ClaimWords>>;
  readonly moves: readonly Move<State, Name, Claim>[];
  readonly clocks: Readonly<Record<Clock, LifecycleClock<State>>>;
}

/** A lifecycle from its declaration; a misspelled state, verb or claim does not compile. */
export function lifecycle<
  const State extends string,
  const Name extends string,
  const Claim extends string = never,
  const Clock extends string = never,
>(declaration: Lifecycle<State, Name, Claim, Clock>): Lifecycle<State, Name, Claim, Clock> {
  return declaration;
}

/** The states of a lifecycle. */
export type StateOf<L> = L extends Lifecycle<infer State, string, string, string> ? State : never;
/** The verbs of a lifecycle. */
export type VerbOf<L> = L extends Lifecycle<string, infer Name, string, string> ? Name : never;
/** What may be true of a case of a lifecycle. */
export type ClaimOf<L> = L extends Lifecycle<string, string, infer Claim, string> ? Claim : never;
/** The clocks of a lifecycle. */
export type ClockOf<L> = L extends Lifecycle<string, string, string, infer Clock> ? Clock : never;

/** Names of the states, in the order of the declaration. */
export function statesOf<State extends string>({ states }: Lifecycle<State, string, string, string>): readonly State[] {
  return Object.keys(states) as State[];
}

/** Names of the verbs, in the order of the declaration. */
export function verbsOf<Name extends string>({ verbs }: Lifecycle<string, Name, string, string>): readonly Name[] {
  return Object.keys(verbs) as Name[];
}

/** The verbs that have a route and a button. */
export function routedVerbs<Name extends string>(cycle: Lifecycle<string, Name, string, string>): readonly Name[] {
  return verbsOf(cycle).filter((name) => !['platform', 'appellant'].includes(cycle.verbs[name].by) && cycle.verbs[name].through === undefined);
}

/** The verbs that the appellant may do, who has no account. */
export function appellantVerbs<Name extends string>(cycle: Lifecycle<string, Name, string, string>): readonly Name[] {
  return verbsOf(cycle).filter((name) => cycle.verbs[name].by === 'appellant' || cycle.verbs[name].alsoBy === 'appellant');
}

/** The states in which nothing more happens. */
export function endsOf<State extends string>(cycle: Lifecycle<State, string, string, string>): readonly State[] {
  return statesOf(cycle).filter((state) => cycle.states[state].ends);
}

/** The clocks that run in a state. */
export function clocksIn<State extends string, Clock extends string>(cycle: Lifecycle<State, string, string, Clock>, state: State): readonly Clock[] {
  return (Object.keys(cycle.clocks) as Clock[]).filter((name) => cycle.clocks[name].runsIn.includes(state));
}
