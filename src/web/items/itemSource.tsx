/** What an item rests on, with the marks of provenance, and where it is declared. */
import type { ItemPage } from '#features/items/contract.ts';
import { useWords } from '../parts/language.ts';
import { BasisList } from './basisList.tsx';
import classes from './itemPage.module.css';
import { itemWords } from './itemWords.ts';

export function ItemSource({ item }: { readonly item: ItemPage }) {
  const say = useWords(itemWords);
  return (
    <>
      <section>
        <h2>{say('basis')}</h2>
        <BasisList basis={item.basis} />
      </section>
      <section>
        <h2>{say('sql')}</h2>
        <p className={`${classes.lines} small`}>
          {say('file')} <span className="code">{item.file}</span>
        </p>
        <details className={classes.fold}>
          <summary>SQL</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keys. */}
          <pre className={classes.sql} tabIndex={0}>
            {item.sql}
          </pre>
        </details>
      </section>
    </>
  );
}
