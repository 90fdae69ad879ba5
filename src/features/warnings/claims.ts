/** What may be true of a warning, each said once as SQL: the platform finds by it what to move, and a person's move is held to the same. */
import { items } from '#catalog/catalog.ts';
import type { ClearStep, Item } from '#catalog/items/item.ts';
import type { ClaimOf } from '#catalog/lifecycles/lifecycle.ts';
import type { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import sql, { raw, type Sql } from 'sql-template-tag';

export type WarningClaim = ClaimOf<typeof warningLifecycle>;

const asks = (step: (one: ClearStep) => boolean): string[] => items.filter((item) => item.clearProcedure.some(step)).map(({ code }) => code);
const ofItems = (codes: readonly string[]): Sql => sql`warning.item_code = any(${codes}::text[])`;

/** Days for which an item's clearing has to be made public; 0 = not at all. */
export function publicityDaysOf({ clearProcedure }: Item): number {
  for (const step of clearProcedure) if (typeof step !== 'string') return step.publicityDays;
  return 0;
}

const visited = asks((step) => step === 'visit');
const published = items.filter((item) => publicityDaysOf(item) > 0);
const approved = asks((step) => step === 'county');
const withoutSteps = items.filter(({ clearProcedure }) => clearProcedure.length === 0).map(({ code }) => code);
const rank = (column: string): Sql => sql`array_position(array['blue', 'yellow', 'orange', 'red'], ${raw(`warning.${column}`)})`;

/** The claims about a row of `warning`, as of a day. */
export function claimsAsOf(day: string): Readonly<Record<WarningClaim, Sql>> {
  const publicity = sql`coalesce(warning.publicity_from + (select days from unnest(${published.map(({ code }) => code)}::text[], ${published.map(publicityDaysOf)}::integer[])
    as publicity (code, days) where code = warning.item_code) <= ${day}::date, false)`;
  const beforeApproval = sql`((not ${ofItems(visited)} or warning.visited_on is not null) and (not ${ofItems(published.map(({ code }) => code))} or ${publicity}))`;
  return {
    'data-recovered': sql`warning.state in ('recovered', 'retracted')`,
    'nothing-before-approval': beforeApproval,
    'steps-done': sql`(${beforeApproval} and (not ${ofItems(approved)} or warning.approved_at is not null))`,
    'asks-for-visit': ofItems(visited),
    'asks-for-publicity': ofItems(published.map(({ code }) => code)),
    'asks-for-approval': ofItems(approved),
    'approved-already': sql`warning.approved_at is not null`,
    untouched: sql`not warning.worked`,
    'on-the-mend': sql`warning.state in ('recovering', 'recovered', 'retracted')`,
    'data-alone': sql`(warning.source = '1' and (${ofItems(withoutSteps)} or warning.silent_until >= ${day}::date))`,
    'still-red': sql`warning.state = 'open'`,
    'worse-than-judged': sql`(warning.state = 'open' and ${rank('level')} > ${rank('judged_level')})`,
    'import-undone': sql`warning.state = 'retracted'`,
    silenced: sql`coalesce(warning.silenced_until > ${day}::date, false)`,
    'track-over': sql`coalesce(warning.track_until < ${day}::date, false)`,
  };
}
