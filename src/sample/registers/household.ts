/** 搬迁户台账: whole lists at the beginning and the end, changes between. */
import { household as register } from '#catalog/registers/household.ts';
import { livingMembers } from '../choosing.ts';
import type { Day } from '../days.ts';
import { departureOn } from '../homes.ts';
import { colivingOn } from '../incomes.ts';
import { hasChanged, known, source } from '../sheets/source.ts';
import { type Household, isMemberOn } from '../world.ts';
import { isLabour } from '../work.ts';

/** The state of a household on a day: code of HH_STATUS and since when. */
function statusOn(household: Household, day: Day): { code: string; since: Day } {
  if (household.leftOn !== 0 && household.leftOn <= day) return { code: household.index % 4 === 0 ? '6' : '5', since: household.leftOn };
  if (household.movedBackOn !== 0 && household.movedBackOn <= day) return { code: '4', since: household.movedBackOn };
  if (household.away) return { code: '2', since: departureOn(household, day).last };
  return { code: '1', since: 0 };
}

const membersOn = (household: Household, day: Day): number =>
  Math.max(
    1,
    household.members.reduce((count, member) => count + (isMemberOn(member, day) ? 1 : 0), 0),
  );

const stateOn =
  (household: Household) =>
  (day: Day): number =>
    Number(statusOn(household, day).code) * 10_000_000 + statusOn(household, day).since * 100 + membersOn(household, day);

export const household = source<keyof typeof register.fields>({
  register,
  fields: [
    'head_name',
    'head_id_no',
    'origin_county',
    'origin_address',
    'whole_village',
    'settlement_code',
    'community_code',
    'building_code',
    'unit_no',
    'room_no',
    'movein_date',
    'move_year',
    'household_type',
    'member_count',
    'coliving_count',
    'labour_count',
    'phone',
    'grid_worker',
    'status',
    'status_on',
    'left_on',
  ],
  days: ({ sinceBase }) => sinceBase,
  byCounty: true,
  *rows({ world, schooling }, after, upTo) {
    const { until } = world.plan;
    for (const one of world.households) {
      if (!hasChanged(stateOn(one), after, upTo)) continue;
      const { code, since } = statusOn(one, upTo);
      const members = membersOn(one, upTo);
      const labour = livingMembers(one).filter((person) => isLabour(person, until, schooling)).length;
      yield {
        settlement: one.settlement,
        cells: {
          head_name: one.head.name,
          head_id_no: one.head.idNo,
          origin_county: one.originCounty,
          origin_address: one.originPlace,
          whole_village: one.wholeVillage,
          settlement_code: one.settlement,
          community_code: one.building.community,
          building_code: one.building,
          unit_no: one.unit,
          room_no: one.room,
          movein_date: one.movedIn,
          move_year: Math.min(2019, 1970 + Math.floor(one.movedIn / 365.25)),
          household_type: one.type,
          member_count: members,
          coliving_count: colivingOn(one, upTo),
          labour_count: Math.min(labour, members),
          phone: one.phone,
          grid_worker: one.building.gridWorker,
          status: code,
          status_on: known(since, upTo),
          left_on: known(one.leftOn, upTo),
        },
      };
    }
  },
});
