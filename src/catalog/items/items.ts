/** All items (监测项) in one list: an item that is here is watched, and its code may be written wherever a register names an item. */
import { aspects } from './aspects.ts';
import { c01ZeroEmployment } from './employment/c01ZeroEmployment.ts';
import { c02Unemployed } from './employment/c02Unemployed.ts';
import { c03EmploymentRate } from './employment/c03EmploymentRate.ts';
import { c04MassReturn } from './employment/c04MassReturn.ts';
import { c05WageArrears } from './employment/c05WageArrears.ts';
import { c06EmploymentInsurance } from './employment/c06EmploymentInsurance.ts';
import { e01MedicalInsurance } from './healthCare/e01MedicalInsurance.ts';
import { e02MedicalBurden } from './healthCare/e02MedicalBurden.ts';
import { e03FamilyDoctor } from './healthCare/e03FamilyDoctor.ts';
import { e04ClinicWithoutDoctor } from './healthCare/e04ClinicWithoutDoctor.ts';
import { b01StableOccupancy } from './housing/b01StableOccupancy.ts';
import { b02HousingHazard } from './housing/b02HousingHazard.ts';
import { b03HousingTitle } from './housing/b03HousingTitle.ts';
import { b04LiftAndFire } from './housing/b04LiftAndFire.ts';
import { b05HousingInsurance } from './housing/b05HousingInsurance.ts';
import { f01IncomeUnderLine } from './incomeAndProtection/f01IncomeUnderLine.ts';
import { f02IncomeShock } from './incomeAndProtection/f02IncomeShock.ts';
import { f03RigidExpense } from './incomeAndProtection/f03RigidExpense.ts';
import { f04SubsistenceAllowance } from './incomeAndProtection/f04SubsistenceAllowance.ts';
import { f05BenefitGap } from './incomeAndProtection/f05BenefitGap.ts';
import { g01HukouOrPermit } from './integration/g01HukouOrPermit.ts';
import { g02DisputeOverdue } from './integration/g02DisputeOverdue.ts';
import { g03GovernanceCoverage } from './integration/g03GovernanceCoverage.ts';
import { g04AppealsHandling } from './integration/g04AppealsHandling.ts';
import { a01TenOnes } from './provision/a01TenOnes.ts';
import { a02FacilityClosed } from './provision/a02FacilityClosed.ts';
import { a03TeacherStaffing } from './provision/a03TeacherStaffing.ts';
import { a04MedicalStaffing } from './provision/a04MedicalStaffing.ts';
import { a05SchoolPlaces } from './provision/a05SchoolPlaces.ts';
import { a06UtilityOutage } from './provision/a06UtilityOutage.ts';
import { d01Dropout } from './schooling/d01Dropout.ts';
import { d02Transfer } from './schooling/d02Transfer.ts';
import { d03StudentAid } from './schooling/d03StudentAid.ts';
import { d04ChildrenAtRisk } from './schooling/d04ChildrenAtRisk.ts';
import type { Item } from './item.ts';

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

/** The items of the default standard, in their order. What officials tune lives in the database in the same shape. */
export const items: readonly Item[] = Object.values(itemsByFile);

/** Where an item is declared, from the root of the repository; a star where it belongs to no aspect, or stands in no list. */
export function fileOfItem(item: Item): string {
  const [name = '*'] = Object.entries(itemsByFile).find(([, candidate]) => candidate === item) ?? [];
  const { folder = '*' } = aspects.find(({ code }) => code === item.aspect) ?? {};
  return `src/catalog/items/${folder}/${name}.ts`;
}
