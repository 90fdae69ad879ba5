/** Writes the template of a register: the headers that departments fill in, lists to choose from, and a note on each header. */
import type { Writable } from 'node:stream';
import { codeLists } from '#catalog/catalog.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { SheetColumn } from '#platform/files/write/sheetXml.ts';
import { writeWorkbook } from '#platform/files/write/writeWorkbook.ts';

/** Lists up to this length are offered as a drop-down. */
const longestList = 60;

/** Columns of people without a number: they are found by name, date of birth and household. */
const withoutNumber: readonly SheetColumn[] = [
  { header: '出生日期', width: 14, note: '无证件号码的人员填写，与姓名、户编号一起核对 · for people without a number' },
  { header: '户编号', width: 20, note: '无证件号码的人员填写 · for people without a number' },
];

function noteOf(field: Field): string {
  const need = field.required === 'yes' ? '必填 required' : '选填 optional';
  const also = field.aliases.length > 0 ? `也认:${field.aliases.slice(0, 4).join('、')}` : '';
  return [`${field.kind.zh} ${field.kind.en}, ${need}`, also, field.en].filter(Boolean).join('\n');
}

function columnsOfField(field: Field): SheetColumn[] {
  const labels = field.codes ? codeLists[field.codes].entries.map((entry) => entry.zh) : [];
  const column: SheetColumn = {
    header: field.zh,
    width: Math.max(12, field.zh.length * 2 + 4),
    note: noteOf(field),
    required: field.required === 'yes',
    ...(field.kind.name === 'code' && labels.length <= longestList && { list: labels }),
  };
  const [name] = field.nameHeaders;
  return name ? [column, { header: name, width: 12, note: '与号码核对，不单独存储 · compared with the number' }] : [column];
}

/** The columns of a register's template, in the order of its fields; what the platform fills in itself is left out. */
export function templateColumns(register: Register): SheetColumn[] {
  const stated = Object.values(register.fields).filter((field) => field.calc === undefined && !(field.auto && 'workflow' in field.auto));
  const columns = stated.flatMap(columnsOfField);
  const aboutPeople = Object.entries(register.fields).some(([name, field]) => field.target === 'person' && register.key.includes(name));
  const more = aboutPeople ? withoutNumber.filter((column) => !columns.some((one) => one.header === column.header)) : [];
  return [...columns, ...more, { header: '数据日期', width: 14, note: '本行数据截至的日期，空为导入时所填 · date for which the row is true' }];
}

/** Writes the template as a workbook with no rows. */
export async function writeTemplate(register: Register, target: Writable): Promise<void> {
  await writeWorkbook(target, {
    sheets: [{ name: register.zh.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), columns: templateColumns(register), rows: [] }],
  });
}
