/** Reads out the cell that the reader points at: name, value, what it counts, every level, and what is unknown. */
import type { Board } from '#features/boards/contract.ts';
import type { ItemRow } from '#features/items/contract.ts';
import { areaName, useAreas } from '../parts/areas.ts';
import { count, decimal, unit } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { LevelMark, shownLevels } from '../parts/levelMark.tsx';
import type { ReadCell } from './moveFocus.ts';
import { boardWords } from './boardWords.ts';
import classes from './cellReading.module.css';

interface CellReadingParts {
  readonly board: Board;
  readonly items: readonly ItemRow[];
  readonly read: ReadCell | undefined;
}

export function CellReading({ board, items, read }: CellReadingParts) {
  const say = useWords(boardWords);
  const language = useLanguage();
  const areas = useAreas();
  const row = [board.total, ...board.rows].find((candidate) => candidate.area === read?.area);
  const cell = row?.cells.find((candidate) => candidate.item === read?.item);
  const item = items.find((candidate) => candidate.code === read?.item);
  if (!row || !cell || !item) return <p className={`${classes.reading} quiet no-print`}>{say('reading')}</p>;
  const { indicator } = item;
  if (cell.isWithheld) {
    return (
      <p className={`${classes.reading} no-print`}>
        <span>
          {areaName(areas.find((area) => area.code === row.area) ?? row, language)} · <b>{`${item.code} ${item.name[language]}`}</b>
        </span>
        <span>{say('withheldHint')}</span>
      </p>
    );
  }
  return (
    <p className={`${classes.reading} no-print`}>
      <span>
        {areaName(areas.find((area) => area.code === row.area) ?? row, language)} · <b>{`${item.code} ${item.name[language]}`}</b>
      </span>
      <span>
        {indicator.name[language]}{' '}
        <span className={classes.value}>
          {cell.value === null ? say('noValue') : `${decimal(cell.value, indicator.decimals)} ${unit(indicator.unit, language)}`}
        </span>{' '}
        <small>{say(indicator.direction)}</small>
      </span>
      <span>{say('of', { numerator: count(cell.numerator), denominator: count(cell.denominator) })}</span>
      <span>{say('concerned', { n: count(cell.concerned) })}</span>
      <span className={classes.levels}>
        {cell.level === null && say('noLevel')}
        {shownLevels.map((level) => {
          const subjects = level === 'unknown' ? cell.unknown : cell.atLevel[level];
          return (
            subjects > 0 && (
              <span key={level}>
                <LevelMark level={level} full /> {count(subjects)}
              </span>
            )
          );
        })}
      </span>
    </p>
  );
}
