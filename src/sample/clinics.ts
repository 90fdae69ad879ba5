/** Clinics of the settlements, the medical workers in them, and the posts that moved with the people (编随人走). */
import { type Day, dayOf } from './days.ts';
import { fullName } from './names.ts';
import type { Plan } from './plan.ts';
import { type Random, streamFor } from './random.ts';
import type { School, Staff } from './schools.ts';
import type { MedicalStaffing } from './settlementLevels.ts';
import type { Named, Settlement, World } from './world.ts';

export interface Clinic extends Named {
  /** Code of CLINIC. */
  readonly type: string;
  readonly buildType: string;
  readonly openedOn: Day;
  readonly home: Settlement;
  readonly served: readonly Settlement[];
  readonly generalPractitioners: number;
  physicians: number;
  beds: number;
  onDuty: number;
  drugRate: number;
  /** No doctor for so many days; 0 = there is one. */
  readonly closedDays: number;
}

/** Posts that were moved to a school or clinic. */
export interface PostTransfer {
  readonly document: string;
  readonly staffType: '1' | '2';
  readonly moveType: string;
  readonly from: string;
  readonly school: School | undefined;
  readonly clinic: Clinic | undefined;
  readonly posts: number;
  readonly effectiveOn: Day;
}

export interface Clinics {
  readonly clinics: readonly Clinic[];
  readonly medical: readonly Staff[];
}

/** Days without a doctor, one clinic each at the least. */
const closures = [1, 2, 4, 9];

export function planClinics(world: World, staffing: readonly MedicalStaffing[]): Clinics {
  const { plan, settlements } = world;
  const random = streamFor(plan.seed, 'clinics');
  const wanted = Math.max(plan.count('clinics'), settlements.length);
  const clinics: Clinic[] = [];
  for (let turn = 0; turn < wanted + Math.max(1, Math.round(4 * plan.scale)); turn += 1) {
    const home = settlements[turn % settlements.length] as Settlement;
    const first = turn < settlements.length;
    const isOld = turn >= wanted;
    const closedDays = closures[turn - 2] ?? 0;
    const doctors = first ? (staffing[turn]?.generalPractitioners ?? 1) : 0;
    clinics.push({
      code: `PDY${String(90_000_001 + turn).padStart(9, '0')}5223991A`,
      name: `${home.name.replace('安置点', '')}${first ? (home.people > 6000 ? '社区卫生服务中心' : '社区卫生服务站') : isOld ? '医务室' : '中西医结合门诊部'}`,
      type: first ? (home.people > 6000 ? '1' : '2') : isOld ? '5' : '4',
      buildType: isOld
        ? '9'
        : random.weighted([
            ['1', 0.74],
            ['3', 0.12],
            ['4', 0.14],
          ]),
      openedOn: isOld ? dayOf(2012, 5, 1) : home.firstMoveIn + random.between(0, 300),
      home,
      served: first ? [] : settlements.filter((other) => other !== home && other.street === home.street),
      generalPractitioners: doctors,
      physicians: doctors + (first ? 1 : 2),
      beds: first && home.people > 6000 ? random.between(10, 30) : 0,
      onDuty: Math.max(1, doctors),
      drugRate: turn % 23 === 7 ? 74.5 : random.between(860, 1000) / 10,
      closedDays,
    });
  }
  return { clinics, medical: hireMedical(plan, clinics, random) };
}

/** Physicians first, then nurses and village doctors up to the printed number. */
function hireMedical(plan: Plan, clinics: readonly Clinic[], random: Random): Staff[] {
  const staff: Staff[] = [];
  const hire = (clinic: Clinic, qualification: string): void => {
    staff.push({
      number: `YW${clinic.code.slice(6, 12)}${String(staff.length + 1).padStart(5, '0')}`,
      name: fullName(random),
      school: undefined,
      clinic,
      subject: qualification === '4' ? '护理' : qualification === '3' ? '全科医学' : random.pick(['内科', '中医', '儿科', '公共卫生']),
      title: random.weighted([
        ['2', 0.08],
        ['3', 0.3],
        ['4', 0.42],
        ['5', 0.2],
      ]),
      qualification,
      source: random.weighted([
        ['1', 0.25],
        ['2', 0.35],
        ['3', 0.15],
        ['4', 0.25],
      ]),
      from: Math.min(plan.timeline.start - 20, Math.max(clinic.openedOn, dayOf(2018, 1, 1)) + random.between(0, 800)),
    });
  };
  for (const clinic of clinics) {
    for (let count = 0; count < clinic.physicians; count += 1) hire(clinic, count < clinic.generalPractitioners ? '3' : random.pick(['1', '2']));
  }
  for (let turn = 0; staff.length < plan.count('medicalStaff') || turn < clinics.length; turn += 1)
    hire(
      clinics[turn % clinics.length] as Clinic,
      random.weighted([
        ['4', 0.7],
        ['5', 0.3],
      ]),
    );
  return staff;
}

export function planPostTransfers(plan: Plan, schools: readonly School[], clinics: readonly Clinic[]): PostTransfer[] {
  const random = streamFor(plan.seed, 'post transfers');
  const transfers: PostTransfer[] = [];
  const share = (total: number, staffType: '1' | '2', moveType: string): void => {
    const word = staffType === '1' ? '教' : '卫';
    for (let left = total; left > 0; ) {
      const posts = Math.min(left, random.between(1, staffType === '1' ? 12 : 8));
      const school = staffType === '1' ? random.pick(schools) : undefined;
      const clinic = staffType === '2' ? random.pick(clinics) : undefined;
      const serial = transfers.length + 1;
      transfers.push({
        document: `州编办发〔${2019 + (serial % 3)}〕${word}${serial}号`,
        staffType,
        moveType,
        from: `${random.pick(['乐元', '打易', '郊纳', '坡妹', '秧坝', '鲁容', '沙子', '龙吟'])}镇${staffType === '1' ? '中心小学' : '卫生院'}`,
        school,
        clinic,
        posts,
        effectiveOn: dayOf(2019 + (serial % 3), random.between(1, 12), random.between(1, 28)),
      });
      left -= posts;
    }
  };
  share(plan.count('teacherPostsMoved'), '1', '1');
  share(Math.round(plan.count('teacherPostsMoved') * 0.3), '1', '2');
  share(plan.count('medicalPostsMoved'), '2', '1');
  return transfers;
}
