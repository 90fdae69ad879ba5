/** 住房与不动产台账: one row a dwelling, checked once a year and whenever something changes. */
import { housing as register } from '#catalog/registers/housing.ts';
import type { Day } from '../days.ts';
import { type Occupancy, occupancyOn, type Title, usualTitle } from '../homes.ts';
import type { Story } from '../prefectureStory.ts';
import { fixedDraw } from '../random.ts';
import { eraseOrder, hasChanged, known, monthly, source } from '../sheets/source.ts';
import { type Household, isMemberOn } from '../world.ts';

const yearDays = 365;

/** The day of the last yearly check; of a few dwellings it is long ago. */
function checkedOn(household: Household, { homes, world }: Story, day: Day): Day {
  if (homes.unchecked.has(household)) return Math.min(day, world.plan.until - 430);
  const phase = Math.floor(fixedDraw(household.index, 38) * yearDays);
  return Math.floor((day - phase) / yearDays) * yearDays + phase;
}

const titleOf = (household: Household, { homes, world }: Story): Title =>
  homes.titles.get(household) ?? usualTitle(household, world.plan.timeline.start, world.plan.until);

/** Everything about a dwelling that can change, as a number that tells two states apart. */
const stateOn =
  (household: Household, story: Story) =>
  (day: Day): string => {
    const { code, vacantFrom } = occupancyOn(household, story.homes, day);
    const title = titleOf(household, story);
    const hazard = story.homes.hazards.get(household);
    return `${code} ${vacantFrom} ${checkedOn(household, story, day)} ${known(title.acceptedOn, day)} ${known(title.issuedOn, day)} ${known(hazard?.from ?? 0, day)} ${known(hazard?.to ?? 0, day)} ${household.leftOn <= day}`;
  };

/** Somebody saw the present state: at the last check, or soon after it began. */
const seenOn = (occupancy: Occupancy, checked: Day, upTo: Day): Day =>
  Math.min(upTo, Math.max(checked, occupancy.vacantFrom === 0 ? 0 : occupancy.vacantFrom + 3));

export const housing = source<keyof typeof register.fields>({
  register,
  fields: [
    'settlement_code',
    'building_code',
    'unit_no',
    'room_no',
    'household_no',
    'address',
    'area_m2',
    'cert_accept_date',
    'cert_no',
    'cert_date',
    'title_dispute',
    'occupancy',
    'vacant_from',
    'vacancy_reason',
    'checked_on',
    'hazard_level',
    'hazard_desc',
    'hazard_from',
    'hazard_to',
    'old_house_removed',
  ],
  days: monthly,
  *rows(story, after, upTo) {
    const { homes, world } = story;
    for (const one of world.households) {
      if (one.leftOn !== 0 || homes.unlisted.has(one) || !hasChanged(stateOn(one, story), after, upTo)) continue;
      const occupancy = occupancyOn(one, homes, upTo);
      const was = after === undefined ? undefined : occupancyOn(one, homes, after);
      const title = titleOf(one, story);
      const found = homes.hazards.get(one);
      const hazard = found && found.from <= upTo ? found : undefined;
      const members = one.members.reduce((count, member) => count + (isMemberOn(member, upTo) ? 1 : 0), 0);
      const issued = known(title.issuedOn, upTo);
      yield {
        settlement: one.settlement,
        cells: {
          settlement_code: one.settlement,
          building_code: one.building,
          unit_no: one.unit,
          room_no: one.room,
          household_no: one,
          address: `${one.settlement.county.name}${one.settlement.street.name}${one.settlement.name.replace('安置点', '')}${one.building.number}栋${one.unit}单元${one.room}室`,
          area_m2: Math.min(160, Math.max(24, members * 20)) - (one.index % 3) * 1.5,
          cert_accept_date: known(title.acceptedOn, upTo),
          cert_no: issued === undefined ? undefined : `黔(2020)${one.settlement.county.name}不动产权第${String(one.index + 1).padStart(7, '0')}号`,
          cert_date: issued,
          title_dispute: title.disputed,
          occupancy: occupancy.code,
          vacant_from: occupancy.vacantFrom !== 0 ? occupancy.vacantFrom : was?.vacantFrom ? eraseOrder : undefined,
          vacancy_reason: occupancy.reason !== '' ? occupancy.reason : was?.reason ? eraseOrder : undefined,
          checked_on: seenOn(occupancy, checkedOn(one, story, upTo), upTo),
          hazard_level: hazard?.level ?? '0',
          hazard_desc: hazard ? (hazard.level === '1' ? '外墙渗水' : hazard.level === '2' ? '线路老化' : '墙体开裂') : undefined,
          hazard_from: hazard?.from,
          hazard_to: hazard && known(hazard.to, upTo),
          old_house_removed: fixedDraw(one.index, 39) < 0.97,
        },
      };
    }
    if (after !== undefined) return;
    for (const { building, unit, room } of story.emptyDwellings) {
      yield {
        settlement: building.settlement,
        cells: {
          settlement_code: building.settlement,
          building_code: building,
          unit_no: unit,
          room_no: room,
          address: `${building.settlement.county.name}${building.settlement.street.name}${building.settlement.name.replace('安置点', '')}${building.number}栋${unit}单元${room}室`,
          area_m2: 80,
          title_dispute: false,
          occupancy: '4',
          vacancy_reason: '9',
          checked_on: upTo - 40,
          hazard_level: '0',
        },
      };
    }
  },
});
