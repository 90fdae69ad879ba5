/** Figures remembered until something is imported or taken back: each reads whole registers, and a page is looked at more often than these change. */
import { goLiveOf } from '#features/standards/settings.ts';
import type { Database } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { computeFigures, type FigureValue } from './computeFigures.ts';

/** What was changed by hand (a person's data erased) is seen after this at the latest. */
const longest = 600_000;

interface Remembered {
  readonly state: string;
  readonly at: number;
  readonly figures: Promise<readonly FigureValue[]>;
}

/** Answers the figures of a year as of one of its days; people who ask for the same at once wait for one computation. */
export function rememberFigures(database: Database): (year: number, now: Date, day: string) => Promise<readonly FigureValue[]> {
  const known = new Map<string, Remembered>();
  return async (year, now, day) => {
    const state = await stateOf(database);
    const before = known.get(day);
    if (before?.state === state && now.getTime() - before.at < longest) return before.figures;
    const figures = computeFigures(database, year, now, day);
    figures.catch(() => known.delete(day));
    known.set(day, { state, at: now.getTime(), figures });
    return figures;
  };
}

/** Every change of a register changes the counts of some import. */
async function stateOf(database: Database): Promise<string> {
  const { counts } = await database.one<{ counts: string }>(sql`
    select concat_ws(' ', max(import_id), sum(added), sum(changed), sum(unchanged), sum(missing), count(undone_at)) as counts from import_run`);
  return `${counts} ${(await goLiveOf(database)) ?? ''}`;
}
