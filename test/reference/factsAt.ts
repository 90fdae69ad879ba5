/** All facts of one kind of subject as of a date, by the slow and plain way. */
import { type AsOf, asOf, type View } from './asOf.ts';
import { appealFacts, disputeFacts } from './disputes.ts';
import type { Definitions, Fact } from './facts.ts';
import { dwellingFacts } from './household/dwelling.ts';
import { incomeFacts } from './household/income.ts';
import { supportFacts } from './household/support.ts';
import { workFacts as householdWork } from './household/work.ts';
import { clinicFacts, facilityFacts, schoolFacts as schools } from './institutions.ts';
import { benefitFacts } from './person/benefits.ts';
import { healthFacts } from './person/health.ts';
import { insuranceFacts } from './person/insurance.ts';
import { postFacts } from './person/posts.ts';
import { schoolFacts } from './person/school.ts';
import { workFacts } from './person/work.ts';
import { governanceFacts } from './settlement/governance.ts';
import { serviceFacts } from './settlement/services.ts';
import { workFacts as settlementWork } from './settlement/work.ts';
import { settlementOf } from './settlements.ts';
import { householdsAt, personsAt, settlementsAt } from './subjects.ts';
import { text, type World } from './world.ts';

/** The kinds of subject that facts are about. */
export const kinds = ['person', 'household', 'settlement', 'school', 'clinic', 'facility', 'dispute', 'appeal'] as const;
export type Kind = (typeof kinds)[number];

/** The facts of one subject, and the settlement it belongs to. */
export interface SubjectFacts {
  readonly settlement: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

const definitions = {
  person: { ...workFacts, ...postFacts, ...insuranceFacts, ...schoolFacts, ...healthFacts, ...benefitFacts },
  household: { ...householdWork, ...dwellingFacts, ...incomeFacts, ...supportFacts },
  settlement: { ...serviceFacts, ...settlementWork, ...governanceFacts },
  school: schools,
  clinic: clinicFacts,
  facility: facilityFacts,
  dispute: disputeFacts,
  appeal: appealFacts,
} as const;

/** The key field of the rows that are themselves the subjects of a kind. */
const keys = { school: 'school_no', clinic: 'org_no', facility: 'facility_no', dispute: 'case_no', appeal: 'appeal_no' };

/** The names of the facts of a kind. */
export function factNames(kind: Kind): string[] {
  return Object.keys(definitions[kind]);
}

/** The facts of every subject of a kind as of T, by the subject's key. */
export function factsAt(world: World, kind: Kind, date: string, view: View = {}): Map<string, SubjectFacts> {
  const at = asOf(world, date, view);
  switch (kind) {
    case 'person':
      return evaluated(
        at,
        definitions.person,
        personsAt(at),
        ({ no }) => no,
        ({ settlement }) => settlement,
      );
    case 'household':
      return evaluated(
        at,
        definitions.household,
        householdsAt(at),
        ({ no }) => no,
        ({ settlement }) => settlement,
      );
    case 'settlement': {
      const codes = settlementsAt(at).map((row) => text(row, 'settlement_code') ?? '');
      return evaluated(
        at,
        definitions.settlement,
        codes,
        (code) => code,
        (code) => code,
      );
    }
    default: {
      const key = keys[kind];
      const home = (row: Parameters<typeof settlementOf>[2]): string => settlementOf(at, kind, row) ?? '';
      return evaluated(at, definitions[kind], at.rows(kind), (row) => text(row, key) ?? '', home);
    }
  }
}

function evaluated<Subject>(
  at: AsOf,
  facts: Definitions<Subject>,
  subjects: readonly Subject[],
  keyOf: (subject: Subject) => string,
  settlementOfSubject: (subject: Subject) => string,
): Map<string, SubjectFacts> {
  const names = Object.keys(facts);
  const valueFor = (subject: Subject, name: string): Fact => facts[name]?.(at, subject) ?? null;
  return new Map(
    subjects.map((subject) => [
      keyOf(subject),
      {
        settlement: settlementOfSubject(subject),
        facts: Object.fromEntries(names.map((name) => [name, valueFor(subject, name)])),
      },
    ]),
  );
}
