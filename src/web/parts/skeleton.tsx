/** What stands in the place of a page while its data come. */
import { useWords } from './language.ts';
import { partWords } from './partWords.ts';
import classes from './skeleton.module.css';

const lines = [1, 2, 3, 4, 5, 6, 7, 8];

export function Skeleton() {
  const say = useWords(partWords);
  return (
    <div className={classes.skeleton} role="status">
      {lines.map((line) => (
        <div key={line} className={classes.line} />
      ))}
      <span className="heard">{say('loading')}</span>
    </div>
  );
}
