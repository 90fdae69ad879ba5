/** Checks one register: its key, its dates, its headers, its departments, and the code lists and registers that its fields name. */
import { registerNames } from '#catalog/catalog.ts';
import { codeListNames } from '#catalog/codes/codeListNames.ts';
import { departments } from '#catalog/departments.ts';
import type { Register } from '#catalog/registers/register.ts';
import { type Fault, noSuch, type Written } from './fault.ts';

type Spot = Omit<Fault, 'file'>;

/** Where a register is declared: its file is called as the register. */
export const fileOfRegister = (name: string): string =>
  `src/catalog/registers/${name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}.ts`;

/** The faults of a register, each with the file and the spot in the declaration. */
export function checkRegister(register: Register): Fault[] {
  const spots: Spot[] = [
    ...checkHeaders(register),
    ...checkNames(register),
    ...(register.mode === 'event' && !register.date ? [{ where: 'date', zh: '事件台账未指明日期。', en: 'An event register names no date.' }] : []),
  ];
  return spots.map((spot) => ({ ...spot, file: fileOfRegister(register.name), where: `registers.${register.name}.${spot.where}` }));
}

/** A header form must not stand for two fields of one register, except the name columns of references. */
function checkHeaders(register: Register): Spot[] {
  const headers = Object.entries(register.fields).flatMap(([name, field]) =>
    [...new Set([field.zh, ...field.aliases])].map((header) => ({ header, name })),
  );
  return headers
    .filter((entry, index) => headers.some((other, at) => at < index && other.header === entry.header && other.name !== entry.name))
    .map(({ header, name }) => ({ where: name, zh: `列标题“${header}”对应两个字段。`, en: `Header “${header}” stands for two fields.` }));
}

function checkNames(register: Register): Spot[] {
  const fields = { kind: { zh: '字段', en: 'field' }, names: Object.keys(register.fields) };
  const named: (Written & { readonly where: string })[] = [
    ...register.key.map((name, index) => ({ ...fields, where: `key[${index}]`, name })),
    ...register.settlementVia.map((name, index) => ({ ...fields, where: `settlementVia[${index}]`, name })),
    ...register.departments.map((name, index) => ({
      where: `departments[${index}]`,
      kind: { zh: '部门', en: 'department' },
      name,
      names: Object.keys(departments),
    })),
    ...Object.entries(register.fields).flatMap(([field, { codes, target }]) => [
      ...(codes === undefined ? [] : [{ where: field, kind: { zh: '代码表', en: 'code list' }, name: codes, names: codeListNames }]),
      ...(target === undefined ? [] : [{ where: field, kind: { zh: '台账', en: 'register' }, name: target, names: registerNames }]),
    ]),
  ];
  return named.filter(({ name, names }) => !names.includes(name)).map(({ where, ...written }) => ({ where, ...noSuch(written) }));
}
