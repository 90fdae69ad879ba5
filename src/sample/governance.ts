import { type Day, dayOf } from './days.ts';
import { fullName } from './names.ts';
import { type Random, streamFor } from './random.ts';
import type { Building, Community, Level, Named, Settlement, World } from './world.ts';
import { type BuildingLeader, electLeaders } from './buildingLeaders.ts';

export interface PartyBody extends Named {
  /** Code of PARTY. */
  readonly type: string;
  readonly parent: PartyBody | undefined;
  readonly settlement: Settlement;
  readonly foundedOn: Day;
  readonly secretary: string;
  readonly members: number;
}

export interface TeamMember {
  readonly team: string;
  readonly sender: string;
  readonly community: Community;
  readonly number: string;
  readonly name: string;
  readonly role: string;
  readonly from: Day;
}

export interface PoliceRoom extends Named {
  readonly station: string;
  readonly home: Settlement;
  readonly served: readonly Settlement[];
  readonly openedOn: Day;
  readonly officers: number;
  readonly assistants: number;
  readonly inUse: boolean;
}

export interface SafetyGroup extends Named {
  readonly type: string;
  readonly community: Community;
  readonly foundedOn: Day;
  readonly members: number;
}

export interface ChatGroup {
  readonly number: string;
  readonly community: Community;
  readonly building: Building | undefined;
  readonly owner: string;
  readonly households: number;
  readonly members: number;
  readonly createdOn: Day;
}

export interface Governance {
  readonly parties: readonly PartyBody[];
  readonly teams: readonly TeamMember[];
  readonly policeRooms: readonly PoliceRoom[];
  readonly safetyGroups: readonly SafetyGroup[];
  readonly chatGroups: readonly ChatGroup[];
  readonly leaders: readonly BuildingLeader[];
}

/** Kinds of body that a settlement lacks at a level of G03. */
const lacking: Record<Level, readonly string[]> = {
  none: [],
  blue: [],
  yellow: ['safety'],
  orange: ['safety', 'chat'],
  red: ['safety', 'chat', 'team'],
};

export function planGovernance(world: World): Governance {
  const random = streamFor(world.plan.seed, 'governance');
  const has = (settlement: Settlement, kind: string): boolean => !lacking[settlement.levels.G03].includes(kind);
  const communities = (kind: string): Community[] =>
    world.settlements.filter((settlement) => has(settlement, kind)).map(({ communities: [first] }) => first as Community);
  const more = (kind: string): Community[] =>
    world.settlements
      .filter((settlement) => has(settlement, kind))
      .flatMap((settlement) => settlement.communities.slice(1).concat(settlement.communities));
  /** So many places for bodies: each settlement that has the kind first, then the further communities. */
  const places = (kind: string, wanted: number): Community[] => {
    const first = communities(kind);
    const rest = more(kind);
    return Array.from(
      { length: Math.max(wanted, first.length) },
      (_, turn) => first[turn] ?? (rest[(turn - first.length) % rest.length] as Community),
    );
  };
  return {
    parties: foundParties(world, random),
    teams: sendTeams(places('team', world.plan.count('workTeams')), random),
    policeRooms: openPoliceRooms(world, random),
    safetyGroups: places('safety', world.plan.count('safetyGroups')).map((community, index) => ({
      code: `QF${String(index + 1).padStart(4, '0')}`,
      name: `${community.name}${['治安巡逻队', '义警队', '平安志愿者队', '十联户'][index % 4]}`,
      type: String((index % 4) + 1),
      community,
      foundedOn: dayOf(2019 + (index % 3), random.between(1, 12), 10),
      members: random.between(8, 40),
    })),
    chatGroups: places('chat', world.plan.count('chatGroups')).map((community, index) => chatGroup(community, index, random)),
    leaders: electLeaders(world, random),
  };
}

