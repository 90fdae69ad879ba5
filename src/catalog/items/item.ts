/** What an item (监测项) is: whom it watches, when it fires at each level, how its indicator counts, what clears it, and the examples that prove it. */
import type { DepartmentName } from '../departments.ts';
import type { RegisterName } from '../registers/registerNames.ts';
import type { AspectCode } from './aspects.ts';

/** The kinds of subject that items watch, each with its facts. */
export const subjectKinds = ['person', 'household', 'settlement', 'school', 'clinic', 'facility', 'dispute', 'appeal'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** The four levels from lowest to highest. A level is advice: a person decides. */
export const levels = ['blue', 'yellow', 'orange', 'red'] as const;
export type Level = (typeof levels)[number];

/** All that an item can say about one subject. */
export const findings = [...levels, 'none', 'unknown', 'not_applicable'] as const;
export type Finding = (typeof findings)[number];

/** A threshold that officials may tune, each value with an effective date, with an own value for a county where it has one. */
export interface Parameter {
  readonly default: number;
  readonly type: 'int' | 'double';
  readonly unit: string;
  readonly zh: string;
  readonly en: string;
  /** One value for all items that name it. */
  readonly shared?: true;
}

/** What a rule rests on: the source document (S), law or standard (P), news (N), general knowledge (GK), or our own proposal (O). */
export interface Basis {
  readonly mark: 'S' | 'P' | 'N' | 'GK' | 'O';
  readonly zh: string;
  readonly en: string;
}

/** A time limit: hours on the wall clock, working days or calendar days; null = no limit. */
export type TimeLimit = `${number}h` | `${number}wd` | `${number}d` | null;
export type Limits = Readonly<
  Record<Level, { readonly sign: TimeLimit; readonly check: TimeLimit; readonly measures: TimeLimit; readonly close: TimeLimit }>
>;

/** A step that clearing needs beside the data. */
export type ClearStep = 'visit' | 'county' | { readonly publicityDays: number };

/** How an indicator counts: subjects for which rules hold (count), or numbers of settlements added up (sum). Shown: scale × numerator / denominator. */
export interface Indicator {
  readonly mode: 'count' | 'sum';
  readonly numerator: string;
  readonly denominator: string;
  readonly scale: number;
  readonly unit: string;
  /** up = more is better. */
  readonly direction: 'up' | 'down';
  readonly decimals: number;
  readonly zh: string;
  readonly en: string;
}

/** A case: what it shows, the facts that the rules read (null = unknown), and the finding with the default parameters. */
export type Example = readonly [name: string, facts: Readonly<Record<string, boolean | number | null>>, expected: Finding];

export interface ItemDeclaration {
  /** Letter of the aspect and two digits; never used again for another item. */
  readonly code: `${AspectCode}${number}${number}`;
  readonly zh: string;
  readonly en: string;
  readonly subject: SubjectKind;
  /** That somebody is found by it tells of health: others hear of it in neutral words. */
  readonly about?: 'health';
  /** Rule over facts: the subjects that the item concerns. */
  readonly applies: string;
  /** Rules over facts and parameters; the highest that is true wins; 'false' = the level is not used. */
  readonly levels: Readonly<Record<Level, string>>;
  readonly params: Readonly<Record<`p_${string}`, Parameter>>;
  /** The number shown for a settlement (settlement items only). */
  readonly value?: { readonly rule: string; readonly unit: string; readonly decimals: number };
  readonly indicator: Indicator;
  /** Days for which a level must stand before a warning is raised. */
  readonly raiseAfterDays: number;
  /** Days for which no level must stand before a warning may be cleared; unknown days do not count. */
  readonly clearAfterDays: number;
  /** Days after the item is first switched on in which warnings are shown to leads and not dispatched. */
  readonly silentDays: number;
  /** Days for which a cleared warning is followed. */
  readonly trackDays: number;
  readonly clearProcedure: readonly ClearStep[];
  /** Items of the same household whose open warning holds this one back. */
  readonly heldBackBy: readonly string[];
  readonly limits: Limits;
  readonly department: string;
  readonly owner: 'street' | 'department' | 'community' | 'building_leader' | 'county' | 'grid_worker';
  /** Registers whose rows decide. */
  readonly registers: readonly RegisterName[];
  readonly every: 'day' | 'week' | 'month' | 'quarter' | 'term' | 'change';
  readonly staleAfterDays: number;
  /** S source document, P public law or standard, N news, GK general knowledge, O own proposal. */
  readonly basis: readonly Basis[];
  /** Shown with a finding; {name} stands for a fact or parameter, and [overdue {name} days|due in {name} days] says the second where its fact is negative. */
  readonly why: { readonly zh: string; readonly en: string };
  /** Said in its place at a level, where one sentence would be wrong for another: near a line is not under it. It names facts that the rules read. */
  readonly whyAt?: Readonly<Partial<Record<Level, { readonly zh: string; readonly en: string }>>>;
  readonly examples: readonly Example[];
}

export interface Item extends ItemDeclaration {
  readonly aspect: AspectCode;
}

/** An item from its declaration; its aspect is the letter of its code. A department that there is not does not compile. */
export function item(declaration: ItemDeclaration & { readonly department: DepartmentName }): Item {
  return { ...declaration, aspect: declaration.code.charAt(0) as AspectCode };
}
