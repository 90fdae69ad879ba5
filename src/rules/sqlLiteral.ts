/** Writes a value as PostgreSQL text of exactly its rule type, so that 1.1 is a double precision and never a numeric. */
import type { RuleType, RuleValue } from './rule.ts';

const sqlTypes: Readonly<Record<RuleType, string>> = { bool: 'boolean', int: 'integer', double: 'float8' };

/** `value` as SQL: `true`, `30`, `1.1::float8`; null keeps its type. */
export function sqlLiteral(value: RuleValue, type: RuleType): string {
  if (value === null) return `NULL::${sqlTypes[type]}`;
  if (type === 'bool' ? typeof value !== 'boolean' : typeof value !== 'number' || !Number.isFinite(value))
    throw new TypeError(`${value} is no ${type}`);
  if (type === 'int' && !Number.isInteger(value)) throw new TypeError(`${value} is no int`);
  if (type !== 'double') return String(value);
  return `${Number.isInteger(value) ? Number(value).toFixed(1) : value}::float8`;
}
