/** The whole make-believe prefecture: places, people and what befell them, from which the sheets are written. */
import { type AllowanceFile, planAllowances } from './allowances.ts';
import { type Benefit, planBenefits } from './benefits.ts';
import { type Course, planCourses, planTrips, type Traveller } from './careers.ts';
import { type Business, planBusinesses, planProjects, type Project } from './ventures.ts';
import { planPosts, type Post } from './publicPosts.ts';
import { type Appeal, planAppeals } from './appeals.ts';
import { type Dispute, type LegalAid, planDisputes, planLegalAid } from './disputes.ts';
import { type Activity, planActivities, planRelapseCases, type RelapseCase } from './communityLife.ts';
import { type Children, planChildren } from './children.ts';
import { type Clinics, planClinics, planPostTransfers, type PostTransfer } from './clinics.ts';
import { buildHomes, type EmptyDwelling } from './dwellings.ts';
import { type Bill, planExpenses } from './expenses.ts';
import { planServices, type Services } from './outages.ts';
import { type Governance, planGovernance } from './governance.ts';
import { type Health, planHealth } from './health.ts';
import { type Homes, planHomes } from './homes.ts';
import { Incomes } from './incomes.ts';
import { type Insurance, planInsurance } from './insurance.ts';
import { settlePeople } from './people.ts';
import type { Plan } from './plan.ts';
import { layOutPrefecture } from './prefecture.ts';
import { planResidence, type Residence } from './residence.ts';
import { planSchooling, type Schooling } from './schooling.ts';
import { planSchools, type Schools } from './schools.ts';
import { addTag, markPeople } from './tags.ts';
import { planWork } from './planWork.ts';
import type { Work } from './work.ts';
import type { Household, World } from './world.ts';

export interface Story {
  readonly world: World;
  readonly emptyDwellings: readonly EmptyDwelling[];
  readonly schooling: Schooling;
  readonly work: Work;
  readonly homes: Homes;
  readonly incomes: Incomes;
  readonly bills: readonly Bill[];
  readonly allowances: readonly AllowanceFile[];
  readonly benefits: readonly Benefit[];
  readonly residence: Residence;
  readonly health: Health;
  readonly insurance: Insurance;
  readonly schools: Schools;
  readonly clinics: Clinics;
  readonly postTransfers: readonly PostTransfer[];
  readonly services: Services;
  readonly governance: Governance;
  readonly children: Children;
  readonly disputes: readonly Dispute[];
  readonly legalAid: readonly LegalAid[];
  readonly appeals: readonly Appeal[];
  readonly activities: readonly Activity[];
  readonly relapseCases: readonly RelapseCase[];
  readonly courses: readonly Course[];
  readonly travellers: readonly Traveller[];
  readonly businesses: readonly Business[];
  readonly projects: readonly Project[];
  readonly posts: readonly Post[];
}

/** Tells the story of a plan; the same plan gives the same story. */
export function tellStory(plan: Plan): Story {
  const prefecture = layOutPrefecture(plan);
  const { households, persons } = settlePeople(plan, prefecture.settlements);
  const emptyDwellings = buildHomes(plan, prefecture.settlements);
  const world: World = {
    plan,
    counties: prefecture.counties,
    streets: prefecture.streets,
    settlements: prefecture.settlements,
    households: households as Household[],
    persons,
  };
  const illnesses = markPeople(world);
  const schooling = planSchooling(world, world.households);
  for (const [child, trouble] of schooling.troubles) if (trouble.taughtAtHome) addTag(child, '9');
  const work = planWork(world, schooling);
  const homes = planHomes(world, schooling, work);
  const incomes = new Incomes(world);
  const allowances = planAllowances(world);
  const children = planChildren(world, work);
  const schools = planSchools(world, schooling);
  const clinics = planClinics(world, prefecture.staffing);
  return {
    world,
    emptyDwellings,
    schooling,
    work,
    homes,
    incomes,
    bills: planExpenses(world, incomes),
    allowances,
    benefits: planBenefits(world, schooling, work),
    residence: planResidence(world),
    health: planHealth(world, illnesses, work),
    insurance: planInsurance(world, schooling, work),
    schools,
    clinics,
    postTransfers: planPostTransfers(plan, schools.schools, clinics.clinics),
    services: planServices(world, clinics.clinics),
    governance: planGovernance(world),
    children,
    disputes: planDisputes(world),
    legalAid: planLegalAid(world),
    appeals: planAppeals(world),
    activities: planActivities(world),
    relapseCases: planRelapseCases(world),
    courses: planCourses(world, work),
    travellers: planTrips(world, work),
    businesses: planBusinesses(world, work),
    projects: planProjects(world),
    posts: planPosts(world, work),
  };
}
