/** Open work of imports: whole lists that wait for a second person, and rows that wait for their person or household. */
import { registers } from '#catalog/catalog.ts';
import { roleOf } from '#catalog/roles.ts';
import type { PostHolder, WorkSource } from '#features/accounts/openWork.ts';
import sql from 'sql-template-tag';

const zhOf = (register: string): string => Object.values(registers).find(({ name }) => name === register)?.zh ?? register;
const enOf = (register: string): string => Object.values(registers).find(({ name }) => name === register)?.en ?? register;

/** Registers that the post answers for: those of its departments, or all where no department is named. */
function registersOf({ grants }: PostHolder): string[] {
  const departments = grants.filter(({ role }) => roleOf(role).may.includes('imports.create')).map(({ department }) => department);
  return Object.values(registers)
    .filter((register) => departments.some((department) => department === null || register.departments.includes(department)))
    .map(({ name }) => name);
}

export const importsAsWork: readonly WorkSource[] = [
  {
    kind: 'imports-waiting',
    zh: '待复核的导入',
    en: 'Imports that wait for a second person',
    list: async (database, { login, name, grants, settlements }) => {
      const mayConfirm = grants.some(({ role }) => roleOf(role).may.includes('imports.confirm'));
      const rows = await database.query<{ import_id: number; register: string; data_date: string }>(sql`
        select import_id, register, data_date from import_run
        where state = 'waiting' and (stated_by = ${`${name}（${login}）`} or (${mayConfirm} and settlements && ${[...settlements]}::text[])) order by import_id`);
      return rows.map(({ import_id: id, register, data_date: day }) => ({
        zh: `导入 ${id}：${zhOf(register)}，${day}`,
        en: `import ${id}: ${enOf(register)}, ${day}`,
      }));
    },
  },
  {
    kind: 'aside-rows',
    zh: '待匹配的行',
    en: 'Rows that wait for their person',
    list: async (database, holder) => {
      const rows = await database.query<{ import_id: number; register: string; rows: number }>(sql`
        select import_id, aside_row.register, count(*)::integer as rows from aside_row join import_run using (import_id)
        where aside_row.register = any(${registersOf(holder)}::text[]) and settlements && ${[...holder.settlements]}::text[]
        group by 1, 2 order by 1`);
      return rows.map(({ import_id: id, register, rows: count }) => ({
        zh: `导入 ${id}：${zhOf(register)}，${count} 行`,
        en: `import ${id}: ${enOf(register)}, ${count} rows`,
      }));
    },
  },
];
