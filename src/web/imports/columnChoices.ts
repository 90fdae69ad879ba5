/** What a person has chosen for the columns of a sheet, over what stands: decisions to remember, fields claimed twice, fields still missing. */
import type { ColumnSurvey } from '#features/imports/columnContract.ts';

export type Sheet = NonNullable<ColumnSurvey['shown']>;
export type Column = Sheet['columns'][number];

/** Choices by column: a field, `none` for a column that is not taken, or '' for what the header itself says. */
export type Choices = Readonly<Record<string, string>>;

/** The field of a column, `none`, or null where it is left to its header. */
export function chosenFor(column: Column, choices: Choices): string | null {
  const chosen = choices[column.key];
  return chosen === undefined ? column.decided : chosen === '' ? null : chosen;
}

/** Fields that several columns claim though only one may. */
export function claimedTwice(sheet: Sheet, choices: Choices): ReadonlySet<string> {
  const claims = sheet.columns.flatMap((column) => chosenFor(column, choices) ?? []).filter((field) => field !== 'none');
  const once = new Set(sheet.choices.filter((choice) => !choice.mayRepeat).map((choice) => choice.field));
  return new Set(claims.filter((field, at) => once.has(field) && claims.indexOf(field) !== at));
}

/** Fields that new rows need and no column brings. */
export function stillMissing(sheet: Sheet, choices: Choices): readonly string[] {
  const stands = new Set(sheet.columns.map(({ decided }) => decided));
  const now = new Set(sheet.columns.map((column) => chosenFor(column, choices)));
  const needed = sheet.choices.filter((choice) => choice.isNeeded && (sheet.missing.includes(choice.field) || stands.has(choice.field)));
  return needed.map((choice) => choice.field).filter((field) => !now.has(field));
}

/** What is remembered: every column that a field or nothing was chosen for; what nobody decided is not taken. */
export function decisionsOf(sheet: Sheet, choices: Choices): Record<string, string | null> {
  return Object.fromEntries(
    sheet.columns.flatMap((column): [string, string | null][] => {
      const chosen = chosenFor(column, choices);
      if (chosen === null) return column.itself === null ? [[column.key, null]] : [];
      return [[column.key, chosen === 'none' ? null : chosen]];
    }),
  );
}
