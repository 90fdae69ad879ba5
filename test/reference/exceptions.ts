/** Facts that by their definition never take a state which every other fact takes: what the hand-counted cases and the random worlds need not show. */

/** Facts without a real zero or false. */
export const neverZero: readonly string[] = ['person.medins_group', 'appeal.appeal_people'];

/** Facts that are never unknown by the specification. */
export const neverUnknown: readonly string[] = [
  'person.age',
  'person.age_days',
  'person.school_age',
  'person.at_risk_child',
  'person.medins_required',
  'person.medins_days_left',
  'household.member_count',
  'household.able_count',
  'household.moved_back',
  'settlement.person_count',
  'settlement.household_count',
  'settlement.building_count',
  'school.compulsory_stage',
  'appeal.appeal_open',
  'appeal.repeat_count',
  'appeal.appeal_people',
  'appeal.life_safety',
];
