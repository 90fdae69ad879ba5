/** Turns the pages of a list. */
import { count } from './format.ts';
import { useWords } from './language.ts';
import classes from './pager.module.css';
import { partWords } from './partWords.ts';

interface PagerParts {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly turn: (page: number) => void;
}

export function Pager({ page, size, total, turn }: PagerParts) {
  const say = useWords(partWords);
  const pages = Math.max(1, Math.ceil(total / size));
  return (
    <nav className={classes.pager} aria-label={say('pager')}>
      <span>{say('rows', { shown: count(total) })}</span>
      {pages > 1 && (
        <>
          <button type="button" disabled={page <= 1} onClick={() => turn(Math.min(page - 1, pages))}>
            {say('previous')}
          </button>
          <span>{say('page', { page: count(page), pages: count(pages) })}</span>
          <button type="button" disabled={page >= pages} onClick={() => turn(page + 1)}>
            {say('next')}
          </button>
        </>
      )}
    </nav>
  );
}
