/** What the make-believe prefecture is made of: places, households, people and organisations, before any sheet is written. */
import type { Day, Month } from './days.ts';
import type { Plan } from './plan.ts';

/** Something that sheets refer to by code or name. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

export type Level = 'none' | 'blue' | 'yellow' | 'orange' | 'red';

/** Items whose subject is the settlement: the level of each is laid down for every settlement. */
export type SettlementItem = 'A01' | 'A04' | 'A06' | 'B04' | 'C03' | 'C04' | 'G03';

export interface Street extends Named {
  readonly county: Named;
  readonly isNew: boolean;
  readonly approvedOn: Day;
  readonly served: Settlement[];
}

export interface Community extends Named {
  readonly isNew: boolean;
  readonly approvedOn: Day;
  readonly home: Settlement;
  readonly staff: number;
}

export interface Building extends Named {
  readonly number: string;
  readonly settlement: Settlement;
  readonly community: Community;
  readonly units: number;
  readonly floors: number;
  readonly dwellings: number;
  readonly completedOn: Day;
  readonly hasLift: boolean;
  readonly households: Household[];
  readonly gridWorker: string;
}

export interface Settlement extends Named {
  readonly index: number;
  readonly county: Named;
  readonly street: Street;
  /** Living people at the end of the sample, exactly. */
  readonly people: number;
  readonly firstMoveIn: Day;
  readonly mode: string;
  readonly residentialArea: string;
  readonly location: string;
  readonly levels: Record<SettlementItem, Level>;
  /** Registers that some department no longer delivers for this settlement. */
  readonly silent: ReadonlySet<string>;
  readonly communities: Community[];
  readonly buildings: Building[];
  readonly households: Household[];
}

export type HouseholdType = '1' | '2' | '3' | '4';

/** A spell in which a dwelling stood empty: `unexplained` spells are the ones that warn. */
export interface Vacancy {
  readonly from: Day;
  readonly explained: boolean;
}

export interface Household {
  readonly index: number;
  readonly settlement: Settlement;
  readonly building: Building;
  readonly unit: string;
  readonly room: string;
  readonly members: Person[];
  readonly head: Person;
  readonly type: HouseholdType;
  readonly movedIn: Day;
  readonly originCounty: string;
  readonly originPlace: string;
  readonly wholeVillage: boolean;
  readonly phone: string;
  /** Closed (moved out or merged) on this day; 0 = still here. */
  readonly leftOn: Day;
  /** Moved back to the old place on this day; 0 = no. */
  movedBackOn: Day;
  /** The whole hukou was moved on this day; 0 = no. */
  hukouMovedOn: Day;
  /** Everyone who can work does so outside the county: the dwelling stands empty between the Spring Festivals. */
  away: boolean;
  vacancy: Vacancy | undefined;
  /** No visit or call after this day; 0 = visits go on. */
  lastVisitOn: Day;
  /** Allowance months are covered in `dibao.ts`; the household is on the allowance until this month, 0 = never, Infinity = still. */
  dibaoUntil: Month;
}

export interface Person {
  readonly index: number;
  readonly household: Household;
  readonly name: string;
  readonly idNo: string;
  readonly sex: 1 | 2;
  readonly birth: Day;
  readonly ethnic: string;
  readonly relation: string;
  marital: string;
  education: string;
  political: string;
  health: string;
  ability: string;
  /** Codes of PERSON_TAG. */
  tags: readonly string[];
  /** A member since this day when later than the move; 0 = since the move. */
  readonly joinedOn: Day;
  /** Died or left on this day; 0 = still here. */
  endedOn: Day;
  endReason: string;
  guardian: Person | undefined;
  guardianStatus: string;
}

/** The prefecture with its places and its people. Themes add what they know in tables of their own, keyed by the index of the subject. */
export interface World {
  readonly plan: Plan;
  readonly counties: readonly Named[];
  readonly streets: readonly Street[];
  readonly settlements: readonly Settlement[];
  readonly households: readonly Household[];
  readonly persons: readonly Person[];
}

/** Whether a person is a living member on a day. */
export const isMemberOn = (person: Person, day: Day): boolean =>
  person.birth <= day && person.joinedOn <= day && (person.endedOn === 0 || person.endedOn > day);

/** Whether a household counts on a day. */
export const isHereOn = (household: Household, day: Day): boolean => household.movedIn <= day && (household.leftOn === 0 || household.leftOn > day);