function foundParties(world: World, random: Random): PartyBody[] {
  const bodies: PartyBody[] = [];
  const found = (type: string, settlement: Settlement, name: string, parent: PartyBody | undefined): PartyBody => {
    const body = {
      code: `DZZ${String(bodies.length + 1).padStart(4, '0')}`,
      name,
      type,
      parent,
      settlement,
      foundedOn: dayOf(2018 + random.between(0, 2), random.between(1, 12), random.between(1, 28)),
      secretary: fullName(random),
      members: type === '2' ? random.between(50, 140) : random.between(6, 45),
    };
    bodies.push(body);
    return body;
  };
  const withBody = world.settlements.filter(({ levels, index }) => levels.G03 !== 'red' || index % 2 === 0);
  const committees = new Map(
    world.streets
      .filter(({ isNew, served }) => isNew && withBody.includes(served[0] as Settlement))
      .map((street) => [street, found('1', street.served[0] as Settlement, `${street.name}党工委`, undefined)]),
  );
  const general = withBody
    .slice(0, Math.max(1, world.plan.count('generalBranches')))
    .map((settlement) => found('2', settlement, `${settlement.name.replace('安置点', '')}党总支`, committees.get(settlement.street)));
  const wanted = Math.max(world.plan.count('branches'), withBody.length);
  for (let turn = 0; turn < wanted; turn += 1) {
    const settlement = (turn < withBody.length ? withBody[turn] : withBody[(turn - withBody.length) % general.length]) as Settlement;
    const serial = Math.floor(turn / withBody.length) + (turn < withBody.length ? 0 : Math.floor((turn - withBody.length) / general.length));
    found(
      '3',
      settlement,
      `${settlement.name.replace('安置点', '')}${serial > 0 ? `第${serial + 1}` : ''}党支部`,
      general.find((body) => body.settlement === settlement),
    );
  }
  return bodies;
}

function sendTeams(communities: readonly Community[], random: Random): TeamMember[] {
  return communities.flatMap((community, index) => {
    const team = `GZD${String(index + 1).padStart(3, '0')}`;
    const sender = random.pick([
      '州生态移民局',
      '州人力资源和社会保障局',
      '州教育局',
      '州农业农村局',
      '州交通运输局',
      '县财政局',
      '县水务局',
      '县文广旅游局',
    ]);
    const size = index % 3 === 2 ? 2 : 3;
    return Array.from({ length: size }, (_, place) => ({
      team,
      sender,
      community,
      number: `${team}-${place + 1}`,
      name: fullName(random),
      role: place === 0 ? (index % 2 === 0 ? '1' : '2') : '3',
      from: dayOf(2021, 5, 20) + random.between(0, 200),
    }));
  });
}

function openPoliceRooms(world: World, random: Random): PoliceRoom[] {
  const { settlements, counties, plan } = world;
  const wanted = Math.max(plan.count('policeRooms'), counties.length);
  const homes = counties.map(({ code }) => settlements.find(({ county }) => county.code === code) as Settlement);
  for (const settlement of settlements) if (homes.length < wanted && !homes.includes(settlement)) homes.push(settlement);
  const room = (home: Settlement, index: number, inUse: boolean): PoliceRoom => ({
    code: `JWS${String(index + 1).padStart(3, '0')}`,
    name: `${home.name.replace('安置点', '')}警务室${inUse ? '' : '(新址)'}`,
    station: `${home.street.name}派出所`,
    home,
    served: inUse ? settlements.filter((other) => !homes.includes(other) && nearestHome(homes, other) === home) : [],
    openedOn: home.firstMoveIn + random.between(60, 700),
    officers: random.between(1, 3),
    assistants: random.between(2, 6),
    inUse,
  });
  return [...homes.map((home, index) => room(home, index, true)), room(settlements[0] as Settlement, homes.length, false)];
}

const nearestHome = (homes: readonly Settlement[], settlement: Settlement): Settlement | undefined => {
  const near = homes.filter(({ county }) => county.code === settlement.county.code);
  return near[settlement.index % near.length];
};

function chatGroup(community: Community, index: number, random: Random): ChatGroup {
  const buildings = community.home.buildings.filter((building) => building.community === community);
  const building = index % 3 === 0 ? undefined : buildings[index % Math.max(1, buildings.length)];
  const households = building ? building.households.length : Math.min(450, random.between(60, 300));
  return {
    number: `WJ${String(index + 1).padStart(4, '0')}`,
    community,
    building,
    owner: fullName(random, 1),
    households,
    members: Math.round(households * (1.2 + random.next() * 0.8)),
    createdOn: dayOf(2020 + (index % 3), random.between(1, 12), random.between(1, 28)),
  };
}
