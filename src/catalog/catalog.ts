/** The catalogue: everything that is watched, in one place to import from. */
import { areas } from './areas/areas.ts';
import { codeLists } from './codes/codeLists.ts';
import { aspects } from './items/aspects.ts';
import { c01ZeroEmployment } from './items/employment/c01ZeroEmployment.ts';
import { c02Unemployed } from './items/employment/c02Unemployed.ts';
import { c03EmploymentRate } from './items/employment/c03EmploymentRate.ts';
import { c04MassReturn } from './items/employment/c04MassReturn.ts';
import { c05WageArrears } from './items/employment/c05WageArrears.ts';
import { c06EmploymentInsurance } from './items/employment/c06EmploymentInsurance.ts';
import { e01MedicalInsurance } from './items/healthCare/e01MedicalInsurance.ts';
import { e02MedicalBurden } from './items/healthCare/e02MedicalBurden.ts';
import { e03FamilyDoctor } from './items/healthCare/e03FamilyDoctor.ts';
import { e04ClinicWithoutDoctor } from './items/healthCare/e04ClinicWithoutDoctor.ts';
import { b01StableOccupancy } from './items/housing/b01StableOccupancy.ts';
import { b02HousingHazard } from './items/housing/b02HousingHazard.ts';
import { b03HousingTitle } from './items/housing/b03HousingTitle.ts';
import { b04LiftAndFire } from './items/housing/b04LiftAndFire.ts';
import { b05HousingInsurance } from './items/housing/b05HousingInsurance.ts';
import { f01IncomeUnderLine } from './items/incomeAndProtection/f01IncomeUnderLine.ts';
import { f02IncomeShock } from './items/incomeAndProtection/f02IncomeShock.ts';
import { f03RigidExpense } from './items/incomeAndProtection/f03RigidExpense.ts';
import { f04SubsistenceAllowance } from './items/incomeAndProtection/f04SubsistenceAllowance.ts';
import { f05BenefitGap } from './items/incomeAndProtection/f05BenefitGap.ts';
import { g01HukouOrPermit } from './items/integration/g01HukouOrPermit.ts';
import { g02DisputeOverdue } from './items/integration/g02DisputeOverdue.ts';
import { g03GovernanceCoverage } from './items/integration/g03GovernanceCoverage.ts';
import { g04AppealsHandling } from './items/integration/g04AppealsHandling.ts';
import { a01TenOnes } from './items/provision/a01TenOnes.ts';
import { a02FacilityClosed } from './items/provision/a02FacilityClosed.ts';
import { a03TeacherStaffing } from './items/provision/a03TeacherStaffing.ts';
import { a04MedicalStaffing } from './items/provision/a04MedicalStaffing.ts';
import { a05SchoolPlaces } from './items/provision/a05SchoolPlaces.ts';
import { a06UtilityOutage } from './items/provision/a06UtilityOutage.ts';
import { d01Dropout } from './items/schooling/d01Dropout.ts';
import { d02Transfer } from './items/schooling/d02Transfer.ts';
import { d03StudentAid } from './items/schooling/d03StudentAid.ts';
import { d04ChildrenAtRisk } from './items/schooling/d04ChildrenAtRisk.ts';
import type { Item } from './items/item.ts';
import { activity } from './registers/activity.ts';
import { appeal } from './registers/appeal.ts';
import { building } from './registers/building.ts';
import { buildingLeader } from './registers/buildingLeader.ts';
import { clinic } from './registers/clinic.ts';
import { device } from './registers/device.ts';
import { dispute } from './registers/dispute.ts';
import { employment } from './registers/employment.ts';
import { employmentInsurance } from './registers/employmentInsurance.ts';
import { expense } from './registers/expense.ts';
import { facility } from './registers/facility.ts';
import { healthService } from './registers/healthService.ts';
import { household } from './registers/household.ts';
import { housing } from './registers/housing.ts';
import { housingInsurance } from './registers/housingInsurance.ts';
import { hukouTransfer } from './registers/hukouTransfer.ts';
import { income } from './registers/income.ts';
import { industryProject } from './registers/industryProject.ts';
import { labourExport } from './registers/labourExport.ts';
import { legalAid } from './registers/legalAid.ts';
import { partyBody } from './registers/partyBody.ts';
import { person } from './registers/person.ts';
import { policeRoom } from './registers/policeRoom.ts';
import { postTransfer } from './registers/postTransfer.ts';
import { publicPost } from './registers/publicPost.ts';
import { pupil } from './registers/pupil.ts';
import { referenceSeries } from './registers/referenceSeries.ts';
import { registerFeed } from './registers/registerFeed.ts';
import { relapseObject } from './registers/relapseObject.ts';
import { residencePermit } from './registers/residencePermit.ts';
import { safetyGroup } from './registers/safetyGroup.ts';
import { school } from './registers/school.ts';
import { serviceLog } from './registers/serviceLog.ts';
import { serviceStaff } from './registers/serviceStaff.ts';
import { settlement } from './registers/settlement.ts';
import { startupSupport } from './registers/startupSupport.ts';
import { streetCommunity } from './registers/streetCommunity.ts';
import { subsistenceAllowance } from './registers/subsistenceAllowance.ts';
import { training } from './registers/training.ts';
import { visit } from './registers/visit.ts';
import { warningCase } from './registers/warningCase.ts';
import { wechatGroup } from './registers/wechatGroup.ts';
import { welfareBenefit } from './registers/welfareBenefit.ts';
import { workTeam } from './registers/workTeam.ts';
import type { Register } from './registers/register.ts';
import { registerNames, type RegisterName } from './registers/registerNames.ts';

