/** The board as a table: a row an area, a column an item under its aspect; one tab stop, moved by the arrow keys. */
import { Link, useRouter } from '@tanstack/react-router';
import { type FocusEvent, type KeyboardEvent, type MouseEvent, memo, type PointerEvent, useRef } from 'react';
import type { Board, BoardRow } from '#features/boards/contract.ts';
import { areaName, useAreas } from '../parts/areas.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { BoardCells } from './boardCells.tsx';
import type { AspectColumns } from './boardColumns.ts';
import { BoardHeadings } from './boardHeadings.tsx';
import type { BoardSearch } from './boardQuestions.ts';
import classes from './boardTable.module.css';
import { boardWords } from './boardWords.ts';
import { cellAt, moveFocus, type ReadCell } from './moveFocus.ts';

interface BoardTableParts {
  readonly board: Board;
  readonly aspects: readonly AspectColumns[];
  readonly search: BoardSearch;
  /** Letters of the aspects that are folded away. */
  readonly folded: string;
  readonly read: (cell: ReadCell | undefined) => void;
}

export const BoardTable = memo(function BoardTable({ board, aspects, search, folded, read }: BoardTableParts) {
  const say = useWords(boardWords);
  const router = useRouter();
  const table = useRef<HTMLTableElement>(null);
  const rows = [board.total, ...board.rows];

  const readFrom = (event: PointerEvent | FocusEvent) => read(cellAt(event.target));
  const openInside = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-item]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    router.history.push(link.getAttribute('href') ?? '/');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (table.current && moveFocus(table.current, event.key)) event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keys.
    <section className={classes.frame} tabIndex={0} aria-label={say('title')}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked with the arrow keys is a grid.
        role="grid"
        className={classes.board}
        onPointerOver={readFrom}
        onFocus={readFrom}
        onPointerLeave={() => read(undefined)}
        onClick={openInside}
        onKeyDown={onKeyDown}
      >
        <BoardHeadings aspects={aspects} search={search} folded={folded} />
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.area} className={index === 0 ? `${classes.row} ${classes.total}` : classes.row}>
              <AreaHeading row={row} isTotal={index === 0} search={search} />
              <BoardCells row={row} aspects={aspects} month={search.month} isFirstRow={index === 0} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

function AreaHeading({ row, isTotal, search }: { readonly row: BoardRow; readonly isTotal: boolean; readonly search: BoardSearch }) {
  const say = useWords(boardWords);
  const language = useLanguage();
  const area = useAreas().find((candidate) => candidate.code === row.area);
  return (
    <th scope="row" className={classes.area}>
      {isTotal ? (
        say('itself')
      ) : (
        <Link to="/board" search={{ ...search, area: row.area }}>
          {areaName(area ?? row, language)}
        </Link>
      )}
    </th>
  );
}
