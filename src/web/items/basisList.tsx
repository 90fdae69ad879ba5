/** What a rule rests on; each line with the mark of its provenance (S, P, N, GK, O) and the mark's word. */
import { useWords } from '../parts/language.ts';
import classes from './itemPage.module.css';
import { itemWords } from './itemWords.ts';

const marks = { S: 'basisS', P: 'basisP', N: 'basisN', GK: 'basisGK', O: 'basisO' } as const;

export function BasisList({ basis }: { readonly basis: readonly string[] }) {
  const say = useWords(itemWords);
  return (
    <ul className={classes.lines}>
      {basis.map((line) => {
        const [, mark = '', text = line] = line.match(/^(S|P|N|GK|O):\s*(.*)$/s) ?? [];
        const word = mark in marks ? say(marks[mark as keyof typeof marks]) : '';
        return (
          <li key={line}>
            {mark !== '' && (
              <abbr className={classes.mark} title={word}>
                {mark}
              </abbr>
            )}
            {text} <span className="quiet small">{word}</span>
          </li>
        );
      })}
    </ul>
  );
}
