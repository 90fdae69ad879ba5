/** `anju roles`: prints who may do what, from the declaration; for developers, writes it into docs/security.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { permissionTable, withPermissionTable } from '#derive/permissionTable.ts';
import { roles } from '#catalog/roles.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { type AddCommand, addCommand } from './command.ts';
import { type CommonOptions, print, printJson, say } from './terminal.ts';

const document = projectPath('docs', 'security.md');

interface RolesOptions extends CommonOptions {
  readonly write?: boolean;
}

export const command: AddCommand = (program) => {
  addCommand(program, 'roles', '列出各角色的权限', 'print what each role may do')
    .option('--write', '写入 docs/security.md（开发用） · write it into docs/security.md (for developers)')
    .action(({ json, write }: RolesOptions) => {
      if (write) writeFileSync(document, withPermissionTable(readFileSync(document, 'utf8')));
      if (json) printJson({ roles });
      else if (write) say('已写入 docs/security.md。', 'Wrote docs/security.md.');
      else print(`${permissionTable()}\n`);
    });
};
