/** The rows of a register that count as of T, as sub-selects. */
import { registers } from '#catalog/catalog.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';

/** Which settlements' rows are read: of the slice alone, of all under which rows of the slice's people may lie, or of all there are. */
type Settlements = 'slice' | 'reach' | 'all';

const held: Readonly<Record<Settlements, string>> = {
  slice: 'settlement_code = any(:slice)',
  reach: 'settlement_code = any(:reach)',
  all: '',
};

const notMissing = '(missing_since is null or missing_since > :t)';

// The index of the history begins with the settlement: naming all of them lets it find that no version reaches beyond today.
const allSettlements = 'settlement_code = any(array(select code.settlement_code from settlement code))';

/** Rows of a state register: the current ones from their data date on, and the versions before that stood at T. */
export function rowsAsOf(register: RegisterName, columns: string, settlements: Settlements): string {
  const past = settlements === 'all' ? allSettlements : held[settlements];
  return `
    select ${columns} from ${register}
    where ${[held[settlements], `data_date <= :t and ${notMissing}`].filter(Boolean).join(' and ')}
    union all
    select ${columns} from ${register}_history
    where ${past} and data_date <= :t and valid_to > :t and ${notMissing}`;
}

/** Rows of a state register that name a subject by its number, wherever they lie: the current ones are found by the number's index. */
export function rowsByNumber(register: RegisterName, columns: string, number: string, subjects: string): string {
  const named = columns
    .split(', ')
    .map((column) => `r.${column}`)
    .join(', ');
  const standing = `r.data_date <= :t and ${notMissing.replaceAll('missing_since', 'r.missing_since')}`;
  return `
    select ${named} from ${subjects} join ${register} r using (${number})
    where ${standing}
    union all
    select ${named} from ${subjects} join ${register}_history r using (${number})
    where r.${allSettlements} and r.valid_to > :t and ${standing}`;
}

/** Rows of a register that serves several settlements, once for each that it serves (`served`): its home and those that it lists. */
export function rowsServing(register: RegisterName, columns: string): string {
  return `
    select ${columns}, served
    from (${rowsAsOf(register, `${columns}, settlement_code, settlement_codes`, 'all')}
    ) shared cross join unnest(array_remove(coalesce(settlement_codes, '{}'), settlement_code) || settlement_code) as served
    where served = any(:slice)`;
}

/** Rows of an event register whose date is on or before T, as now stored. */
export function eventRows(register: RegisterName, columns: string, settlements: Settlements, where = ''): string {
  return `
    select ${columns} from ${register}
    where ${[held[settlements], hasHappened(register), where].filter(Boolean).join(' and ')}`;
}

/** The date of a row of an event register compared with T, its time with M. */
function hasHappened(register: RegisterName): string {
  const { date, fields } = registers[register];
  if (!date) throw new Error(`${register} is no event register`);
  if ('lastDayOf' in date) return `${date.lastDayOf} <= :quarter`;
  if (date.elseFirstDayOfYear) return `coalesce(${date.field}, make_date(${date.elseFirstDayOfYear}, 1, 1)) <= :t`;
  return fields[date.field]?.kind.name === 'datetime' ? `${date.field} <= :m` : `${date.field} <= :t`;
}
