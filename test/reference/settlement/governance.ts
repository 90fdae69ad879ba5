/** Facts of a settlement about building leaders and the bodies of governance: facts.md section 5. */
import { type AsOf, serves } from '../asOf.ts';
import { type Definitions, type Fact, isBy, isOngoing, percent } from '../facts.ts';
import { ownRows } from '../settlements.ts';
import { householdsOf } from '../subjects.ts';
import { not, type Truth } from '../threeValued.ts';
import { isOneOf, type Row, text } from '../world.ts';

const buildingsOf = (at: AsOf, settlement: string): Row[] => ownRows(at, 'building', at.rows('building'), settlement);

/** `from_date <= T`, `to_date` empty or > T. */
const isInOffice = (at: AsOf, row: Row): boolean => isBy(row, 'from_date', at.date) && isOngoing(row, 'to_date', at.date);

/** `founded_on <= T`, `closed_on` empty or > T. */
const isFounded = (at: AsOf, row: Row): boolean => isBy(row, 'founded_on', at.date) && isOngoing(row, 'closed_on', at.date);

/** Current leaders of any building; null when the register is silent. */
function leaders(at: AsOf, settlement: string): Row[] | null {
  return at.delivered('building_leader', settlement)?.filter((row) => isInOffice(at, row)) ?? null;
}

/** Buildings of the settlement with a current leader row, wherever that row belongs. */
function buildingsLed(at: AsOf, settlement: string): number | null {
  const current = leaders(at, settlement);
  if (current === null) return null;
  const led = new Set(current.map((row) => text(row, 'building_code')));
  return buildingsOf(at, settlement).filter((building) => led.has(text(building, 'building_code'))).length;
}

function leaderVacancy(at: AsOf, settlement: string): Fact {
  const buildings = buildingsOf(at, settlement).length;
  const led = buildingsLed(at, settlement);
  return led === null || buildings === 0 ? null : percent(buildings - led, buildings);
}

/** Households for each current leader row whose own settlement this is. */
function householdsPerLeader(at: AsOf, settlement: string): Fact {
  const current = leaders(at, settlement);
  if (current === null) return null;
  const own = ownRows(at, 'building_leader', current, settlement).length;
  return own === 0 ? null : householdsOf(at, settlement).length / own;
}

/** Some row of a register belongs to the settlement and fits; null when the register is silent. */
function has(at: AsOf, settlement: string, register: string, fits: (row: Row) => boolean): Truth {
  const rows = at.delivered(register, settlement);
  return rows === null ? null : ownRows(at, register, rows, settlement).some(fits);
}

/** Some row of a shared register serves the settlement and fits; null when the register is silent. */
function isServed(at: AsOf, settlement: string, register: string, fits: (row: Row) => boolean): Truth {
  return at.delivered(register, settlement)?.some((row) => serves(row, settlement) && fits(row)) ?? null;
}

const hasPartyBody = (at: AsOf, settlement: string): Truth => has(at, settlement, 'party_body', (row) => isFounded(at, row));

/** How many of the six are missing; unknown as soon as one is. */
function governanceGaps(at: AsOf, settlement: string): Fact {
  const six: Truth[] = [
    hasPartyBody(at, settlement),
    isServed(at, settlement, 'street_community', (row) => isOneOf(row, 'level', 'community')),
    has(at, settlement, 'work_team', (row) => isInOffice(at, row)),
    isServed(at, settlement, 'police_room', (row) => isOneOf(row, 'status', '3')),
    has(at, settlement, 'safety_group', (row) => isFounded(at, row)),
    has(at, settlement, 'wechat_group', (row) => isOneOf(row, 'status', '1')),
  ];
  return six.includes(null) ? null : six.filter((there) => not(there)).length;
}

export const governanceFacts: Definitions<string> = {
  building_count: (at, settlement) => buildingsOf(at, settlement).length,
  buildings_led: buildingsLed,
  leader_vacancy_pct: leaderVacancy,
  households_per_leader: householdsPerLeader,
  has_party_body: hasPartyBody,
  governance_gaps: governanceGaps,
};
