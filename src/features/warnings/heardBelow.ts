/** Whether somebody nearer than the prefecture hears of what happens at a place; what nobody hears of there is summed up for the prefecture once a day. */
import type { Permission } from '#catalog/permissions.ts';
import { type RoleCode, roleOf, roles } from '#catalog/roles.ts';
import { holdersOf } from '#features/accounts/holders.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** A community, or a settlement for what belongs to none, with what lies above it. */
export interface HeardPlace {
  readonly area: string;
  readonly settlement: string;
  readonly street: string | null;
  readonly county: string | null;
}

/** The columns of a place, of a warning beside its settlement and street. */
export const placeOfWarning = sql`coalesce(warning.community_code, warning.settlement_code) as area, warning.settlement_code as settlement,
  street.area_code as street, coalesce(street.county_code, settlement.county_code) as county`;
export const besidePlace = sql`left join settlement on settlement.settlement_code = warning.settlement_code
  left join street_community street on street.area_code = settlement.street_code and street.level = 'street'`;

/** Answers for each of some places whether somebody below the prefecture holds a role with the permission there, or above it, on a day. */
export async function findHeard(
  tx: Queryable,
  permission: Permission,
  places: readonly HeardPlace[],
  day: string,
): Promise<(place: HeardPlace) => boolean> {
  const meant = (Object.keys(roles) as RoleCode[]).filter((role) => roleOf(role).may.includes(permission));
  const holders = await holdersOf(tx, meant, [...new Set(places.flatMap(pathOf))], day);
  const held = new Set(holders.filter(({ department }) => department === null).map(({ area }) => area));
  return (place) => pathOf(place).some((area) => held.has(area));
}

const pathOf = ({ area, settlement, street, county }: HeardPlace): string[] => [area, settlement, street, county].filter((code) => code !== null);
