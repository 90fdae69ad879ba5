/** The read-only view of a register: its fields without the sealed ones, and the dates and source of each row. */
import type { Register } from '#catalog/registers/register.ts';
import type { View } from './view.ts';

/** View `bi.<register>` over the current rows. */
export function registerView(register: Register): View {
  const open = Object.entries(register.fields).filter(([, field]) => !field.kind.sealed);
  const common = [
    ...('settlement_code' in register.fields ? [] : [{ name: 'settlement_code', zh: '安置点' }]),
    { name: 'data_date', zh: '数据日期' },
    ...(register.mode === 'state' ? [{ name: 'missing_since', zh: '缺席起始日期' }] : []),
    { name: 'import_id', zh: '来源导入' },
  ];
  return {
    name: register.name,
    zh: register.zh,
    columns: [...open.map(([name, field]) => ({ name, zh: field.zh })), ...common].map((column) => ({ ...column, sql: column.name })),
    from: register.name,
  };
}
