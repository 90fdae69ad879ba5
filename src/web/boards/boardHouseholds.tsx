/** The households of a building, where the way down the board ends. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { householdsPerPage, householdsQuestion } from '../households/householdQuestions.ts';
import { HouseholdTable } from '../households/householdTable.tsx';
import { useWords } from '../parts/language.ts';
import classes from './boardPage.module.css';
import { boardWords } from './boardWords.ts';

export function BoardHouseholds({ area }: { readonly area: string }) {
  const say = useWords(boardWords);
  const { data } = useQuery(householdsQuestion({ area }));
  if (!data || data.total === 0) return null;
  return (
    <section className={classes.households}>
      <h2>
        {say('householdsHere')}{' '}
        {data.total > householdsPerPage && (
          <Link to="/households" search={{ area }} className="small">
            {say('allHouseholds', { count: data.total })}
          </Link>
        )}
      </h2>
      <HouseholdTable rows={data.rows} isOneBuilding />
    </section>
  );
}
