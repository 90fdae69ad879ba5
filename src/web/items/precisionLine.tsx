/** One line that says how often an item was right; nothing where nobody has judged it. */
import type { ItemVerdicts } from '#features/items/contract.ts';
import { count, share } from '../parts/format.ts';
import { useWords } from '../parts/language.ts';
import classes from './itemListPage.module.css';
import { itemWords } from './itemWords.ts';
import { precisionOf } from './precisionOf.ts';

export function PrecisionLine({ rows }: { readonly rows: ItemVerdicts['rows'] }) {
  const say = useWords(itemWords);
  const { right, of } = precisionOf(rows);
  return of === 0 ? null : (
    <small className={classes.precision}>{say('precisionOf', { share: share(right, of), right: count(right), of: count(of) })}</small>
  );
}
