/** SQL of the rows of a register that count as of a day: the versions that stood, or the events that had happened, with later dates read as empty. */
import type { EventDate, Register } from '#catalog/registers/register.ts';

/** SQL of the date of a row of an event register. */
export function eventDateSql(date: EventDate, row: string): string {
  if ('lastDayOf' in date) {
    const quarter = `${row}.${date.lastDayOf}`;
    return `(make_date(left(${quarter}, 4)::integer, 3 * right(${quarter}, 1)::integer, 1) + interval '1 month')::date - 1`;
  }
  const field = `${row}.${date.field}`;
  return date.elseFirstDayOfYear ? `coalesce(${field}, make_date(${row}.${date.elseFirstDayOfYear}, 1, 1))` : `(${field})::date`;
}

/** A column as formulas read it: a sealed field as its blind index, a later date of an event as empty. */
function columnAsOf(register: Register, name: string, dayEnd: string): string {
  const field = register.fields[name];
  if (!field) return name;
  if (field.kind.sealed) return `encode(${name}_index, 'hex') as ${name}`;
  const ownDate = register.date && 'field' in register.date ? register.date.field : undefined;
  const dated = field.kind.name === 'date' || field.kind.name === 'datetime';
  if (register.mode === 'event' && dated && name !== ownDate && !(register.name === 'appeal' && name === 'due_at')) {
    return `case when ${name} < ${dayEnd} then ${name} end as ${name}`;
  }
  return name;
}

/** SQL of a select with all fields of a register and its settlement, as of the day (YYYY-MM-DD): for formulas over whole registers. */
export function registerAsOf(register: Register, day: string): string {
  const end = `(date '${day}' + 1)`;
  const names = [...new Set([...Object.keys(register.fields), 'settlement_code'])];
  const columns = names.map((name) => columnAsOf(register, name, end)).join(', ');
  if (register.mode === 'event') {
    if (!register.date) throw new Error(`event register ${register.name} names no date`);
    return `select ${columns} from ${register.name} where ${eventDateSql(register.date, register.name)} <= date '${day}'`;
  }
  const present = `data_date <= date '${day}' and (missing_since is null or missing_since > date '${day}')`;
  return `select ${columns} from ${register.name} where ${present}
    union all select ${columns} from ${register.name}_history where ${present} and valid_to > date '${day}'`;
}
