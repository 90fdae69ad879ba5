/** The rows that a wide row becomes: one for each group of filled amounts, with what the row says beside. */
import type { ReadContext } from '#catalog/kinds/kind.ts';
import type { Cell } from '#platform/files/sheets.ts';
import { eraseIn } from './eraseIn.ts';
import type { SheetMapping } from './mapColumns.ts';
import { rowProblems } from './problems.ts';
import { isRefused, type RowDraft, troubleOf } from './rowDraft.ts';
import type { StagePlan } from './stagePlan.ts';

/** Amount columns that together become one row. */
export interface WideGroup {
  readonly sets: readonly (readonly [string, string])[];
  readonly columns: readonly { readonly index: number; readonly header: string; readonly into: string }[];
}

/** The groups of a sheet with amount columns. */
export function wideColumns(mapping: SheetMapping): readonly WideGroup[] {
  const groups = new Map<string, { sets: WideGroup['sets']; columns: { index: number; header: string; into: string }[] }>();
  for (const { meaning, index, header } of mapping.columns) {
    if (meaning.is !== 'wide') continue;
    const key = JSON.stringify(meaning.column.sets);
    const group = groups.get(key) ?? { sets: Object.entries(meaning.column.sets) as [string, string][], columns: [] };
    group.columns.push({ index, header, into: meaning.column.into });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Each group with a filled amount becomes a row with what the wide row says beside. */
export function spreadWide(
  plan: StagePlan,
  row: RowDraft,
  cells: readonly (Cell | undefined)[],
  groups: readonly WideGroup[],
  context: { -readonly [Key in keyof ReadContext]: ReadContext[Key] },
): RowDraft[] {
  const { wide } = plan.register;
  if (wide?.year && row.year !== undefined && row.values[plan.places.get(wide.year.quarter) ?? -1] === undefined) {
    row.troubles.push(troubleOf('refused', wide.year.quarter, rowProblems['quarter-missing'].data()));
  }
  const drafts: RowDraft[] = [];
  for (const { sets, columns } of groups) {
    const draft: RowDraft = { ...row, values: [...row.values], references: [...row.references], troubles: [...row.troubles] };
    let isFilled = false;
    for (const { index, header, into } of columns) {
      const cell = cells[index];
      const field = plan.register.fields[into];
      if (cell === undefined || field === undefined) continue;
      context.header = header;
      const reading = field.kind.read(cell, field, context);
      if (reading.is === 'empty') continue;
      isFilled = true;
      if (reading.is === 'problem') draft.troubles.push(troubleOf('refused', into, reading.problem));
      else if (reading.is === 'erase') eraseIn(draft, plan, plan.places.get(into) ?? -1);
      else draft.values[plan.places.get(into) ?? -1] = reading.value;
    }
    if (!isFilled) continue;
    for (const [name, value] of sets) draft.values[plan.places.get(name) ?? -1] ??= value;
    drafts.push(draft);
  }
  divide(plan, drafts);
  return drafts;
}

/** What stands once beside several amounts is theirs only when it is 0. */
function divide(plan: StagePlan, drafts: readonly RowDraft[]): void {
  const name = plan.register.wide?.undivided;
  const place = name === undefined ? undefined : plan.places.get(name);
  if (name === undefined || place === undefined || drafts.length < 2) return;
  for (const draft of drafts) {
    const value = draft.values[place];
    if (value === undefined || Number(value) === 0 || isRefused(draft)) continue;
    draft.troubles.push(troubleOf('refused', name, rowProblems['not-divisible'].data({ field: plan.register.fields[name]?.zh ?? name })));
  }
}
