/** Who may do what, as a table of Markdown, written from the declaration of roles and permissions. */
import { type Permission, permissions } from '#catalog/permissions.ts';
import { everybodyMay, isRole, type RoleCode, roleOf, roles } from '#catalog/roles.ts';

const codes = Object.keys(roles) as RoleCode[];
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map((_, at) => (at === 0 ? '---' : ':-:'))), ...rows.map(line)].join('\n');

/** Two tables: roles with where they are given, what they give and how much they may send; and each permission with the roles that hold it. */
export function permissionTable(): string {
  const about = codes.map((code) => {
    const { zh, en, levels, ofDepartment, gives, uploads } = roleOf(code);
    return [
      `${zh} ${en} (\`${code}\`)`,
      levels.join(', '),
      ofDepartment ? 'yes' : '',
      uploads === undefined ? '' : `${uploads.megabytes} MB, ${uploads.atOnce} at once`,
      gives.filter(isRole).join(', '),
    ];
  });
  const held = (Object.keys(permissions) as Permission[]).map((name) => [
    `\`${name}\` ${permissions[name].zh}`,
    ...codes.map((code) => (everybodyMay.includes(name) || roleOf(code).may.includes(name) ? '●' : '')),
  ]);
  return [
    table(['role 角色', 'given for', 'of a department', 'uploads', 'gives'], about),
    table(['permission 权限', ...codes.map((code) => roleOf(code).zh)], held),
  ].join('\n\n');
}

const begins = '<!-- printed by ./anju roles --write from src/catalog/roles.ts and src/catalog/permissions.ts -->';
const ends = '<!-- end of what is printed -->';

/** A document with the tables in their place, between the two marks. */
export function withPermissionTable(document: string): string {
  const [start, end] = [document.indexOf(begins), document.indexOf(ends)];
  if (start < 0 || end < start) throw new Error('the document has no place for the table of permissions');
  return `${document.slice(0, start)}${begins}\n\n${permissionTable()}\n\n${document.slice(end)}`;
}
