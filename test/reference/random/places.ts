/** Random settlements with their streets, communities, buildings, leaders and bodies of governance. */
import type { Row } from '../world.ts';
import type { Teller } from './telling.ts';

/** A settlement as the other registers need it, with the tempers that make its figures differ. */
export interface Settlement {
  readonly code: string;
  readonly community: string;
  /** Chance that somebody works. */
  readonly jobRate: number;
  /** Chance that somebody out of work lost it lately. */
  readonly layOffs: number;
  /** Chance that somebody has an employment row. */
  readonly known: number;
  /** Whether employers here owe wages. */
  readonly isUnpaid: boolean;
}

const counties = ['522301', '522328', '5223Y1', '522326'];

/** Two to four settlements; the last two may share a street. */
export function tellSettlements(teller: Teller): Settlement[] {
  const count = teller.between(2, 4);
  const settlements = Array.from({ length: count }, (_, index) => tellSettlement(teller, index));
  for (const settlement of settlements) tellGovernance(teller, settlement, settlements);
  return settlements;
}

function tellSettlement(teller: Teller, index: number): Settlement {
  const county = teller.pick(counties);
  const code = `${county}A00${index + 1}`;
  const streetOf = index > 0 && teller.chance(0.4) ? 0 : index;
  const street = `52239900${streetOf + 1}`;
  const isMerged = index > 1 && teller.chance(0.2);
  teller.state('settlement', { settlement_code: code, county_code: county, street_code: street, status: isMerged ? '2' : '1' }, () => ({}));
  if (streetOf === index) {
    const key = { area_code: street, level: 'street', county_code: teller.chance(0.8) ? county : teller.pick(counties), settlement_code: code };
    teller.state('street_community', key, () => ({ is_new: teller.chance(0.7), approved_on: teller.edge() }));
  }
  return {
    code,
    community: `${street}${String(index + 1).padStart(3, '0')}`,
    jobRate: teller.pick([0.2, 0.5, 0.5, 0.8, 0.86, 0.9, 0.92, 0.94, 0.97, 0.99]),
    layOffs: teller.pick([0.05, 0.3, 0.7, 1]),
    known: teller.pick([0.8, 0.92, 0.97, 1, 1, 1]),
    isUnpaid: teller.chance(0.25),
  };
}

/** A row that starts, and perhaps has ended. */
const term = (teller: Teller, from: string, to: string): Row => ({
  [from]: teller.chance(0.7) ? '2020-06-01' : teller.edge(),
  [to]: teller.chance(0.15) ? teller.edge() : null,
});

/** Other settlements that a shared row may serve besides its own. */
function othersOf(teller: Teller, settlement: Settlement, settlements: readonly Settlement[]): string[] | null {
  const others = settlements.filter(({ code }) => code !== settlement.code).map(({ code }) => code);
  return teller.chance(0.3) ? teller.some(others, 0.6) : null;
}

function tellGovernance(teller: Teller, settlement: Settlement, settlements: readonly Settlement[]): void {
  const { code, community } = settlement;
  const own = { settlement_code: code };
  const ofCommunity = { ...own, community_code: community };
  const shared = (): Row => ({ settlement_codes: othersOf(teller, settlement, settlements) });
  const lacks = teller.pick([0, 0.05, 0.2, 0.5]);
  const unless = (tell: () => void): void => {
    if (!teller.chance(lacks)) tell();
  };
  unless(() =>
    teller.state('street_community', { ...own, area_code: community, level: 'community' }, () => ({ ...shared(), approved_on: teller.edge() })),
  );
  unless(() =>
    teller.state('party_body', { ...own, party_no: `DZ${code}` }, () => ({
      party_type: teller.pick(['2', '3']),
      ...term(teller, 'founded_on', 'closed_on'),
    })),
  );
  unless(() => teller.state('work_team', { ...ofCommunity, team_no: `GD${code}`, staff_no: '1' }, () => term(teller, 'from_date', 'to_date')));
  unless(() => teller.state('police_room', { ...own, room_no: `JW${code}` }, () => ({ ...shared(), status: teller.pick(['3', '3', '3', '4']) })));
  unless(() => teller.state('safety_group', { ...ofCommunity, group_no: `QF${code}` }, () => term(teller, 'founded_on', 'closed_on')));
  unless(() =>
    teller.state('wechat_group', { ...ofCommunity, group_no: `WQ${code}` }, () => ({
      status: teller.pick(['1', '1', '1', '0']),
      created_on: teller.edge(),
    })),
  );
  tellBuildings(teller, code);
}

/** One to fourteen buildings; leaders of all, most or few of them. */
function tellBuildings(teller: Teller, settlement: string): void {
  const led = teller.pick([0.3, 0.8, 0.93, 1, 1]);
  const changes = teller.pick([0, 0, 0.3]);
  for (let number = teller.pick([0, 1, 3, 6, 11, 14]); number >= 1; number -= 1) {
    const key = { building_code: `${settlement}-${number}`, settlement_code: settlement, building_no: String(number) };
    teller.state('building', key, () => ({}));
    if (!teller.chance(led) && number > 1) continue;
    const leader = {
      building_code: key.building_code,
      settlement_code: settlement,
      leader_name: `楼栋长${number % 5}`,
      from_date: teller.chance(changes) ? teller.edge() : '2020-06-01',
    };
    teller.state('building_leader', leader, () => ({ phone: `1390000000${number % 5}`, to_date: teller.chance(changes / 2) ? teller.edge() : null }));
  }
}
