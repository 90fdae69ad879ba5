/** What a rule rests on; each line with the mark of its provenance (S, P, N, GK, O) and the mark's word. */
import type { Basis } from '#catalog/items/item.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import classes from './itemPage.module.css';
import { itemWords } from './itemWords.ts';

const marks = { S: 'basisS', P: 'basisP', N: 'basisN', GK: 'basisGK', O: 'basisO' } as const;

export function BasisList({ basis }: { readonly basis: readonly Basis[] }) {
  const say = useWords(itemWords);
  const language = useLanguage();
  return (
    <ul className={classes.lines}>
      {basis.map((line) => (
        <li key={line.zh}>
          <abbr className={classes.mark} title={say(marks[line.mark])}>
            {line.mark}
          </abbr>
          {inLanguage(line, language)} <span className="quiet small">{say(marks[line.mark])}</span>
        </li>
      ))}
    </ul>
  );
}
