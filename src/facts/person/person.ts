/** Facts of a person 人员: who counts, and the rows of all registers about the person side by side. */
import { employmentRows, people } from '../people.ts';
import { eventRows } from '../rowsAsOf.ts';
import { subject } from '../subject.ts';
import { age } from './age.ts';
import { benefits } from './benefits.ts';
import { care } from './care.ts';
import { health } from './health.ts';
import { hukou } from './hukou.ts';
import { insurance } from './insurance.ts';
import { schooling } from './schooling.ts';
import { work } from './work.ts';

/** `care`: what visits to a household showed, for the household as a whole (person_no empty) and for each person visited. */
const careVisits = `
care as materialized (
  select household_no, person_no, max(visited_on) filter (where met is not false) as last_met_on,
    bool_or(incident and visited_on > :t - 30) as incident
  from (${eventRows('visit', 'household_no, person_no, visited_on, met, incident', 'reach')}
  ) visit
  group by household_no, person_no
)`;

export const person = subject({
  kind: 'person',
  register: 'person',
  keyColumn: 'person_no',
  with: [people, employmentRows, careVisits],
  from: 'p',
  alias: 'p',
  inHousehold: true,
  themes: [age, work, insurance, schooling, care, health, benefits, hukou],
  joins: 'left join emp on emp.person_no = p.person_no and fresh.employment',
});
