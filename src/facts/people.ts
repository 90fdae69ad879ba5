/** The households and persons that count at T in the slice, as named sub-selects that persons, households and settlements share. */
import { surely, years } from './terms.ts';
import { rowsAsOf } from './rowsAsOf.ts';

/** `hh`: the households of the slice; a household belongs to the settlement of its version at T. */
const households = `
hh as materialized (
  select household_no, settlement_code, community_code, building_code, movein_date, household_type, status, coliving_count
  from (${rowsAsOf('household', 'household_no, settlement_code, community_code, building_code, movein_date, household_type, status, coliving_count, left_on', 'slice')}
  ) household
  where movein_date <= :t and case when left_on is null then coalesce(status not in ('5', '6'), true) else left_on > :t end
)`;

const inSchool = `case
      when school_status is not null then school_status in ('1', '2', '3', '4', '5', '6', '7')
      when age >= 25 or age < 3 then false
    end`;

/** All that makes labour but for not being at school. */
const ableToWork = `age between 16 and 59 and ${surely("labour_ability in ('1', '2', '3')")} and not tags && '{16,17,18}'`;

// `offset 0` keeps the planner from writing the age anew into every expression that reads it.
const counted = `
  select *, ${years('birth_date', ':t')} as age, greatest(0, ${years('birth_date', ':school_year_day')}) as school_age
  from (
    select person_no, hh.household_no, hh.settlement_code, hh.community_code, hh.building_code, hh.movein_date, hh.household_type, birth_date,
      coalesce(special_tags, '{}') as tags, school_status, guardian_status, labour_ability
    from (${rowsAsOf('person', 'person_no, household_no, birth_date, special_tags, school_status, guardian_status, labour_ability, joined_on, end_date', 'reach')}
    ) person join hh using (household_no)
    where birth_date <= :t and (joined_on is null or joined_on <= :t) and (end_date is null or end_date > :t)
  ) member
  offset 0`;

/** `p`: the persons of these households. `labour` is unknown where being at school is; `lab` takes that for not at school. */
const persons = `
p as materialized (
  select *, able and not in_school as labour, able and not coalesce(in_school, false) as lab
  from (
    select *, ${inSchool} as in_school, ${ableToWork} as able
    from (${counted}
    ) counted
    offset 0
  ) person
)`;

/** `hh` and `p`, in this order, for a `with`. */
export const people = `${households},${persons}`;

/** `emp`: the employment row of each person with its terms: `job`, `seek`, `since` (date of joblessness) and `employer`. */
export const employmentRows = `
emp as materialized (
  select person_no, emp_form, arrears_days, guidance_count, offer_count, employer, since, job,
    not job and ${surely("emp_status in ('1', '2')")} and ${surely("job_wish in ('1', '2')")}
      and exempt_reason is null and coalesce(refused_count, 0) < 3 as seek
  from (
    select *, coalesce(nullif(employer_uscc, ''), nullif(employer_name, '')) as employer,
      coalesce(unemployed_on, case when emp_status = '1' then end_on end, start_on) as since,
      ${surely("emp_status = '1' and (end_on is null or end_on > :t)")} as job
    from (${rowsAsOf('employment', 'person_no, emp_status, emp_form, employer_uscc, employer_name, start_on, end_on, unemployed_on, job_wish, exempt_reason, refused_count, guidance_count, offer_count, arrears_days', 'reach')}
    ) employment
    offset 0
  ) termed
)`;
