/** Which rows of a register count as of a date: facts.md section 1 and README sections 7 and 10. */
import { endOfDay, lastDayOfQuarter } from './calendar.ts';
import { type Register, register as registerOf } from './registers.ts';
import { type Row, type Statement, text, type Value, type World } from './world.ts';

/** A whole row as it stands from a data date on. */
interface Version {
  readonly dataDate: string;
  readonly row: Row;
  readonly missing: boolean;
}

/** The rows of a register that count at T (and, for times, at the moment M). */
export function versionsAt(world: World, name: string, date: string, moment = endOfDay(date)): Row[] {
  const register = registerOf(name);
  const histories = [...historiesOf(world, register).values()];
  return register.mode === 'state' ? statesAt(histories, date) : eventsAt(histories, register, date, moment);
}

/** The version with the greatest data date <= T counts, unless a full list has missed the row since. */
function statesAt(histories: Version[][], date: string): Row[] {
  return histories.flatMap((versions) => {
    const standing = standingAt(versions, date);
    return standing === undefined || standing.missing ? [] : [standing.row];
  });
}

/** Rows as now stored whose date is <= T; any other date or time after T reads as empty. */
function eventsAt(histories: Version[][], register: Register, date: string, moment: number): Row[] {
  return histories.flatMap((versions) => {
    const now = versions.at(-1);
    if (now === undefined || !hasHappened(now.row, register, date, moment)) return [];
    return [withoutFuture(now.row, register, date, moment)];
  });
}

/** The versions of each key, one a data date, earliest first. */
function historiesOf(world: World, register: Register): Map<string, Version[]> {
  const histories = new Map<string, Version[]>();
  const statements = world.statements.filter((statement) => statement.register === register.name);
  for (const statement of statements.toSorted((a, b) => a.order - b.order)) {
    const key = register.key.map((field) => text(statement.row, field) ?? '').join('\u0000');
    histories.set(key, withStatement(histories.get(key) ?? [], statement));
  }
  return histories;
}

/** A statement takes its place by data date, merged over what stood there; later versions stay as they are. */
function withStatement(versions: Version[], statement: Statement): Version[] {
  const newest = versions.at(-1);
  // A full list never marks rows whose own data date is newer than the list's, nor rows it never knew.
  if (statement.missing && (newest === undefined || newest.dataDate > statement.dataDate)) return versions;
  const version: Version = {
    dataDate: statement.dataDate,
    row: merged(standingAt(versions, statement.dataDate)?.row ?? {}, statement),
    missing: statement.missing === true,
  };
  const others = versions.filter(({ dataDate }) => dataDate !== statement.dataDate);
  return [...others, version].toSorted((a, b) => (a.dataDate < b.dataDate ? -1 : 1));
}

function standingAt(versions: Version[], date: string): Version | undefined {
  return versions.filter(({ dataDate }) => dataDate <= date).at(-1);
}

/** A filled cell replaces; an empty cell is no statement and never erases; `#清空` erases on purpose. */
function merged(before: Row, statement: Statement): Row {
  const after: Record<string, Value> = { ...before };
  for (const [field, value] of Object.entries(statement.row)) if (value !== null && value !== '') after[field] = value;
  for (const field of statement.cleared ?? []) after[field] = null;
  return after;
}

/** Whether the date of an event row is <= T, or its time <= M. */
function hasHappened(row: Row, register: Register, date: string, moment: number): boolean {
  const on = eventDate(row, register);
  if (on === null) return false;
  return register.times.includes(register.date ?? '') ? Date.parse(on) <= moment : on <= date;
}

/** The date of an event row: its date field, the last day of an income quarter, the first day of a policy year without a claim. */
function eventDate(row: Row, register: Register): string | null {
  const on = text(row, register.date ?? '');
  if (register.name === 'income') return on === null ? null : lastDayOfQuarter(on);
  if (on === null && text(row, 'policy_year') !== null) return `${text(row, 'policy_year')}-01-01`;
  return on;
}

/** Any other date or time of an event row after T reads as empty, `appeal.due_at` excepted; a judgement not yet given too. */
function withoutFuture(row: Row, register: Register, date: string, moment: number): Row {
  const seen: Record<string, Value> = { ...row };
  for (const field of register.dates) if ((text(row, field) ?? '') > date) seen[field] = null;
  for (const field of register.times) {
    const at = text(row, field);
    if (field !== 'due_at' && at !== null && Date.parse(at) > moment) seen[field] = null;
  }
  if (register.name === 'appeal' && text(row, 'visited_at') !== null && seen.visited_at === null) seen.satisfaction = null;
  return seen;
}