const registerList: readonly Register[] = [
  settlement,
  household,
  person,
  housing,
  income,
  expense,
  hukouTransfer,
  residencePermit,
  subsistenceAllowance,
  welfareBenefit,
  employment,
  publicPost,
  training,
  labourExport,
  startupSupport,
  industryProject,
  employmentInsurance,
  housingInsurance,
  postTransfer,
  serviceStaff,
  school,
  pupil,
  clinic,
  healthService,
  facility,
  serviceLog,
  partyBody,
  streetCommunity,
  workTeam,
  policeRoom,
  safetyGroup,
  wechatGroup,
  buildingLeader,
  dispute,
  legalAid,
  activity,
  appeal,
  warningCase,
  visit,
  relapseObject,
  referenceSeries,
  building,
  device,
  registerFeed,
];

/** All registers (台账) by name. */
export const registers = Object.fromEntries(registerList.map((register) => [register.name, register])) as Readonly<Record<RegisterName, Register>>;

/** The items by the names of their files. */
const itemsByFile = {
  a01TenOnes,
  a02FacilityClosed,
  a03TeacherStaffing,
  a04MedicalStaffing,
  a05SchoolPlaces,
  a06UtilityOutage,
  b01StableOccupancy,
  b02HousingHazard,
  b03HousingTitle,
  b04LiftAndFire,
  b05HousingInsurance,
  c01ZeroEmployment,
  c02Unemployed,
  c03EmploymentRate,
  c04MassReturn,
  c05WageArrears,
  c06EmploymentInsurance,
  d01Dropout,
  d02Transfer,
  d03StudentAid,
  d04ChildrenAtRisk,
  e01MedicalInsurance,
  e02MedicalBurden,
  e03FamilyDoctor,
  e04ClinicWithoutDoctor,
  f01IncomeUnderLine,
  f02IncomeShock,
  f03RigidExpense,
  f04SubsistenceAllowance,
  f05BenefitGap,
  g01HukouOrPermit,
  g02DisputeOverdue,
  g03GovernanceCoverage,
  g04AppealsHandling,
};

/** The 34 items of the default standard, in their order. What officials tune lives in the database in the same shape. */
export const items: readonly Item[] = Object.values(itemsByFile);

/** Where an item is declared, from the root of the repository. */
export function fileOfItem(item: Item): string {
  const [name = ''] = Object.entries(itemsByFile).find(([, candidate]) => candidate === item) ?? [];
  const { folder = '' } = aspects.find(({ code }) => code === item.aspect) ?? {};
  return `src/catalog/items/${folder}/${name}.ts`;
}

export { areas, aspects, codeLists, registerNames };
