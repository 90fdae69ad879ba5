/** The board (一览): an area and its parts by items under their aspects, with the way down to the settlement. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Board } from '#features/boards/contract.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { useAreas, useHome } from '../parts/areas.ts';
import { count, day, month as monthName } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { useNarrow } from '../parts/useNarrow.ts';
import { WarningTally } from '../warnings/warningTally.tsx';
import { AspectSheet } from './aspectSheet.tsx';
import { aspectColumns, usuallyFolded } from './boardColumns.ts';
import classes from './boardPage.module.css';
import { BoardHouseholds } from './boardHouseholds.tsx';
import { boardQuestion } from './boardQuestions.ts';
import { BoardTable } from './boardTable.tsx';
import type { ReadCell } from './moveFocus.ts';
import { boardWords } from './boardWords.ts';
import { CellReading } from './cellReading.tsx';

const route = getRouteApi('/board');

export function BoardPage() {
  const say = useWords(boardWords);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const board = useSuspenseQuery(boardQuestion(search)).data;
  const { items } = useSuspenseQuery(itemsQuestion).data;
  const folded = search.folded ?? usuallyFolded(board.total.level, items);
  const aspects = useMemo(() => aspectColumns(items, folded), [items, folded]);
  const [read, setRead] = useState<ReadCell>();
  const isNarrow = useNarrow();
  const home = useHome();
  const area = search.area ?? home;
  const here = useAreas().find((candidate) => candidate.code === area);
  const isSheet = isNarrow || board.rows.length === 0;

  return (
    <>
      <PageHead
        title={say('title')}
        help={[say('helpCell'), say('helpWay'), say('helpDash'), say('helpUncounted'), say('helpSum'), say('helpDrill'), say('helpKeys')]}
      >
        <WarningTally area={area} />
        {board.months.length > 0 && (
          <label className={classes.month}>
            {say('month')}
            <select
              value={board.month ?? ''}
              onChange={(event) =>
                void navigate({ search: { ...search, month: event.target.value === board.months[0] ? undefined : event.target.value } })
              }
            >
              {board.months.map((one) => (
                <option key={one} value={one}>
                  {monthName(one, language)}
                </option>
              ))}
            </select>
          </label>
        )}
      </PageHead>
      <div className={classes.bar}>
        <AreaTrail
          area={area}
          deepest="building"
          link={(code, name) => (
            <Link to="/board" search={{ ...search, area: code }}>
              {name}
            </Link>
          )}
          choose={(code) => void navigate({ search: { ...search, area: code } })}
        />
        {here && (
          <Link to="/households" search={{ area }} className="small">
            {say('toHouseholds', { households: count(here.households), persons: count(here.persons) })}
          </Link>
        )}
        <AsOf board={board} />
        <May needs="boards.compare">
          {board.path.length > 1 && (
            <Link className="button no-print" to="/board/comparison" search={{ area, month: search.month }}>
              {say('compare')}
            </Link>
          )}
        </May>
      </div>
      {board.month === null ? (
        <div className="empty">
          <h2>{say('never')}</h2>
          <p>{say('neverHint')}</p>
        </div>
      ) : isSheet ? (
        <div className={here?.level === 'building' ? classes.building : undefined}>
          {here?.level === 'building' && <BoardHouseholds area={area} />}
          <AspectSheet row={board.total} aspects={aspects} month={search.month} />
        </div>
      ) : (
        <>
          <BoardTable board={board} aspects={aspects} search={search} folded={folded} read={setRead} />
          <CellReading board={board} items={items} read={read} />
        </>
      )}
    </>
  );
}

function AsOf({ board: { asOf } }: { readonly board: Board }) {
  const say = useWords(boardWords);
  const language = useLanguage();
  if (!asOf) return null;
  const to = day(asOf.to, language);
  return <span className="small quiet">{asOf.from === asOf.to ? say('asOf', { to }) : say('asOfSpan', { from: day(asOf.from, language), to })}</span>;
}
