/** How values of PostgreSQL arrive in JavaScript: days and money as text, moments with their offset, whole numbers as numbers. */
import pg from 'pg';

type Parser = (text: string) => unknown;

const oid = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, interval: 1186, numeric: 1700 } as const;
const arrayOid = { int8: 1016, date: 1182, timestamp: 1115, timestamptz: 1185, interval: 1187, numeric: 1231 } as const;
const textArrayOid = 1009;

const scalarParsers: Record<keyof typeof oid, Parser> = {
  int8: readWholeNumber,
  date: (text) => text,
  timestamp: (text) => text.replace(' ', 'T'),
  timestamptz: readMoment,
  interval: (text) => text,
  numeric: (text) => text,
};

const parsers = new Map<number, Parser>();
for (const name of Object.keys(oid) as (keyof typeof oid)[]) {
  const parse = scalarParsers[name];
  const readTexts = pg.types.getTypeParser(textArrayOid as number) as (text: string) => unknown[];
  parsers.set(oid[name], parse);
  parsers.set(arrayOid[name], (text) => mapNested(readTexts(text), parse));
}

/** The parsers of a connection: date 'YYYY-MM-DD', timestamptz '2024-03-05T10:00:00+08:00', numeric text, int8 number. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(type)) || pg.types.getTypeParser(type, format as 'text')) as typeof pg.types.getTypeParser,
};

function readWholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`whole number ${text} is beyond 2^53; cast it to text in the query`);
  return value;
}

function readMoment(text: string): string {
  return text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
}

function mapNested(value: unknown, parse: Parser): unknown {
  if (Array.isArray(value)) return value.map((element) => mapNested(element, parse));
  return value === null ? null : parse(value as string);
}
