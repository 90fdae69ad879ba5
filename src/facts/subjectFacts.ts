/** All facts, by kind of subject: what is known about persons, households, settlements, schools, clinics, facilities, disputes and appeals. */
import type { SubjectKind } from '#catalog/items/item.ts';
import { appeal } from './appeal.ts';
import { clinic } from './clinic.ts';
import { dispute } from './dispute.ts';
import type { SubjectFacts } from './fact.ts';
import { facility } from './facility.ts';
import { household } from './household/household.ts';
import { person } from './person/person.ts';
import { school } from './school.ts';
import { settlement } from './settlement/settlement.ts';

export const subjectFacts: Readonly<Record<SubjectKind, SubjectFacts>> = { person, household, settlement, school, clinic, facility, dispute, appeal };
