/** Leaders of the buildings: residents mostly, elected or appointed, some of whom have handed over. */
import { livingMembers } from './choosing.ts';
import { type Day, dayOf, yearsBetween } from './days.ts';
import { mobileNumber } from './identity.ts';
import { fullName } from './names.ts';
import type { Random } from './random.ts';
import type { Building, Person, World } from './world.ts';

export interface BuildingLeader {
  readonly building: Building;
  readonly name: string;
  readonly person: Person | undefined;
  readonly phone: string;
  readonly from: Day;
  readonly to: Day;
  readonly electType: string;
}

/** Every building has a leader but those that stand vacant by plan; now and then one leads two buildings, and some have handed over. */
export function electLeaders(world: World, random: Random): BuildingLeader[] {
  const { until, timeline } = world.plan;
  const leaders: BuildingLeader[] = [];
  for (const settlement of world.settlements) {
    const vacant = settlement.levels.G03 === 'blue' ? 1 : 0;
    let last: BuildingLeader | undefined;
    for (const [place, building] of settlement.buildings.slice(vacant).entries()) {
      const shares = last !== undefined && place % 40 === 39 && building.households.length + last.building.households.length < 110;
      const leader: BuildingLeader = shares && last ? { ...last, building } : elect(building, leaders.length, until, random);
      if (random.chance(0.06)) leaders.push(former(building, leaders.length, timeline.start, until, random));
      leaders.push(leader);
      last = leader;
    }
  }
  return leaders;
}

/** A leader who has handed over. */
function former(building: Building, serial: number, base: Day, until: Day, random: Random): BuildingLeader {
  const from = dayOf(2019, 9, 1) + random.between(0, 180);
  return {
    building,
    name: fullName(random),
    person: undefined,
    phone: mobileNumber(52_500_000 + serial),
    from,
    to: Math.max(from + 90, random.between(base - 300, until - 20)),
    electType: '1',
  };
}

function elect(building: Building, serial: number, until: Day, random: Random): BuildingLeader {
  const resident = random.chance(0.7)
    ? building.households
        .flatMap(livingMembers)
        .find((person) => yearsBetween(person.birth, until) >= 28 && yearsBetween(person.birth, until) < 58 && person.household.leftOn === 0)
    : undefined;
  return {
    building,
    name: resident?.name ?? fullName(random),
    person: resident,
    phone: mobileNumber(52_000_000 + serial),
    from: dayOf(2020, 6, 1) + random.between(0, 500),
    to: 0,
    electType: random.pick(['1', '1', '2', '3']),
  };
}
