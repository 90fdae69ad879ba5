/** Stores a world of statements in the tables of the registers, as imports would have stored it one statement after the other. */
import { registers } from '#catalog/catalog.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import type { Row, Statement, Value, World } from '../reference/world.ts';

/** A whole row as it was stored: it stands from its data date on, until the next version of the same row. */
interface Version {
  readonly dataDate: string;
  readonly cells: Row;
  readonly missingSince: string | null;
}

/** The versions of one row: those that stand, one a data date, and those that were replaced on their own day. */
interface Stored {
  readonly register: RegisterName;
  readonly rowId: number;
  versions: Version[];
  readonly replaced: Version[];
}

type StoredRow = Record<string, Value>;

/** Puts the world into empty tables: rows, their history, deliveries and the calendar. */
export async function loadWorld(database: Queryable, world: World): Promise<void> {
  const stored = storedRows(world.statements);
  const settlements = settlementFinder(stored);
  const tables = new Map<string, StoredRow[]>();
  const put = (table: string, row: StoredRow): void => void tables.set(table, [...(tables.get(table) ?? []), row]);
  for (const row of stored) {
    for (const [index, version] of row.versions.entries()) {
      const next = row.versions[index + 1];
      const cells = columnsOf(row, version, settlements(row.register, version));
      if (next) put(`${row.register}_history`, { ...cells, valid_to: next.dataDate });
      else put(row.register, cells);
    }
    for (const version of row.replaced) {
      put(`${row.register}_history`, { ...columnsOf(row, version, settlements(row.register, version)), valid_to: version.dataDate });
    }
  }
  const deliveries = new Map(world.feed.map((delivery) => [Object.values(delivery).join(), delivery]));
  tables.set(
    'register_feed',
    [...deliveries.values()].map((delivery) => ({ ...delivery, nil: false, import_id: 1 })),
  );
  for (const [table, rows] of tables) await insertRows(database, table, rows);
  await insertCalendar(database, world);
}

/** Every row with its versions, statement by statement in the order of storing. */
function storedRows(statements: readonly Statement[]): Stored[] {
  const byKey = new Map<string, Stored>();
  for (const statement of [...statements].sort((a, b) => a.order - b.order)) {
    const register = statement.register as RegisterName;
    const key = [register, ...registers[register].key.map((field) => statement.row[field] ?? '')].join('\u0001');
    const row = byKey.get(key) ?? { register, rowId: byKey.size + 1, versions: [], replaced: [] };
    if (store(row, statement)) byKey.set(key, row);
  }
  return [...byKey.values()];
}

/** A statement becomes the version of its data date; a full list does not mark a row that it never knew, or that is newer than the list. */
function store(row: Stored, statement: Statement): boolean {
  const newest = row.versions.at(-1);
  if (statement.missing && (!newest || newest.dataDate > statement.dataDate)) return false;
  const before = row.versions.filter(({ dataDate }) => dataDate <= statement.dataDate).at(-1);
  const version: Version = {
    dataDate: statement.dataDate,
    cells: merged(before?.cells ?? {}, statement),
    missingSince: statement.missing ? statement.dataDate : null,
  };
  row.replaced.push(...row.versions.filter(({ dataDate }) => dataDate === version.dataDate));
  row.versions = [...row.versions.filter(({ dataDate }) => dataDate !== version.dataDate), version].sort((a, b) =>
    a.dataDate < b.dataDate ? -1 : 1,
  );
  return true;
}

function merged(before: Row, statement: Statement): Row {
  const filled = Object.entries(statement.row).filter(([, value]) => value !== null && value !== '');
  const erased = (statement.cleared ?? []).map((field) => [field, null]);
  return { ...before, ...Object.fromEntries([...filled, ...erased]) };
}

/** The register and key to which a field that leads to the settlement points. */
const leadsTo: Readonly<Record<string, readonly [RegisterName, string]>> = {
  household_no: ['household', 'household_no'],
  person_no: ['person', 'person_no'],
  school_no: ['school', 'school_no'],
  clinic_no: ['clinic', 'org_no'],
  community_code: ['street_community', 'area_code'],
  building_code: ['building', 'building_code'],
};

/** Finds the settlement of a version through `settlement_via`: of what it points to as that stood on the data date. */
function settlementFinder(stored: readonly Stored[]): (register: RegisterName, version: Version) => string | null {
  const found = new Map<string, Stored>();
  for (const row of stored) {
    const [key] = registers[row.register].key;
    found.set(`${row.register}/${String(row.versions[0]?.cells[key ?? ''])}`, row);
  }
  const settlementOf = (register: RegisterName, { cells, dataDate }: Version): string | null => {
    if (typeof cells.settlement_code === 'string') return cells.settlement_code;
    const via = registers[register].settlementVia.find((field) => cells[field] !== undefined && cells[field] !== null) ?? '';
    const [target] = leadsTo[via] ?? [];
    const there = target && found.get(`${target}/${String(cells[via])}`);
    if (!there) return null;
    const standing = there.versions.filter((version) => version.dataDate <= dataDate).at(-1) ?? there.versions[0];
    return standing ? settlementOf(there.register, { ...standing, dataDate }) : null;
  };
  return settlementOf;
}

function columnsOf(row: Stored, version: Version, settlement: string | null): StoredRow {
  const { fields, mode } = registers[row.register];
  const open = Object.entries(version.cells).filter(([name]) => name in fields && fields[name]?.kind.sealed !== true);
  return {
    ...Object.fromEntries(open),
    row_id: row.rowId,
    settlement_code: settlement,
    data_date: version.dataDate,
    import_id: 1,
    ...(mode === 'state' ? { missing_since: version.missingSince } : {}),
  };
}

async function insertRows(database: Queryable, table: string, rows: readonly StoredRow[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');
  await database.execute(sql`
    insert into ${raw(table)} (${raw(columns)})
    select ${raw(columns)} from jsonb_populate_recordset(null::${raw(table)}, ${JSON.stringify(rows)}::jsonb)`);
}

/** The days that worlds touch: Monday to Friday but for the days that the world lists. */
async function insertCalendar(database: Queryable, { calendar }: World): Promise<void> {
  await database.execute(sql`
    insert into calendar_day (day, working, number)
    select day, working, count(*) filter (where working) over (order by day)
    from (
      select each::date as day, coalesce(listed.working, extract(isodow from each) < 6) as working
      from generate_series(date '2000-01-01', date '2035-12-31', interval '1 day') as each
      left join unnest(${[...calendar.keys()]}::date[], ${[...calendar.values()]}::boolean[]) as listed (day, working) on listed.day = each::date
    ) days
    on conflict (day) do update set working = excluded.working, number = excluded.number`);
}
