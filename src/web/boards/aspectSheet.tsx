/** The items of one area as a list under their aspects: for phones, and for an area without parts. */
import { Link } from '@tanstack/react-router';
import type { BoardCell, BoardRow } from '#features/boards/contract.ts';
import { count, decimal, unit } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { LevelMark, shownLevels } from '../parts/levelMark.tsx';
import classes from './aspectSheet.module.css';
import { type AspectColumns, isCountedAt } from './boardColumns.ts';
import { boardWords } from './boardWords.ts';

interface AspectSheetParts {
  readonly row: BoardRow;
  readonly aspects: readonly AspectColumns[];
  readonly month: string | undefined;
}

export function AspectSheet({ row, aspects, month }: AspectSheetParts) {
  const say = useWords(boardWords);
  const language = useLanguage();
  const counted = aspects
    .map((aspect) => ({ ...aspect, items: aspect.items.filter((item) => isCountedAt(row.level, item)) }))
    .filter(({ items }) => items.length > 0);
  const sizeOf = (some: readonly AspectColumns[]): number => some.reduce((sum, { items }) => sum + items.length, 0);
  const uncounted = sizeOf(aspects) - sizeOf(counted);
  const cellOf = new Map(row.cells.map((cell) => [cell.item, cell]));
  return (
    <div className={classes.sheet}>
      {counted.map((aspect) => (
        <section key={aspect.code} className={classes.aspect}>
          <h2>{aspect.name[language]}</h2>
          <ul>
            {aspect.items.map((item) => {
              const cell = cellOf.get(item.code);
              const { indicator } = item;
              return (
                <li key={item.code}>
                  <Link
                    className={classes.item}
                    to="/items/$code"
                    params={{ code: item.code }}
                    search={month === undefined ? { area: row.area } : { area: row.area, month }}
                    preload={false}
                  >
                    <span>
                      {item.name[language]}
                      <br />
                      <small>
                        {item.code} {indicator.name[language]} · {say(indicator.direction)}
                      </small>
                    </span>
                    <span>
                      <span className={classes.value}>
                        {cell?.isWithheld ? <small>{say('withheld')}</small> : decimal(cell?.value ?? null, indicator.decimals)}
                        {cell?.value != null && <small>{unit(indicator.unit, language)}</small>}
                      </span>
                      {cell && <Marks cell={cell} />}
                    </span>
                  </Link>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {uncounted > 0 && <p className={classes.uncounted}>{say('uncountedItems', { count: uncounted })}</p>}
    </div>
  );
}

function Marks({ cell }: { readonly cell: BoardCell }) {
  return (
    <span className={classes.marks}>
      {shownLevels.map((level) => {
        const subjects = level === 'unknown' ? cell.unknown : cell.atLevel[level];
        return (
          subjects > 0 && (
            <span key={level}>
              <LevelMark level={level} /> {count(subjects)}
            </span>
          )
        );
      })}
    </span>
  );
}
