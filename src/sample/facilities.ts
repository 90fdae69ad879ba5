/** “Ten Ones” facilities, lifts and other devices of the settlements, and the log of what broke down. */
import { type Day, dayMilliseconds, shanghaiOffset } from './days.ts';
import { type Random, streamFor } from './random.ts';
import type { Clinic } from './clinics.ts';
import type { Building, Level, Named, Settlement, World } from './world.ts';

export interface Facility extends Named {
  /** Code of TEN_ONES. */
  readonly type: string;
  readonly home: Settlement;
  readonly served: readonly Settlement[];
  readonly walk: number;
  readonly area: number;
  readonly owner: string;
  readonly openedOn: Day;
  /** Out of use since; 0 = in use. */
  readonly closedOn: Day;
  /** Announced three days ahead. */
  readonly announced: boolean;
}

export interface Device {
  readonly code: string;
  readonly settlement: Settlement;
  readonly building: Building | undefined;
  /** Code of DEVICE. */
  readonly type: string;
  readonly keeper: string;
  /** The next inspection is due so many days after the end of the sample; negative = overdue. */
  readonly dueIn: number;
}

/** An interruption; times are milliseconds since 1970, 0 = not yet over. */
export interface Interruption {
  readonly number: string;
  readonly settlement: Settlement;
  /** Code of OUTAGE. */
  readonly type: string;
  readonly facility: Facility | undefined;
  readonly clinic: Clinic | undefined;
  readonly device: Device | undefined;
  readonly building: Building | undefined;
  readonly from: number;
  readonly to: number;
  readonly households: number;
  readonly announcedAt: number;
  readonly accident: boolean;
  readonly action: string;
}

export interface Services {
  readonly facilities: readonly Facility[];
  readonly devices: readonly Device[];
  readonly interruptions: readonly Interruption[];
}

const typeNames = ['党群服务中心', '就业创业服务中心', '综治中心', '警务室', '儿童活动中心', '综合便利超市', '卫生服务站', '幼儿园', '日间照料中心', '文化体育广场'];
/** Types that a settlement lacks at a level of A01; the centre for Party and public service and the health site stay to the last. */
const lacking: Record<Level, readonly number[]> = { none: [], blue: [5], yellow: [5, 9], orange: [2, 5, 9], red: [2, 3, 5, 9, 10] };
/** Days out of use, one facility each, and whether it was announced. */
const closings: readonly (readonly [days: number, announced: boolean])[] = [[4, false], [9, false], [19, false], [45, false], [5, true]];
const hour = 3_600_000;

export function planServices(world: World, clinics: readonly Clinic[]): Services {
  const random = streamFor(world.plan.seed, 'services');
  const facilities = foundFacilities(world, random);
  const devices = installDevices(world, random);
  return { facilities, devices, interruptions: new LogKeeper(world, random, facilities, devices, clinics).interruptions };
}

function foundFacilities(world: World, random: Random): Facility[] {
  const { until } = world.plan;
  const facilities: Facility[] = [];
  const found = (home: Settlement, type: number, name: string, served: readonly Settlement[], closed: readonly [number, boolean] | undefined): void => {
    const code = `SS-${home.code}-${String(type).padStart(2, '0')}${String(facilities.filter((one) => one.home === home && Number(one.type) === type).length + 1)}`;
    facilities.push({ code, name, type: String(type).padStart(2, '0'), home, served, walk: served.length > 0 ? random.between(300, 1400) : 0, area: random.between(60, 1200), owner: `${home.street.name}办事处`, openedOn: home.firstMoveIn + random.between(20, 500), closedOn: closed ? until - closed[0] : 0, announced: closed?.[1] ?? false });
  };
  for (const settlement of world.settlements) {
    const short = settlement.name.replace('安置点', '');
    for (let type = 1; type <= 10; type += 1) {
      if (!lacking[settlement.levels.A01].includes(type)) found(settlement, type, `${short}${typeNames[type - 1]}`, [], undefined);
    }
  }
  const spare = Math.max(1, Math.round(world.settlements.length / 30));
  for (let turn = 0; turn < closings.length * spare; turn += 1) {
    const home = world.settlements[(turn * 2 + 1) % world.settlements.length] as Settlement;
    if (home.levels.A01 === 'none') found(home, turn % 2 === 0 ? 6 : 10, `${home.name.replace('安置点', '')}${turn % 2 === 0 ? '便民超市分店' : '篮球场'}${turn + 1}`, [], closings[turn % closings.length]);
    else found(world.settlements[0] as Settlement, 10, `${world.settlements[0]?.name.replace('安置点', '')}健身点${turn + 1}`, [], closings[turn % closings.length]);
  }
  const [first, second] = world.settlements;
  if (first && second) found(first, 5, `${first.name.replace('安置点', '')}青少年宫`, world.settlements.filter(({ street, index, levels }) => street === first.street && index > 0 && index < 6 && levels.A01 === 'none'), undefined);
  return facilities;
}

