/** How many warnings stand in an area at each level, each number leading to its list. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { boardWords } from '../boards/boardWords.ts';
import { count } from '../parts/format.ts';
import { useMe } from '../parts/me.ts';
import { useWords } from '../parts/language.ts';
import { LevelMark, shownLevels } from '../parts/levelMark.tsx';
import { warningsQuestion } from './warningQuestions.ts';
import classes from './warningTally.module.css';

export function WarningTally({ area }: { readonly area: string }) {
  const say = useWords(boardWords);
  const { grants } = useMe();
  const isOfDepartment = grants.length > 0 && grants.every(({ department }) => department !== null);
  const { data } = useQuery(warningsQuestion({ area }, 1));
  if (!data) return null;
  const standing = shownLevels.filter((level) => (data.byLevel[level] ?? 0) > 0);
  return (
    <span className={classes.tally}>
      <span className="quiet">{standing.length === 0 ? say('noWarnings') : say(isOfDepartment ? 'tallyOwn' : 'tally')}</span>
      {standing.map((level) => (
        <Link key={level} to="/warnings" search={{ area, level }}>
          <LevelMark level={level} /> {count(data.byLevel[level] ?? 0)}
        </Link>
      ))}
    </span>
  );
}
