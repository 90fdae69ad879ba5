/** What a department knows of a register: which fields it sends, when, and the rows of each delivery. */
import type { Register } from '#catalog/registers/register.ts';
import type { Day } from '../days.ts';
import type { Story } from '../prefectureStory.ts';
import type { Timeline } from '../timeline.ts';
import type { Household, Named, Person, Settlement } from '../world.ts';

/**
 * A value before it is written: texts and codes as text, numbers, money and truths as they are, dates as days, date-times in milliseconds,
 * months and quarters as their counts, lists of codes or of places as arrays, references as the person, household or place itself.
 */
export type Cell = string | number | boolean | undefined | Person | Household | Named | readonly string[] | readonly Named[] | readonly Person[];

export interface SourceRow<FieldName extends string = string> {
  /** The settlement that the row belongs to; undefined for rows of the whole prefecture. */
  readonly settlement: Settlement | undefined;
  readonly cells: Readonly<Partial<Record<FieldName, Cell>>>;
  /** Amounts under the headers of a wide sheet. */
  readonly wide?: Readonly<Record<string, number | undefined>>;
}

export interface Source<FieldName extends string = string> {
  readonly register: Register<FieldName>;
  /** The fields that the sheets have, in no particular order. */
  readonly fields: readonly FieldName[];
  readonly wideHeaders?: readonly string[];
  /** Days of delivery; `large` = a prefecture in which whole lists every month would be too many rows. */
  days(timeline: Timeline, large: boolean): readonly Day[];
  /** The first delivery comes as one file a county. */
  readonly byCounty?: true;
  /** Deliveries that are whole lists; the others hold what changed. Events have none. */
  readonly wholeLists?: 'first' | 'all';
  /** Rows of the delivery of a day; `after` is the day of the delivery before, undefined for the first. */
  rows(story: Story, after: Day | undefined, upTo: Day): Iterable<SourceRow<FieldName>>;
}

/** A source as a value of one type, whatever its fields; a misspelled field does not compile. */
export function source<FieldName extends string>(declaration: Source<FieldName>): Source {
  return declaration as unknown as Source;
}

export const monthly = (timeline: Timeline): readonly Day[] => timeline.monthly;
export const quarterly = (timeline: Timeline): readonly Day[] => timeline.quarterly;
export const seldom = (timeline: Timeline): readonly Day[] => timeline.seldom;
/** Every month, in a large prefecture every quarter. */
export const monthlyIfSmall = (timeline: Timeline, large: boolean): readonly Day[] => (large ? timeline.quarterly : timeline.monthly);

/** What stands in a cell that takes an earlier statement back; an empty cell never does. */
export const eraseOrder = '#清空';

/** Whether a day lies in the time that a delivery tells of. */
export const isNew = (day: Day, after: Day | undefined, upTo: Day): boolean => day !== 0 && day <= upTo && (after === undefined || day > after);

/** Whether a state that is told by a key changed since the last delivery. */
export const hasChanged = (key: (day: Day) => unknown, after: Day | undefined, upTo: Day): boolean => after === undefined || key(after) !== key(upTo);

/** A day that has come; undefined for 0 and for days to come. */
export const known = (day: Day, upTo: Day): Day | undefined => (day !== 0 && day <= upTo ? day : undefined);

/** A text that says something; undefined for the empty one. */
export const filled = (text: string): string | undefined => (text === '' ? undefined : text);