function installDevices(world: World, random: Random): Device[] {
  const devices: Device[] = [];
  const install = (settlement: Settlement, building: Building | undefined, type: string, dueIn: number): void => {
    devices.push({ code: `SB-${settlement.code}-${String(devices.filter((one) => one.settlement === settlement).length + 1).padStart(3, '0')}`, settlement, building, type, keeper: `${settlement.county.name.slice(0, 2)}安岭设备维保有限公司`, dueIn });
  };
  for (const settlement of world.settlements) {
    const overdue: Partial<Record<Level, number>> = settlement.index % 2 === 0 ? { blue: 12, orange: -9 } : {};
    for (const [place, building] of settlement.buildings.entries()) {
      if (!building.hasLift) continue;
      for (let unit = 0; unit < building.units; unit += 1) install(settlement, building, '1', place === 0 && unit === 0 ? (overdue[settlement.levels.B04] ?? random.between(40, 330)) : random.between(40, 330));
    }
    install(settlement, undefined, '2', random.between(40, 330));
    install(settlement, undefined, '3', random.between(40, 330));
  }
  return devices;
}

const causes: readonly (readonly [type: string, weight: number])[] = [['1', 0.24], ['2', 0.32], ['3', 0.05], ['4', 0.12], ['5', 0.06], ['7', 0.21]];
const outageHours: Partial<Record<Level, number>> = { blue: 6.5, yellow: 15, orange: 31, red: 60 };

/** Writes the log: what broke and was mended since the first list, and what is broken at the end. */
class LogKeeper {
  readonly interruptions: Interruption[] = [];

  constructor(private readonly world: World, private readonly random: Random, facilities: readonly Facility[], private readonly devices: readonly Device[], clinics: readonly Clinic[]) {
    const { moment, until } = world.plan;
    const midnight = (day: Day): number => day * dayMilliseconds - shanghaiOffset;
    for (const settlement of world.settlements) {
      this.keepHistory(settlement);
      this.breakDown(settlement, moment);
    }
    for (const clinic of clinics) if (clinic.closedDays > 0) this.log(clinic.home, '9', midnight(until - clinic.closedDays) + 9 * hour, { clinic, action: '医师请假,已申请支援' });
    for (const facility of facilities) {
      if (facility.closedOn === 0) continue;
      const from = midnight(facility.closedOn) + 8 * hour;
      this.log(facility.home, '10', from, { facility, announcedAt: facility.announced ? from - 96 * hour : 0, action: '设备检修' });
    }
    this.interruptions.sort((one, other) => one.from - other.from || one.settlement.index - other.settlement.index);
  }

  private log(settlement: Settlement, type: string, from: number, more: Partial<Interruption> = {}): void {
    this.interruptions.push({ number: `RZ-${settlement.code}-${String(this.interruptions.length + 1).padStart(6, '0')}`, settlement, type, facility: undefined, clinic: undefined, device: undefined, building: undefined, to: 0, households: 0, announcedAt: 0, accident: false, action: '', ...more, from: Math.floor(from / 60_000) * 60_000 });
  }

  private lift(settlement: Settlement): Device | undefined {
    return this.devices.find((device) => device.settlement === settlement && device.type === '1');
  }

  private keepHistory(settlement: Settlement): void {
    const { until, timeline } = this.world.plan;
    const count = Math.round((until - timeline.start) / 16);
    for (let turn = 0; turn < count; turn += 1) {
      const type = this.random.weighted(causes);
      const device = type === '7' ? this.lift(settlement) : undefined;
      if (type === '7' && !device) continue;
      const from = this.random.between(timeline.start, until - 3) * dayMilliseconds - shanghaiOffset + this.random.between(6, 21) * hour;
      const planned = this.random.chance(0.4);
      this.log(settlement, type, from, {
        device,
        building: type === '7' ? undefined : this.random.chance(0.3) ? this.random.pick(settlement.buildings) : undefined,
        to: from + this.random.between(1, 9) * hour,
        households: type === '7' ? 0 : this.random.between(8, 60),
        announcedAt: planned ? from - 30 * hour : 0,
        action: this.random.pick(['已抢修恢复', '更换部件后恢复', '按计划检修完成']),
      });
    }
  }

  /** What is out of order at the end, as the levels of A06 and B04 ask. */
  private breakDown(settlement: Settlement, moment: number): void {
    const { A06, B04 } = settlement.levels;
    const hours = outageHours[A06];
    if (hours !== undefined && !(A06 === 'red' && settlement.index % 2 === 1)) this.log(settlement, this.random.pick(['1', '2']), moment - hours * hour, { households: this.random.between(60, 200), action: '正在抢修' });
    else if (A06 === 'red') this.log(settlement, '6', moment - 20 * hour, { households: settlement.households.length, action: '已停止供水,临时送水' });
    const device = this.lift(settlement);
    const byInspection = settlement.index % 2 === 0;
    if (B04 === 'blue' && !byInspection) this.log(settlement, '7', moment - 15 * hour, { device });
    if (B04 === 'yellow') this.log(settlement, '7', moment - 40 * hour, { device });
    if (B04 === 'orange' && !byInspection) this.log(settlement, '7', moment - 80 * hour, { device });
    if (B04 === 'red') this.breakBadly(settlement, moment, device, byInspection);
  }

  private breakBadly(settlement: Settlement, moment: number, lift: Device | undefined, trapped: boolean): void {
    const fire = this.devices.find((device) => device.settlement === settlement && device.type === '2');
    if (trapped) this.log(settlement, '7', moment - 9 * 24 * hour, { device: lift, to: moment - 9 * 24 * hour + 2 * hour, accident: true, action: '困人已救出' });
    else this.log(settlement, '8', moment - 36 * hour, { device: fire, action: '消防泵故障,正在维修' });
  }
}
