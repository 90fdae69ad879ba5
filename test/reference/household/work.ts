/** Facts of a household about who in it works: facts.md section 4. */
import type { AsOf } from '../asOf.ts';
import { workingDays } from '../calendar.ts';
import { type Definitions, type Fact, greatest } from '../facts.ts';
import { age, employmentOf, hasJob, isLabour, joblessSince, seeksWork } from '../person/work.ts';
import type { Household, Person } from '../subjects.ts';
import type { Truth } from '../threeValued.ts';

const labourersOf = (at: AsOf, household: Household): Person[] => household.members.filter((member) => isLabour(at, member));

/** Some member aged 16 or over has a job; unknown while a labourer without a row may have one. */
function householdHasJob(at: AsOf, household: Household): Truth {
  const adults = household.members.filter((member) => age(at, member) >= 16);
  if (adults.length === 0) return false;
  if (!at.fresh('employment', household.settlement)) return null;
  const works = (member: Person): boolean => {
    const employment = employmentOf(at, member);
    return employment !== null && hasJob(at, employment);
  };
  return adults.some(works) ? true : everyLabourerKnown(at, household) ? false : null;
}

/** Some labourer seeks work; unknown while a labourer without a row may. */
function hasSeeker(at: AsOf, household: Household): Truth {
  const seeks = (member: Person): boolean => {
    const employment = employmentOf(at, member);
    return employment !== null && seeksWork(at, employment);
  };
  return labourersOf(at, household).some(seeks) ? true : everyLabourerKnown(at, household) ? false : null;
}

function everyLabourerKnown(at: AsOf, household: Household): boolean {
  return labourersOf(at, household).every((member) => employmentOf(at, member) !== null);
}

/** Working days since the last labourer lost work, while nobody works and somebody wants to. */
function zeroJobDays(at: AsOf, household: Household): Fact {
  const someoneWorks = householdHasJob(at, household);
  const someoneSeeks = hasSeeker(at, household);
  if (someoneWorks !== false) return someoneWorks === null ? null : 0;
  if (someoneSeeks !== true) return someoneSeeks === null ? null : 0;
  const since = greatest(
    labourersOf(at, household).map((member) => {
      const employment = employmentOf(at, member);
      return employment === null ? null : joblessSince(employment);
    }),
  );
  return since === null ? null : workingDays(since, at.date, at.world.calendar);
}

export const workFacts: Definitions<Household> = {
  member_count: (_at, household) => household.members.length,
  able_count: (at, household) => labourersOf(at, household).length,
  has_job: householdHasJob,
  has_seeker: hasSeeker,
  zero_job_wd: zeroJobDays,
};
