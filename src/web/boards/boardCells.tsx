/** The cells of one row of the board. Plain links: a board has hundreds of them. */
import type { BoardCell, BoardRow } from '#features/boards/contract.ts';
import { address } from '../parts/ask.ts';
import { count, decimal } from '../parts/format.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { useWords } from '../parts/language.ts';
import { type AspectColumns, isCountedAt, worstOf } from './boardColumns.ts';
import classes from './boardTable.module.css';
import { boardWords } from './boardWords.ts';

interface BoardCellsParts {
  readonly row: BoardRow;
  readonly aspects: readonly AspectColumns[];
  readonly month: string | undefined;
  readonly isFirstRow: boolean;
}

export function BoardCells({ row, aspects, month, isFirstRow }: BoardCellsParts) {
  const say = useWords(boardWords);
  const cellOf = new Map(row.cells.map((cell) => [cell.item, cell]));
  let isFirst = isFirstRow;
  const tabStop = (): 0 | -1 => {
    if (!isFirst) return -1;
    isFirst = false;
    return 0;
  };
  return aspects.map((aspect) => {
    if (aspect.isFolded) {
      const cells = aspect.items.filter((item) => isCountedAt(row.level, item)).flatMap((item) => cellOf.get(item.code) ?? []);
      return (
        <td key={aspect.code} className={cells.length === 0 ? `${classes.first} ${classes.uncounted}` : classes.first}>
          <span className={classes.cell}>
            <Marks cells={cells} />
          </span>
        </td>
      );
    }
    return aspect.items.map((item, index) => {
      const cell = cellOf.get(item.code);
      if (!isCountedAt(row.level, item)) {
        return (
          <td key={item.code} className={index === 0 ? `${classes.first} ${classes.uncounted}` : classes.uncounted} title={say('uncounted')}>
            <span className="heard">{say('uncounted')}</span>
          </td>
        );
      }
      return (
        <td key={item.code} className={index === 0 ? classes.first : undefined}>
          {cell && (
            <a
              className={classes.cell}
              href={address(`/items/${item.code}`, { area: row.area, month })}
              tabIndex={tabStop()}
              data-area={row.area}
              data-item={item.code}
            >
              {cell.isWithheld ? <span className="small quiet">{say('withheld')}</span> : decimal(cell.value, item.indicator.decimals)}
              <Marks cells={[cell]} />
            </a>
          )}
        </td>
      );
    });
  });
}

/** The worst level with its number of subjects, and the number of those unknown. */
function Marks({ cells }: { readonly cells: readonly BoardCell[] }) {
  const worst = worstOf(cells);
  const unknown = cells.reduce((sum, cell) => sum + cell.unknown, 0);
  return (
    <>
      {worst && (
        <span className={classes.marks}>
          <LevelMark level={worst.level} />
          <span>{count(worst.subjects)}</span>
        </span>
      )}
      {unknown > 0 && (
        <span className={classes.marks}>
          <LevelMark level="unknown" />
          <span className="quiet">{count(unknown)}</span>
        </span>
      )}
    </>
  );
}
