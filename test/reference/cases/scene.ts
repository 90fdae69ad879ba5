/** Builds the world of a table of hand-counted cases: every case gets a settlement of its own, so that no case sees another. */
import { registers } from '../registers.ts';
import { fullRow } from '../rows.ts';
import type { Fact } from '../facts.ts';
import type { Kind } from '../factsAt.ts';
import type { Delivery, Row, Statement, Value, World } from '../world.ts';

/** One hand-counted fact. */
export interface Case {
  readonly fact: string;
  readonly name: string;
  readonly world: World;
  /** Key of the subject. */
  readonly subject: string;
  readonly at: string;
  readonly expected: Fact;
}

/** Rows by register; a row may carry `data_date`, `missing: true` and `cleared`, and `{S}` `{H}` `{P}` `{C}` for the case's own keys. */
type Given = Readonly<Record<string, Row | readonly Row[]>>;

/** A further person: fields of the person row, and of the employment row if there is one. */
interface Other {
  readonly person?: Row;
  readonly employment?: Row;
}

interface Options {
  readonly at?: string;
  /** Registers that were never delivered for the settlement. */
  readonly silent?: readonly string[];
  /** Registers whose latest delivery has this data date instead of the date of the case. */
  readonly delivered?: Readonly<Record<string, string>>;
  /** Further persons: in the household of the case, or each in one of their own (settlement cases). */
  readonly others?: readonly Other[];
}

/** fact, expected value, what the case shows, what the registers hold, and the circumstances. */
export type CaseRow = readonly [fact: string, expected: Fact, name: string, given?: Given, options?: Options];

/** The date of a case that states none: a Saturday. */
export const usualDate = '2024-06-15';

/** The notice of the State Council for the days that the cases touch. */
const calendar: ReadonlyMap<string, boolean> = new Map([
  ['2024-04-04', false],
  ['2024-04-05', false],
  ['2024-04-07', true],
  ['2024-04-28', true],
  ['2024-05-01', false],
  ['2024-05-02', false],
  ['2024-05-03', false],
  ['2024-05-11', true],
  ['2024-06-10', false],
]);

/** Known long before any case. */
const longAgo = '2015-01-01';

/** Which kinds of case have which row of their own, filled with the usual values when the case states none. */
const ownRow: Readonly<Record<Kind, readonly string[]>> = {
  person: ['household', 'person'],
  household: ['household'],
  settlement: [],
  school: ['school'],
  clinic: ['clinic'],
  facility: ['facility'],
  dispute: ['dispute'],
  appeal: ['appeal'],
};

const subjectOf: Readonly<Record<Kind, (number: string) => string>> = {
  person: (number) => `P${number}`,
  household: (number) => `H${number}`,
  settlement: (number) => `522301A${number}`,
  school: (number) => `5223000${number}`,
  clinic: (number) => `52239900${number}`,
  facility: (number) => `F${number}`,
  dispute: (number) => `D${number}`,
  appeal: (number) => `Q${number}`,
};

const keyOf: Readonly<Record<string, string>> = {
  school: 'school_no',
  clinic: 'org_no',
  facility: 'facility_no',
  dispute: 'case_no',
  appeal: 'appeal_no',
};

/** Rows about one person, about the household, or about the settlement carry that key unless they state another. */
const aboutPerson = [
  'person',
  'employment',
  'pupil',
  'health_service',
  'welfare_benefit',
  'residence_permit',
  'hukou_transfer',
  'training',
  'labour_export',
  'employment_insurance',
  'housing_insurance',
  'public_post',
];
const aboutHousehold = ['household', 'person', 'housing', 'income', 'expense', 'subsistence_allowance', 'visit', 'relapse_object'];

