/** Puts up the buildings of a settlement and gives every household a door of its own. */
import { fullName } from './names.ts';
import type { Homeless } from './people.ts';
import type { Plan } from './plan.ts';
import { type Random, streamFor } from './random.ts';
import type { Building, Community, Household, Settlement } from './world.ts';

/** Households that share a staircase door, on average; 60 is the most that a building leader may serve. */
const householdsPerBuilding = 48;

export interface EmptyDwelling {
  readonly building: Building;
  readonly unit: string;
  readonly room: string;
}

/** Builds for all households and returns the dwellings that stay empty. */
export function buildHomes(plan: Plan, settlements: readonly Settlement[]): EmptyDwelling[] {
  const random = streamFor(plan.seed, 'dwellings');
  return settlements.flatMap((settlement) => buildSettlement(settlement, random));
}

function buildSettlement(settlement: Settlement, random: Random): EmptyDwelling[] {
  const households = random.shuffle(settlement.households) as Homeless[];
  const count = Math.max(2, Math.round(households.length / householdsPerBuilding));
  const tall = settlement.street.isNew && (settlement.index % 3 !== 2 || settlement.levels.B04 !== 'none');
  const empty: EmptyDwelling[] = [];
  for (let serial = 0; serial < count; serial += 1) {
    const from = Math.floor((households.length * serial) / count);
    const residents = households.slice(from, Math.floor((households.length * (serial + 1)) / count));
    const building = raise(settlement, serial, count, residents.length, tall || settlement.levels.B04 !== 'none', random);
    settlement.buildings.push(building);
    for (const [door, resident] of residents.entries()) {
      resident.building = building;
      Object.assign(resident, doorOf(building, door));
      building.households.push(resident as Household);
    }
    for (let door = residents.length; door < building.dwellings && random.chance(0.5); door += 1) empty.push({ building, ...doorOf(building, door) });
  }
  return empty;
}

function raise(settlement: Settlement, serial: number, count: number, residents: number, hasLift: boolean, random: Random): Building {
  const floors = hasLift ? random.pick([11, 11, 16, 18]) : 6;
  const perFloor = 2;
  const units = Math.max(1, Math.ceil((residents + 1) / (floors * perFloor)));
  const community = settlement.communities[Math.floor((serial * settlement.communities.length) / count)] as Community;
  return {
    code: `${settlement.code}-${serial + 1}`,
    number: String(serial + 1),
    name: `${serial + 1}栋`,
    settlement,
    community,
    units,
    floors,
    dwellings: Math.min(units * floors * perFloor, residents + 3),
    completedOn: settlement.firstMoveIn - random.between(20, 120),
    hasLift,
    households: [],
    gridWorker: fullName(random),
  };
}

function doorOf(building: Building, door: number): { unit: string; room: string } {
  const unit = Math.floor(door / (building.floors * 2));
  const inUnit = door - unit * building.floors * 2;
  return { unit: String(unit + 1), room: String((Math.floor(inUnit / 2) + 1) * 100 + (inUnit % 2) + 1) };
}
