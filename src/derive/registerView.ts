/** The read-only view of a register: its fields without the sealed ones, and the dates and source of each row. */
import type { Register } from '#catalog/registers/register.ts';
import { commonColumns } from './registerTables.ts';
import type { View } from './view.ts';

/** View `bi.<register>` over the current rows. */
export function registerView(register: Register): View {
  const open = Object.entries(register.fields).filter(([, field]) => !field.kind.sealed);
  const common = commonColumns(register).filter(({ name }) => !(name in register.fields) && !['sheet', 'line', 'stored_at'].includes(name));
  return {
    name: register.name,
    zh: register.zh,
    columns: [...open.map(([name, field]) => ({ name, zh: field.zh })), ...common].map(({ name, zh }) => ({ name, zh, sql: name })),
    from: register.name,
  };
}
