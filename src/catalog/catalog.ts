/** The catalogue: everything that is watched, in one place to import from. */
import { areas } from './areas/areas.ts';
import { codeLists } from './codes/codeLists.ts';
import { aspects } from './items/aspects.ts';
import { fileOfItem, items } from './items/items.ts';
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

export { areas, aspects, codeLists, fileOfItem, items, registerNames };
