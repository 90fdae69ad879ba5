/** 搬迁人口台账. */
import { person as register } from '#catalog/registers/person.ts';
import { type Day, yearsBetween } from '../days.ts';
import { registrationDays } from '../people.ts';
import { schoolStatusAt } from '../schooling.ts';
import { filled, hasChanged, known, source } from '../sheets/source.ts';
import type { Person } from '../world.ts';

/** Listed from the first list on, or since the birth was registered. */
const isListedOn = (person: Person, day: Day): boolean => person.joinedOn === 0 || person.joinedOn + registrationDays <= day;

export const person = source<keyof typeof register.fields>({
  register,
  fields: [
    'household_no',
    'name',
    'id_no',
    'sex',
    'birth_date',
    'ethnic',
    'relation',
    'marital',
    'education',
    'political',
    'health',
    'labour_ability',
    'special_tags',
    'school_status',
    'guardian',
    'guardian_status',
    'joined_on',
    'end_date',
    'end_reason',
  ],
  days: ({ sinceBase }) => sinceBase,
  byCounty: true,
  *rows({ world, schooling }, after, upTo) {
    const { base } = world.plan.timeline;
    for (const one of world.persons) {
      if (!isListedOn(one, upTo)) continue;
      const status = (day: Day): string => schoolStatusAt(one, day, schooling.troubles);
      const state = (day: Day): string =>
        `${isListedOn(one, day)}${one.endedOn !== 0 && one.endedOn <= day}${yearsBetween(one.birth, upTo) < 25 ? status(day) : ''}`;
      if (!hasChanged(state, after, upTo)) continue;
      const age = yearsBetween(one.birth, upTo);
      const ended = known(one.endedOn, upTo);
      yield {
        settlement: one.household.settlement,
        cells: {
          household_no: one.household,
          name: one.name,
          id_no: one.idNo,
          sex: String(one.sex),
          birth_date: one.birth,
          ethnic: one.ethnic,
          relation: one.relation,
          marital: one.marital,
          education: one.education,
          political: one.political,
          health: one.health,
          labour_ability: one.ability,
          special_tags: one.tags.length > 0 ? one.tags : undefined,
          school_status: age < 25 ? status(upTo) : undefined,
          guardian: one.guardian,
          guardian_status: filled(one.guardianStatus),
          joined_on: one.joinedOn > base ? one.joinedOn : undefined,
          end_date: ended,
          end_reason: ended === undefined ? undefined : one.endReason,
        },
      };
    }
  },
});
