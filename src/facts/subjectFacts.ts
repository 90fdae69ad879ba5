/** All facts, by kind of subject: what is known about persons, households, settlements, schools, clinics, facilities, disputes and appeals. */
import type { SubjectKind } from '#catalog/items/item.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { appealFacts } from './appeal.ts';
import { clinicFacts } from './clinic.ts';
import { disputeFacts } from './dispute.ts';
import type { StatedFact, SubjectFacts } from './fact.ts';
import { facilityFacts } from './facility.ts';
import { dibaoFacts } from './household/dibao.ts';
import { dwellingFacts } from './household/dwelling.ts';
import { incomeFacts } from './household/income.ts';
import { membersFacts } from './household/members.ts';
import { occupancyFacts } from './household/occupancy.ts';
import { ageFacts } from './person/age.ts';
import { benefitsFacts } from './person/benefits.ts';
import { careFacts } from './person/care.ts';
import { healthFacts } from './person/health.ts';
import { hukouFacts } from './person/hukou.ts';
import { insuranceFacts } from './person/insurance.ts';
import { schoolingFacts } from './person/schooling.ts';
import { workFacts } from './person/work.ts';
import { schoolFacts } from './school.ts';
import { governanceFacts } from './settlement/governance.ts';
import { peopleFacts } from './settlement/people.ts';
import { runningFacts } from './settlement/running.ts';
import { servicesFacts } from './settlement/services.ts';
import { workFacts as settlementWorkFacts } from './settlement/work.ts';

const declared = (kind: SubjectKind, register: RegisterName, keyColumn: string, ...themes: (readonly StatedFact[])[]): SubjectFacts => {
  const facts = themes.flat();
  const columns = facts.map((fact) => `${fact.sql} as ${fact.name}`);
  return { kind, register, keyColumn, facts, sql: () => `select null::text as settlement_code, null::text as subject_key, null::text as household_no, ${columns.join(', ')} where false` };
};

export const subjectFacts: Readonly<Record<SubjectKind, SubjectFacts>> = {
  person: declared('person', 'person', 'person_no', ageFacts, workFacts, insuranceFacts, schoolingFacts, careFacts, healthFacts, benefitsFacts, hukouFacts),
  household: declared('household', 'household', 'household_no', membersFacts, occupancyFacts, dwellingFacts, incomeFacts, dibaoFacts),
  settlement: declared('settlement', 'settlement', 'settlement_code', peopleFacts, servicesFacts, runningFacts, settlementWorkFacts, governanceFacts),
  school: declared('school', 'school', 'school_no', schoolFacts),
  clinic: declared('clinic', 'clinic', 'org_no', clinicFacts),
  facility: declared('facility', 'facility', 'facility_no', facilityFacts),
  dispute: declared('dispute', 'dispute', 'case_no', disputeFacts),
  appeal: declared('appeal', 'appeal', 'appeal_no', appealFacts),
};
