/** Raises a warning that people found: told by the household, seen on a visit, known to a department or to the county of origin. It goes the same way as one of the rules. */
import { prefectureCode } from '#catalog/areas/areas.ts';
import { items } from '#catalog/catalog.ts';
import type { Item, SubjectKind } from '#catalog/items/item.ts';
import { selvesOf } from '#features/accounts/caller.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { declaredVersion } from '#features/standards/standardInForce.ts';
import { isFollowed } from '#features/warnings/stages.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import type { RaiseOrder } from './contract.ts';
import type { WorkHouse } from './moveOrder.ts';
import { openWorkOrders } from './openWorkOrders.ts';
import { problems } from './problems.ts';

interface SubjectPlace {
  readonly settlement_code: string;
  readonly household_no: string | null;
  readonly community_code: string | null;
  readonly building_code: string | null;
}

/** Where a kind of subject is registered, and what its row knows of its place. */
const registered: Readonly<Record<SubjectKind, { readonly table: string; readonly key: string; readonly place: string }>> = {
  household: { table: 'household', key: 'household_no', place: 'household_no, community_code, building_code' },
  person: { table: 'person', key: 'person_no', place: 'household_no, community_code, building_code' },
  settlement: { table: 'settlement', key: 'settlement_code', place: 'null as household_no, null as community_code, null as building_code' },
  school: { table: 'school', key: 'school_no', place: 'null as household_no, null as community_code, null as building_code' },
  clinic: { table: 'clinic', key: 'org_no', place: 'null as household_no, null as community_code, null as building_code' },
  facility: { table: 'facility', key: 'facility_no', place: 'null as household_no, null as community_code, null as building_code' },
  dispute: { table: 'dispute', key: 'case_no', place: 'null as household_no, null as community_code, null as building_code' },
  appeal: { table: 'appeal', key: 'appeal_no', place: 'null as household_no, null as community_code, null as building_code' },
};

/** An item and a subject of it that the caller sees. */
export interface RaisedOn {
  readonly item: Item;
  readonly place: SubjectPlace;
}

/** Raises the warning where the caller sees its subject; answers its number. */
export async function raiseByHand(house: WorkHouse, scope: ScopedDatabase, order: RaiseOrder): Promise<number> {
  const on = await findRaised(scope, order);
  return house.database.transaction((tx) => raiseByHandIn(tx, house, on, order));
}

/** The item and the place of what is to be raised; throws where there is no such item, or no such subject in the scope. */
export async function findRaised(scope: ScopedDatabase, { item: code, subject }: Pick<RaiseOrder, 'item' | 'subject'>): Promise<RaisedOn> {
  const item = items.find((one) => one.code === code);
  if (!item) throw problems['item-unknown']({ item: code });
  return { item, place: await placeOf(scope, item.subject, subject) };
}

/** Raises it inside a transaction that does more; what is refused has changed nothing. */
export async function raiseByHandIn(
  tx: Queryable,
  { clock, actor, caller }: Pick<WorkHouse, 'clock' | 'actor' | 'caller'>,
  { item, place }: RaisedOn,
  order: RaiseOrder,
): Promise<number> {
  const id = await insertWarning(tx, item, order, place, clock.today(), clock.now());
  await tx.execute(sql`
    insert into warning_event (warning_id, settlement_code, kind, happened_on, happened_at, to_level, from_stage, to_stage, done_by, given)
    values (${id}, ${place.settlement_code}, 'raised', ${clock.today()}::date, ${clock.now()}, ${order.level}, 'raised', 'raised', ${actor.name},
      ${JSON.stringify({ source: order.source, note: order.note })}::jsonb)`);
  await openWorkOrders(tx, { day: clock.today(), at: clock.now(), settlements: [place.settlement_code], by: selvesOf(caller) });
  const { no } = await tx.one<{ no: string }>(sql`select warning_no as no from warning where warning_id = ${id}`);
  await appendAudit(tx, actor, {
    verb: 'warnings.raise',
    object: { kind: 'warning', key: no },
    settlement: place.settlement_code,
    after: { item: item.code, level: order.level, source: order.source },
  });
  return id;
}

async function placeOf(scope: ScopedDatabase, kind: SubjectKind, subject: string): Promise<SubjectPlace> {
  const { table, key, place } = registered[kind];
  const found = await scope.maybe<SubjectPlace>(sql`
    select ${raw(table)}.settlement_code, ${raw(place)} from ${raw(table)} where ${raw(key)} = ${subject} and ${scope.within('settlement_code')} limit 1`);
  if (!found) throw problems['subject-not-found']({ subject });
  return found;
}

async function insertWarning(tx: Queryable, item: Item, order: RaiseOrder, place: SubjectPlace, day: string, at: Date): Promise<number> {
  const standing = await tx.maybe<{ no: string }>(sql`
    select warning_no as no from warning where item_code = ${item.code} and subject_key = ${order.subject} and ${isFollowed} for update`);
  if (standing) throw problems['warned-already']({ no: standing.no });
  const { id } = await tx.one<{ id: number }>(sql`
    insert into warning (warning_id, warning_no, item_code, subject_kind, subject_key, settlement_code, household_no, community_code, building_code, level, highest_level, state,
      raised_on, raised_at, stage_since, level_since, standard_version, facts, parameters, source)
    select number, ${`${prefectureCode}${day.replaceAll('-', '')}${item.code}`} || lpad(number::text, 14, '0'), ${item.code}, ${item.subject}, ${order.subject},
      ${place.settlement_code}, ${place.household_no}, ${place.community_code}, ${place.building_code}, ${order.level}, ${order.level}, 'open',
      ${day}::date, ${at}, ${at}, ${day}::date, coalesce((select version from standard_version where effective_from <= ${day}::date order by effective_from desc limit 1), ${declaredVersion}),
      '{}', '{}', ${order.source}
    from (select nextval(pg_get_serial_sequence('warning', 'warning_id')) as number) numbered
    returning warning_id as id`);
  return id;
}
