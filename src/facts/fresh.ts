/** Which registers have spoken for a settlement of late: a register that is silent makes its facts unknown. */
import { registers } from '#catalog/catalog.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { textLiteral } from '#derive/literal.ts';

/** A sub-select with one row a settlement of the slice and one column a register: true when it was delivered within its window. */
export function freshRegisters(names: readonly RegisterName[]): string {
  const columns = names.map(
    (name) => `:even_silent or exists (
      select from register_feed feed
      where feed.register = ${textLiteral(name)} and feed.settlement_code = place.settlement_code
        and feed.data_date > :t - ${registers[name].staleAfterDays} and feed.data_date <= :t) as ${name}`,
  );
  return `
    select ${['place.settlement_code', ...columns].join(',\n    ')}
    from unnest(:slice) as place (settlement_code)`;
}

/** The value when these registers are fresh for the subject's settlement, else unknown. */
export function whenFresh(names: RegisterName | readonly RegisterName[], value: string): string {
  const spoken = [names].flat().map((name) => `fresh.${name}`);
  return `case when ${spoken.join(' and ')} then ${value} end`;
}
