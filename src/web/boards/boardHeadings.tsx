/** The headings of the board: seven aspects that fold away, and their items. */
import { Link } from '@tanstack/react-router';
import { unit } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { type AspectColumns, toggleFolded } from './boardColumns.ts';
import type { BoardSearch } from './boardQuestions.ts';
import classes from './boardTable.module.css';
import { boardWords } from './boardWords.ts';
import { useNavigate } from '@tanstack/react-router';

interface BoardHeadingsParts {
  readonly aspects: readonly AspectColumns[];
  readonly search: BoardSearch;
  readonly folded: string;
}

export function BoardHeadings({ aspects, search, folded }: BoardHeadingsParts) {
  const say = useWords(boardWords);
  const language = useLanguage();
  const navigate = useNavigate();
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col" className={classes.corner}>
          {say('area')}
        </th>
        {aspects.map((aspect) => (
          <th key={aspect.code} scope="colgroup" colSpan={aspect.isFolded ? 1 : aspect.items.length} className={classes.aspect}>
            <button
              type="button"
              className="plain"
              aria-expanded={!aspect.isFolded}
              title={say(aspect.isFolded ? 'unfold' : 'fold', { aspect: aspect.name[language] })}
              onClick={() =>
                void navigate({
                  to: '/board',
                  search: { ...search, folded: toggleFolded(folded, aspect.code) },
                  replace: true,
                  resetScroll: false,
                })
              }
            >
              <span>{aspect.name[language]}</span>
            </button>
          </th>
        ))}
      </tr>
      <tr>
        {aspects.map((aspect) =>
          aspect.isFolded ? (
            <th key={aspect.code} scope="col" className={`${classes.item} ${classes.first}`}>
              {say('warned')}
            </th>
          ) : (
            aspect.items.map((item, index) => (
              <th key={item.code} scope="col" className={index === 0 ? `${classes.item} ${classes.first}` : classes.item}>
                <Link
                  to="/items/$code"
                  params={{ code: item.code }}
                  search={search.area === undefined ? {} : { area: search.area }}
                  preload={false}
                  title={item.indicator.name[language]}
                >
                  <small>{item.code}</small>
                  {item.name[language]}
                  <small className={classes.unit}>
                    {unit(item.indicator.unit, language)}
                    <br />
                    {say(item.indicator.direction)}
                  </small>
                </Link>
              </th>
            ))
          ),
        )}
      </tr>
    </thead>
  );
}
