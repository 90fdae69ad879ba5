/** Figures remembered until something is imported or taken back: each reads whole registers. */
import { registersState } from '#features/areas/registersState.ts';
import { goLiveOf } from '#features/standards/settings.ts';
import type { Database } from '#platform/database/database.ts';
import { remember } from '#platform/remember.ts';
import { computeFigures, type FigureValue } from './computeFigures.ts';

/** What was changed by hand (a person's data erased) is seen after this at the latest. */
const longest = 600_000;
const mostDays = 100;

/** Answers the figures of a year as of one of its days. */
export function rememberFigures(database: Database): (year: number, now: Date, day: string) => Promise<readonly FigureValue[]> {
  const known = remember<readonly FigureValue[]>({ most: mostDays, longest });
  return async (year, now, day) => {
    const state = `${await registersState(database)} ${(await goLiveOf(database)) ?? ''}`;
    return known(day, state, () => computeFigures(database, year, now, day));
  };
}