/** All cases of a table, in one world. */
export function table(kind: Kind, rows: readonly CaseRow[]): Case[] {
  const statements: Statement[] = [];
  const feed: Delivery[] = [];
  const world: World = { statements, feed, calendar };
  const tell = (register: string, stated: Row): void => {
    const { data_date: dataDate, missing, cleared, ...cells } = stated;
    const order = statements.length + 1;
    const isMore = dataDate !== undefined;
    const row = isMore ? cells : fullRow(register, cells, order);
    statements.push({
      register,
      row: withoutEmpty(row),
      dataDate: typeof dataDate === 'string' ? dataDate : longAgo,
      order,
      ...(missing === true ? { missing } : {}),
      ...(Array.isArray(cleared) ? { cleared } : {}),
    });
  };
  const areas = { settlement_code: '522301A999', street_code: '522301001' };
  tell('settlement', areas);
  tell('street_community', { ...areas, area_code: '522301001', level: 'street' });
  return rows.map((caseRow, index) => {
    const [fact, expected, name, given = {}, options = {}] = caseRow;
    const number = String(index + 1).padStart(3, '0');
    const at = options.at ?? usualDate;
    for (const [register, row] of statedRows(kind, given, options, number)) tell(register, row);
    feed.push(...deliveries(`522301A${number}`, at, options));
    return { fact, name, world, subject: subjectOf[kind](number), at, expected };
  });
}

/** A later statement speaks only of its filled cells. */
function withoutEmpty(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

function deliveries(settlement: string, at: string, options: Options): Delivery[] {
  const spoken = registers.filter(({ name, via }) => !via.includes('none') && options.silent?.includes(name) !== true);
  return spoken.map(({ name }) => ({
    register: name,
    settlement_code: settlement,
    data_date: options.delivered?.[name] ?? at,
  }));
}

/** Every row of a case with its keys filled in. */
function statedRows(kind: Kind, given: Given, options: Options, number: string): [string, Row][] {
  const own = ownRow[kind].filter((register) => given[register] === undefined).map((register) => [register, {}] as const);
  const stated = Object.entries(given).flatMap(([register, rows]) => asList(rows).map((row) => [register, row] as const));
  const others = (options.others ?? []).flatMap((other, index) => otherRows(kind, other, `${number}-${index + 1}`));
  const all = [['settlement', {}] as const, ...own, ...stated, ...others];
  return all.map(([register, row]) => [register, withKeys(kind, register, row, number)]);
}

const asList = (rows: Row | readonly Row[]): readonly Row[] => (Array.isArray(rows) ? rows : [rows as Row]);

/** Another person joins the household; in cases about a settlement each has a household of their own. */
function otherRows(kind: Kind, other: Other, number: string): (readonly [string, Row])[] {
  const home = kind === 'settlement' ? { household_no: `H${number}` } : {};
  const keys = { ...home, person_no: `P${number}` };
  return [
    ...(kind === 'settlement' ? [['household', home] as const] : []),
    ['person', { ...keys, ...other.person }],
    ...(other.employment === undefined ? [] : [['employment', { ...other.employment, person_no: `P${number}` }] as const]),
  ];
}

function withKeys(kind: Kind, register: string, row: Row, number: string): Row {
  const keys: Record<string, Value> = {};
  const isOwn = ownRow[kind].includes(register);
  if (!aboutPerson.includes(register) && !aboutHousehold.includes(register)) keys.settlement_code = `522301A${number}`;
  if (['household', 'housing', 'public_post'].includes(register)) keys.settlement_code = `522301A${number}`;
  if (register === 'household') Object.assign(keys, { community_code: `522301001${number}`, building_code: `522301A${number}-1` });
  if (register === 'housing') keys.building_code = `522301A${number}-1`;
  if (aboutHousehold.includes(register)) keys.household_no = `H${number}`;
  if (aboutPerson.includes(register)) keys.person_no = `P${number}`;
  if (isOwn && keyOf[register] !== undefined) keys[keyOf[register]] = subjectOf[kind](number);
  return Object.fromEntries(Object.entries({ ...keys, ...row }).map(([field, value]) => [field, filledIn(value, number)]));
}

/** Replaces the placeholders of a case's own keys. */
function filledIn(value: Value, number: string): Value {
  if (typeof value !== 'string') return Array.isArray(value) ? value.map((part) => String(filledIn(part, number))) : value;
  return value
    .replace('{S}', `522301A${number}`)
    .replace('{H}', `H${number}`)
    .replace('{P}', `P${number}`)
    .replace('{C}', `522301001${number}`)
    .replace('{N}', number);
}
