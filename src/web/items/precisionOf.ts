/** The precision of an item out of verdicts: how many were right, of how many. */
import type { ItemVerdicts } from '#features/items/contract.ts';

type Verdicts = Pick<ItemVerdicts['rows'][number], 'confirmed' | 'solved' | 'wrong'>;

/** What was solved by the time of the check had been so. */
export function precisionOf(rows: readonly Verdicts[]): Verdicts & { readonly right: number; readonly of: number } {
  const sum = (field: keyof Verdicts): number => rows.reduce((all, row) => all + row[field], 0);
  const [confirmed, solved, wrong] = [sum('confirmed'), sum('solved'), sum('wrong')];
  return { confirmed, solved, wrong, right: confirmed + solved, of: confirmed + solved + wrong };
}
