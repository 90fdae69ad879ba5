/** Hand-counted cases of building leaders and bodies of governance; the date is Saturday 2024-06-15 unless stated. */
import type { CaseRow } from '../scene.ts';

const buildings = [1, 2, 3, 4].map((building_no) => ({ building_code: `{S}-${building_no}`, building_no: String(building_no) }));
const leader = { building_code: '{S}-1', leader_name: '韦一' };
const body = { party_no: 'DZ{N}' };
/** All six. */
const all = {
  party_body: body,
  street_community: { area_code: '{C}' },
  work_team: { team_no: 'GD{N}', staff_no: '1', community_code: '{C}' },
  police_room: { room_no: 'JW{N}', settlement_code: '522301A999', settlement_codes: ['{S}'] },
  safety_group: { group_no: 'QF{N}', community_code: '{C}' },
  wechat_group: { group_no: 'WQ{N}', community_code: '{C}' },
};
const bodies = ['party_body', 'street_community', 'work_team', 'police_room', 'safety_group', 'wechat_group'];

export const rows: readonly CaseRow[] = [
  ['building_count', 4, 'four', { building: buildings }],
  ['building_count', 0, 'none', {}],
  [
    'building_count',
    3,
    'one is missing from the list of June',
    { building: [...buildings, { building_code: '{S}-4', missing: true, data_date: '2024-06-01' }] },
  ],
  [
    'buildings_led',
    2,
    'two leaders of one building, one of another; one ended, one begins',
    {
      building: buildings,
      building_leader: [
        leader,
        { ...leader, leader_name: '韦二' },
        { building_code: '{S}-2', leader_name: '韦一' },
        { building_code: '{S}-3', leader_name: '韦三', to_date: '2024-06-15' },
        { building_code: '{S}-4', leader_name: '韦四', from_date: '2024-06-16' },
      ],
    },
  ],
  ['buildings_led', 0, 'no leader', { building: buildings }],
  ['buildings_led', null, 'register silent', { building: buildings, building_leader: leader }, { silent: ['building_leader'] }],
  ['leader_vacancy_pct', 75, 'one of four', { building: buildings, building_leader: leader }],
  ['leader_vacancy_pct', 0, 'the only one', { building: buildings.slice(0, 1), building_leader: leader }],
  ['leader_vacancy_pct', null, 'no building', { building_leader: leader }],
  [
    'households_per_leader',
    1.5,
    'three households, two leader rows',
    { building: buildings, building_leader: [leader, { ...leader, building_code: '{S}-2' }] },
    { others: [{}, {}, {}] },
  ],
  ['households_per_leader', 0, 'no household', { building: buildings, building_leader: leader }],
  ['households_per_leader', null, 'no leader', { building: buildings }, { others: [{}] }],
  ['has_party_body', true, 'closes tomorrow', { party_body: { ...body, closed_on: '2024-06-16' } }],
  ['has_party_body', false, 'founded tomorrow', { party_body: { ...body, founded_on: '2024-06-16' } }],
  ['has_party_body', null, 'register silent', { party_body: body }, { silent: ['party_body'] }],
  ['governance_gaps', 0, 'all six', all],
  ['governance_gaps', 6, 'none', {}],
  [
    'governance_gaps',
    3,
    'room not in use, group closed, street instead of community',
    {
      ...all,
      street_community: { area_code: '9{N}00000', level: 'street' },
      police_room: { ...all.police_room, status: '4' },
      wechat_group: { ...all.wechat_group, status: '0' },
    },
  ],
  ...bodies.map((register): CaseRow => ['governance_gaps', null, `${register} silent`, all, { silent: [register] }]),
];
