/** The health of the data: for each register and settlement the last delivery, and since when it is late. */
import { registers } from '#catalog/catalog.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { RowCountsOf } from '#features/registers/countRows.ts';
import sql from 'sql-template-tag';
import type { DataHealth } from './contract.ts';

interface DeliveryRow {
  register: string;
  settlement_code: string;
  last: string;
  nil: boolean;
}

/** Registers that departments deliver. */
const all = Object.values(registers).filter((register) => !['register_feed', 'warning_case', 'reference_series'].includes(register.name));

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const dayAfter = (day: string, days: number): string => new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10);

/** Deliveries as of a day, register by register in their order. */
export async function viewDataHealth(database: ScopedDatabase, asOf: string, countsOf: RowCountsOf): Promise<DataHealth> {
  const delivered = all.filter((register) => database.forRegister(register) !== undefined);
  const settlements = await database.query<{ code: string; name: string }>(sql`
    select settlement_code as code, settlement_name as name from settlement where ${database.within('settlement_code')} order by settlement_code`);
  const last = await database.query<DeliveryRow>(sql`
    select distinct on (register, settlement_code) register, settlement_code, data_date as last, coalesce(nil, false) as nil
    from register_feed where ${database.within('settlement_code')} and data_date <= ${asOf}::date
    order by register, settlement_code, data_date desc`);
  const counts = await countsOf(database, delivered);
  const deliveryOf = new Map(last.map((row) => [`${row.register}/${row.settlement_code}`, row]));
  return {
    asOf,
    settlements,
    registers: delivered.map((register) => {
      const deliveries = settlements.map(({ code }) => {
        const row = deliveryOf.get(`${register.name}/${code}`);
        const staleSince = row ? dayAfter(row.last, register.staleAfterDays) : null;
        const late = staleSince === null || staleSince <= asOf;
        return { last: row?.last ?? null, nil: row?.nil ?? false, late, staleSince: late ? staleSince : null };
      });
      return {
        name: register.name,
        zh: register.zh,
        en: register.en,
        departments: [...register.departments],
        every: register.every,
        staleAfterDays: register.staleAfterDays,
        rows: counts.get(register.name)?.rows ?? 0,
        missingRows: counts.get(register.name)?.missing ?? 0,
        late: deliveries.filter((delivery) => delivery.late && delivery.last !== null).length,
        never: deliveries.filter((delivery) => delivery.last === null).length,
        deliveries,
      };
    }),
  };
}
