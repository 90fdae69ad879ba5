/** “Ten Ones” facilities, lifts and other devices of the settlements. */
import type { Day } from './days.ts';
import type { Random } from './random.ts';
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

const typeNames = [
  '党群服务中心',
  '就业创业服务中心',
  '综治中心',
  '警务室',
  '儿童活动中心',
  '综合便利超市',
  '卫生服务站',
  '幼儿园',
  '日间照料中心',
  '文化体育广场',
];
/** Types that a settlement lacks at a level of A01; the centre for Party and public service and the health site stay to the last. */
const lacking: Record<Level, readonly number[]> = { none: [], blue: [5], yellow: [5, 9], orange: [2, 5, 9], red: [2, 3, 5, 9, 10] };
/** Days out of use, one facility each, and whether it was announced. */
const closings: readonly (readonly [days: number, announced: boolean])[] = [
  [4, false],
  [9, false],
  [19, false],
  [45, false],
  [5, true],
];

/** The facilities of all settlements. */
export function foundFacilities(world: World, random: Random): Facility[] {
  const { until } = world.plan;
  const facilities: Facility[] = [];
  const found = (
    home: Settlement,
    type: number,
    name: string,
    served: readonly Settlement[],
    closed: readonly [number, boolean] | undefined,
  ): void => {
    const code = `SS-${home.code}-${String(type).padStart(2, '0')}${String(facilities.filter((one) => one.home === home && Number(one.type) === type).length + 1)}`;
    facilities.push({
      code,
      name,
      type: String(type).padStart(2, '0'),
      home,
      served,
      walk: served.length > 0 ? random.between(300, 1400) : 0,
      area: random.between(60, 1200),
      owner: `${home.street.name}办事处`,
      openedOn: home.firstMoveIn + random.between(20, 500),
      closedOn: closed ? until - closed[0] : 0,
      announced: closed?.[1] ?? false,
    });
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
    if (home.levels.A01 === 'none')
      found(
        home,
        turn % 2 === 0 ? 6 : 10,
        `${home.name.replace('安置点', '')}${turn % 2 === 0 ? '便民超市分店' : '篮球场'}${turn + 1}`,
        [],
        closings[turn % closings.length],
      );
    else
      found(
        world.settlements[0] as Settlement,
        10,
        `${world.settlements[0]?.name.replace('安置点', '')}健身点${turn + 1}`,
        [],
        closings[turn % closings.length],
      );
  }
  const [first, second] = world.settlements;
  if (first && second)
    found(
      first,
      5,
      `${first.name.replace('安置点', '')}青少年宫`,
      world.settlements.filter(({ street, index, levels }) => street === first.street && index > 0 && index < 6 && levels.A01 === 'none'),
      undefined,
    );
  return facilities;
}

/** Lifts, fire systems and booster pumps of all settlements. */
export function installDevices(world: World, random: Random): Device[] {
  const devices: Device[] = [];
  const install = (settlement: Settlement, building: Building | undefined, type: string, dueIn: number): void => {
    devices.push({
      code: `SB-${settlement.code}-${String(devices.filter((one) => one.settlement === settlement).length + 1).padStart(3, '0')}`,
      settlement,
      building,
      type,
      keeper: `${settlement.county.name.slice(0, 2)}安岭设备维保有限公司`,
      dueIn,
    });
  };
  for (const settlement of world.settlements) {
    const overdue: Partial<Record<Level, number>> = settlement.index % 2 === 0 ? { blue: 12, orange: -9 } : {};
    for (const [place, building] of settlement.buildings.entries()) {
      if (!building.hasLift) continue;
      for (let unit = 0; unit < building.units; unit += 1)
        install(
          settlement,
          building,
          '1',
          place === 0 && unit === 0 ? (overdue[settlement.levels.B04] ?? random.between(40, 330)) : random.between(40, 330),
        );
    }
    install(settlement, undefined, '2', random.between(40, 330));
    install(settlement, undefined, '3', random.between(40, 330));
  }
  return devices;
}
