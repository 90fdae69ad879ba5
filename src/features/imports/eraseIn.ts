/** Puts the order to erase in the place of a value; what a row cannot be without is only replaced. */
import { rowProblems } from './problems.ts';
import { erase, type RowDraft, troubleOf } from './rowDraft.ts';
import type { StagePlan } from './stagePlan.ts';

/** Erases the field at a place of the plan, or notes why not. */
export function eraseIn(row: RowDraft, plan: StagePlan, place: number): void {
  const { name, field } = plan.fields[place] ?? {};
  if (name === undefined || field === undefined) return;
  if (field.required === 'yes') row.troubles.push(troubleOf('refused', name, rowProblems['not-erasable'].data({ field: field.zh })));
  else row.values[place] = erase;
}
