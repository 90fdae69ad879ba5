/** Facts of a household 户: who counts, its members, its dwelling, its money. */
import { employmentRows, people } from '../people.ts';
import { subject } from '../subject.ts';
import { dibao } from './dibao.ts';
import { dwelling, dwellingOfHouseholds } from './dwelling.ts';
import { income } from './income.ts';
import { members, membersOfHouseholds } from './members.ts';
import { occupancy, occupancySeen } from './occupancy.ts';

export const household = subject({
  kind: 'household',
  register: 'household',
  keyColumn: 'household_no',
  with: [people, employmentRows, membersOfHouseholds, dwellingOfHouseholds, occupancySeen],
  from: 'hh',
  alias: 'hh',
  inHousehold: true,
  themes: [members, occupancy, dwelling, income, dibao],
});
