/** All sources in load order: places and people first, then what refers to them. */
import type { Source } from '../sheets/source.ts';
import { activity } from './activity.ts';
import { appeal } from './appeal.ts';
import { building } from './building.ts';
import { buildingLeader } from './buildingLeader.ts';
import { clinic } from './clinic.ts';
import { device } from './device.ts';
import { dispute } from './dispute.ts';
import { employment } from './employment.ts';
import { employmentInsurance } from './employmentInsurance.ts';
import { expense } from './expense.ts';
import { facility } from './facility.ts';
import { healthService } from './healthService.ts';
import { household } from './household.ts';
import { housing } from './housing.ts';
import { housingInsurance } from './housingInsurance.ts';
import { hukouTransfer } from './hukouTransfer.ts';
import { income } from './income.ts';
import { industryProject } from './industryProject.ts';
import { labourExport } from './labourExport.ts';
import { legalAid } from './legalAid.ts';
import { partyBody } from './partyBody.ts';
import { person } from './person.ts';
import { policeRoom } from './policeRoom.ts';
import { postTransfer } from './postTransfer.ts';
import { publicPost } from './publicPost.ts';
import { pupil } from './pupil.ts';
import { referenceSeries } from './referenceSeries.ts';
import { relapseObject } from './relapseObject.ts';
import { residencePermit } from './residencePermit.ts';
import { safetyGroup } from './safetyGroup.ts';
import { school } from './school.ts';
import { serviceLog } from './serviceLog.ts';
import { serviceStaff } from './serviceStaff.ts';
import { settlement } from './settlement.ts';
import { startupSupport } from './startupSupport.ts';
import { streetCommunity } from './streetCommunity.ts';
import { subsistenceAllowance } from './subsistenceAllowance.ts';
import { training } from './training.ts';
import { visit } from './visit.ts';
import { wechatGroup } from './wechatGroup.ts';
import { welfareBenefit } from './welfareBenefit.ts';
import { workTeam } from './workTeam.ts';

export const sources: readonly Source[] = [
  settlement,
  streetCommunity,
  building,
  household,
  person,
  housing,
  school,
  clinic,
  facility,
  device,
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
  pupil,
  healthService,
  serviceLog,
  partyBody,
  workTeam,
  policeRoom,
  safetyGroup,
  wechatGroup,
  buildingLeader,
  dispute,
  legalAid,
  activity,
  appeal,
  visit,
  relapseObject,
  referenceSeries,
];
