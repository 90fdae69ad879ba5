/** Laws of what is shown: for every field of every register, every role, every place and every subject. */
import { describe, expect, test } from 'vitest';
import { registers } from '#catalog/catalog.ts';
import type { Permission } from '#catalog/permissions.ts';
import { type RoleCode, roleOf, roles } from '#catalog/roles.ts';
import { decideShown, isRevealable, type SeenSubject, type Showing } from './decideShown.ts';
import { maskValue } from './mask.ts';
import { subjectField } from './personRefs.ts';

const fields = Object.values(registers).flatMap((register) => Object.entries(register.fields).map(([name, field]) => ({ register, name, field })));
const places: readonly Showing[] = ['list', 'own', 'file'];
const subjectsOf = (role: RoleCode): SeenSubject[] => {
  const may = (permission: Permission): boolean => roleOf(role).may.includes(permission);
  const seen = { seesHealth: may('people.health'), seesMinors: may('people.minors') };
  return [true, false].flatMap((isMinor) => [true, false].map((isRestricted) => ({ isMinor, isRestricted, ...seen })));
};

describe.each(Object.keys(roles) as RoleCode[])('%s', (role) => {
  const cases = fields.flatMap((one) =>
    subjectsOf(role).flatMap((subject) =>
      places.map((place) => ({ ...one, subject, place, ...decideShown(one.register, one.name, place, subject) })),
    ),
  );

  test('a sealed value is never shown, and nothing but a sealed value is masked in a file', () => {
    expect(cases.filter(({ field, shown }) => field.kind.sealed && shown === 'shown')).toEqual([]);
    expect(cases.filter(({ field, place, shown }) => place === 'file' && shown === 'masked' && !field.kind.sealed)).toEqual([]);
  });

  test('lists show nothing personal but what is declared to be for lists', () => {
    const wrong = cases.filter(
      ({ field, place, shown }) => place === 'list' && shown === 'shown' && ['personal', 'sensitive'].includes(field.sensitivity) && !field.inLists,
    );
    expect(wrong).toEqual([]);
  });

  test('the lists of the department that keeps a register mask only who somebody is', () => {
    const masked = cases.filter(({ place, shown }) => place === 'own' && shown === 'masked');
    expect(masked.filter(({ field }) => !isRevealable(field))).toEqual([]);
    expect(cases.filter(({ field, place, shown }) => place === 'own' && shown === 'shown' && isRevealable(field) && !field.inLists)).toEqual([]);
  });

  test('health is withheld from who may not see it, whoever it is about and wherever it stands', () => {
    const health = cases.filter(({ field, subject }) => field.about === 'health' && !subject.seesHealth);
    expect(health.filter(({ shown }) => shown !== 'withheld')).toEqual([]);
    const ofRegister = cases.filter(
      ({ register, name, subject }) => register.name === 'health_service' && name !== 'person_no' && !subject.seesHealth,
    );
    expect(ofRegister.filter(({ shown }) => shown !== 'withheld')).toEqual([]);
  });

  test('everything personal of a child is withheld from who may not see children', () => {
    const children = cases.filter(
      ({ field, subject }) => subject.isMinor && !subject.seesMinors && ['personal', 'sensitive'].includes(field.sensitivity),
    );
    expect(children.filter(({ shown }) => shown !== 'withheld')).toEqual([]);
  });

  test('of somebody restricted nothing is shown where the row is about them, and of a household what is about its head', () => {
    const restricted = cases.filter(({ subject }) => subject.isRestricted);
    const own = restricted.filter(({ register, field }) => subjectField(register) !== undefined || field.about === 'head');
    expect(own.filter(({ shown, why }) => shown !== 'withheld' || why !== 'restricted')).toEqual([]);
    expect(restricted.filter((one) => !own.includes(one) && one.why === 'restricted')).toEqual([]);
  });

  test('every value that is not shown says why', () => {
    expect(cases.filter(({ shown, why }) => (shown === 'shown') !== (why === null))).toEqual([]);
    expect(cases.filter(({ shown, why }) => shown === 'masked' && why !== 'class')).toEqual([]);
  });

  test('what is public or internal and not about health is shown, and nothing is withheld from who may see all', () => {
    const open = cases.filter(
      ({ register, field }) => ['public', 'internal'].includes(field.sensitivity) && field.about === undefined && register.about === undefined,
    );
    expect(open.filter(({ subject, shown }) => !subject.isRestricted && shown !== 'shown')).toEqual([]);
    const seesAll = cases.filter(({ subject }) => subject.seesHealth && subject.seesMinors && !subject.isRestricted);
    expect(seesAll.filter(({ shown }) => shown === 'withheld')).toEqual([]);
  });
});

test('what is about the head of a household are these fields', () => {
  expect(fields.filter(({ field }) => field.about === 'head').map(({ register, name }) => `${register.name}.${name}`)).toEqual([
    'household.head_name',
    'household.head_id_no',
    'household.origin_address',
    'household.phone',
  ]);
});

test('the fields about health, those that lists show, and the names of people are these', () => {
  const of = (fits: (one: (typeof fields)[number]) => boolean): string[] =>
    fields.filter(fits).map(({ register, name }) => `${register.name}.${name}`);
  expect(of(({ field }) => field.about === 'health')).toEqual([
    'person.health',
    'person.labour_ability',
    'person.special_tags',
    'expense.expense_type',
    'expense.amount',
    'expense.reimbursed',
    'expense.self_paid',
    'welfare_benefit.benefit_type',
    'welfare_benefit.disability',
    'welfare_benefit.disability_grade',
    'employment.exempt_reason',
    'public_post.difficulty',
    'housing_insurance.peril',
    'housing_insurance.reject_reason',
    'pupil.dropout_reason',
    'pupil.special_edu',
    'visit.findings',
    'relapse_object.risks',
    'relapse_object.no_labour',
  ]);
  expect(of(({ field }) => field.inLists === true)).toEqual(['household.unit_no', 'household.room_no', 'household.status', 'appeal.category']);
  expect(of(({ field }) => field.mask === 'name').length).toBe(12);
  const called = of(
    ({ name, field }) => field.kind.name === 'text' && ['personal', 'sensitive'].includes(field.sensitivity) && /(^|_)name$/.test(name),
  );
  expect(called.filter((name) => !of(({ field }) => field.mask === 'name').includes(name))).toEqual(['employment.employer_name']);
});

test('a mask keeps no more than it says', () => {
  for (const { field } of fields) {
    const written = '190307191234567';
    const masked = maskValue(field, written);
    expect(masked).not.toContain(written.slice(4, 11));
    expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(7);
  }
});

test('numbers and names can be asked for, and nothing else', () => {
  const asked = fields.filter(({ field }) => isRevealable(field));
  expect(asked.every(({ field }) => field.kind.sealed === true || field.mask === 'name' || field.target === 'person')).toBe(true);
  expect(fields.filter(({ field }) => field.kind.sealed && !isRevealable(field))).toEqual([]);
  expect(asked.every(({ field }) => ['personal', 'sensitive'].includes(field.sensitivity))).toBe(true);
});
