/** The log of what broke down in the settlements, over the months and at the end. */
import { type Day, dayMilliseconds, shanghaiOffset } from './days.ts';
import { type Random, streamFor } from './random.ts';
import type { Clinic } from './clinics.ts';
import type { Building, Level, Settlement, World } from './world.ts';
import { type Device, type Facility, foundFacilities, installDevices } from './facilities.ts';

const hour = 3_600_000;

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

export function planServices(world: World, clinics: readonly Clinic[]): Services {
  const random = streamFor(world.plan.seed, 'services');
  const facilities = foundFacilities(world, random);
  const devices = installDevices(world, random);
  return { facilities, devices, interruptions: new LogKeeper(world, random, facilities, devices, clinics).interruptions };
}

const causes: readonly (readonly [type: string, weight: number])[] = [
  ['1', 0.24],
  ['2', 0.32],
  ['3', 0.05],
  ['4', 0.12],
  ['5', 0.06],
  ['7', 0.21],
];
const outageHours: Partial<Record<Level, number>> = { blue: 6.5, yellow: 15, orange: 31, red: 60 };

/** Writes the log: what broke and was mended since the first list, and what is broken at the end. */
class LogKeeper {
  readonly interruptions: Interruption[] = [];

  constructor(
    private readonly world: World,
    private readonly random: Random,
    facilities: readonly Facility[],
    private readonly devices: readonly Device[],
    clinics: readonly Clinic[],
  ) {
    const { moment, until } = world.plan;
    const midnight = (day: Day): number => day * dayMilliseconds - shanghaiOffset;
    for (const settlement of world.settlements) {
      this.keepHistory(settlement);
      this.breakDown(settlement, moment);
    }
    for (const clinic of clinics)
      if (clinic.closedDays > 0)
        this.log(clinic.home, '9', midnight(until - clinic.closedDays) + 9 * hour, { clinic, action: '医师请假,已申请支援' });
    for (const facility of facilities) {
      if (facility.closedOn === 0) continue;
      const from = midnight(facility.closedOn) + 8 * hour;
      this.log(facility.home, '10', from, { facility, announcedAt: facility.announced ? from - 96 * hour : 0, action: '设备检修' });
    }
    this.interruptions.sort((one, other) => one.from - other.from || one.settlement.index - other.settlement.index);
  }

  private log(settlement: Settlement, type: string, from: number, more: Partial<Interruption> = {}): void {
    this.interruptions.push({
      number: `RZ-${settlement.code}-${String(this.interruptions.length + 1).padStart(6, '0')}`,
      settlement,
      type,
      facility: undefined,
      clinic: undefined,
      device: undefined,
      building: undefined,
      to: 0,
      households: 0,
      announcedAt: 0,
      accident: false,
      action: '',
      ...more,
      from: Math.floor(from / 60_000) * 60_000,
    });
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
    if (hours !== undefined && !(A06 === 'red' && settlement.index % 2 === 1))
      this.log(settlement, this.random.pick(['1', '2']), moment - hours * hour, { households: this.random.between(60, 200), action: '正在抢修' });
    else if (A06 === 'red')
      this.log(settlement, '6', moment - 20 * hour, { households: settlement.households.length, action: '已停止供水,临时送水' });
    const device = this.lift(settlement);
    const byInspection = settlement.index % 2 === 0;
    if (B04 === 'blue' && !byInspection) this.log(settlement, '7', moment - 15 * hour, { device });
    if (B04 === 'yellow') this.log(settlement, '7', moment - 40 * hour, { device });
    if (B04 === 'orange' && !byInspection) this.log(settlement, '7', moment - 80 * hour, { device });
    if (B04 === 'red') this.breakBadly(settlement, moment, device, byInspection);
  }

  private breakBadly(settlement: Settlement, moment: number, lift: Device | undefined, trapped: boolean): void {
    const fire = this.devices.find((device) => device.settlement === settlement && device.type === '2');
    if (trapped)
      this.log(settlement, '7', moment - 9 * 24 * hour, {
        device: lift,
        to: moment - 9 * 24 * hour + 2 * hour,
        accident: true,
        action: '困人已救出',
      });
    else this.log(settlement, '8', moment - 36 * hour, { device: fire, action: '消防泵故障,正在维修' });
  }
}
