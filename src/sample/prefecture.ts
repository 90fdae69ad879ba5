/** Lays out counties, streets, settlements and communities; buildings and households follow in `families.ts`. */
import { dayOf } from './days.ts';
import { settlementNames } from './names.ts';
import { type CountyPlaces, communitiesOf, countyPlaces, inventedCommunities } from './places.ts';
import type { Plan } from './plan.ts';
import { type Random, streamFor } from './random.ts';
import { layDownLevels, type MedicalStaffing } from './settlementLevels.ts';
import { settlementSizes } from './sizes.ts';
import type { Community, Named, Settlement, Street } from './world.ts';

export interface Prefecture {
  readonly counties: readonly Named[];
  readonly streets: readonly Street[];
  readonly settlements: readonly Settlement[];
  readonly staffing: readonly MedicalStaffing[];
}

/** A county for each settlement, largest settlement first: the weights of the counties, dealt out in turn. */
function dealCounties(count: number): CountyPlaces[] {
  const used = countyPlaces.slice(0, Math.min(countyPlaces.length, Math.max(3, Math.ceil(count / 2))));
  const total = used.reduce((sum, county) => sum + county.weight, 0);
  const given = used.map(() => 0);
  return Array.from({ length: count }, (_, turn) => {
    const behind = used.map((county, index) => (county.weight * (turn + 1)) / total - (given[index] ?? 0));
    const next = behind.indexOf(Math.max(...behind));
    given[next] = (given[next] ?? 0) + 1;
    return used[next] as CountyPlaces;
  });
}

/** The registers that nobody delivers any more for the last settlements: their items must come out as unknown. */
const silentRegisters: readonly (readonly string[])[] = [['housing', 'welfare_benefit'], ['health_service'], ['visit', 'dispute']];

export function layOutPrefecture(plan: Plan): Prefecture {
  const random = streamFor(plan.seed, 'prefecture');
  const sizes = settlementSizes(plan.people, plan.settlements);
  const { levels, staffing } = layDownLevels(plan.seed, sizes);
  const names = settlementNames(random, plan.settlements);
  const counties = dealCounties(plan.settlements);
  const streets = new Map<string, Street>();
  const placed = new Map<string, number>();
  const settlements = sizes.map((people, index): Settlement => {
    const county = counties[index] as CountyPlaces;
    const turn = placed.get(county.code) ?? 0;
    placed.set(county.code, turn + 1);
    const street = streetFor(county, turn, streets, random);
    const movedIn = dayOf(random.between(2016, 2019), random.between(1, 6), random.between(1, 28));
    const settlement: Settlement = {
      index,
      code: `${county.code}A${String(turn + 1).padStart(3, '0')}`,
      name: names[index] ?? `第${index + 1}安置点`,
      county: { code: county.code, name: county.name },
      street,
      people,
      firstMoveIn: movedIn,
      mode: index === 0 ? '2' : street.isNew ? '1' : random.pick(['3', '3', '4', '5']),
      residentialArea: `${street.name.replace(/街道|镇|乡/, '')}新市民居住区`,
      location: `${(104.6 + random.next() * 1.6).toFixed(6)},${(24.75 + random.next() * 1.1).toFixed(6)}`,
      levels: levels[index] as Settlement['levels'],
      silent: new Set(silentRegisters[sizes.length - 1 - index] ?? []),
      communities: [],
      buildings: [],
      households: [],
    };
    street.served.push(settlement);
    return settlement;
  });
  foundCommunities(plan, settlements, random);
  return {
    counties: [...new Map(counties.map(({ code, name }) => [code, { code, name }])).values()],
    streets: [...streets.values()],
    settlements,
    staffing,
  };
}

/** New streets get a settlement each first; after that three of four settlements stand in a new street, the rest in older towns. */
function streetFor(county: CountyPlaces, turn: number, streets: Map<string, Street>, random: Random): Street {
  const isNew = turn < county.newStreets.length || random.chance(0.6);
  const choice = isNew ? county.newStreets : county.towns;
  const { code, name } = choice[turn % choice.length] as Named;
  const known = streets.get(code);
  if (known) return known;
  const approvedOn = isNew ? dayOf(2018, random.between(3, 12), random.between(1, 28)) : dayOf(2004, random.between(1, 12), 15);
  const street: Street = { code, name, county: { code: county.code, name: county.name }, isNew, approvedOn, served: [] };
  streets.set(code, street);
  return street;
}

/** Every settlement gets a community, the largest get more; so many are new as the source document counts. */
function foundCommunities(plan: Plan, settlements: readonly Settlement[], random: Random): void {
  const older = Math.round(settlements.length * 0.17);
  const wanted = Math.max(plan.count('newCommunities'), settlements.length - older);
  const taken = new Set<string>();
  const found = (settlement: Settlement, isNew: boolean): void => {
    const { code, name } = freeCommunity(settlement.street.code, taken);
    const approvedOn = isNew ? dayOf(2019, random.between(1, 12), random.between(1, 28)) : dayOf(2008, random.between(1, 12), 20);
    const community: Community = { code, name, isNew, approvedOn, home: settlement, staff: random.between(5, 14) };
    settlement.communities.push(community);
  };
  for (const settlement of settlements) found(settlement, settlement.index < settlements.length - older);
  let extra = wanted - (settlements.length - older);
  for (let rank = 0; extra > 0; rank = (rank + 1) % Math.ceil(settlements.length / 3), extra -= 1) {
    found(settlements[rank] as Settlement, true);
  }
}

function freeCommunity(streetCode: string, taken: Set<string>): Named {
  const official = communitiesOf(streetCode).find(({ code }) => !taken.has(code));
  if (official) {
    taken.add(official.code);
    return official;
  }
  for (let serial = 901; ; serial += 1) {
    const code = streetCode + serial;
    if (taken.has(code)) continue;
    taken.add(code);
    return { code, name: `${inventedCommunities[(serial - 901 + Number(streetCode.slice(-2))) % inventedCommunities.length]}社区` };
  }
}
