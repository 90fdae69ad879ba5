/** `anju lifecycles`: prints the states and moves of everything that is handled; for developers, writes them into docs/lifecycles.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { lifecycles } from '#catalog/lifecycles/lifecycles.ts';
import { printedLifecycles, withLifecycles } from '#derive/lifecycleDiagram.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { type AddCommand, addCommand } from './command.ts';
import { type CommonOptions, print, printJson, say } from './terminal.ts';

const document = projectPath('docs', 'lifecycles.md');

interface LifecyclesOptions extends CommonOptions {
  readonly write?: boolean;
}

export const command: AddCommand = (program) => {
  addCommand(program, 'lifecycles', '列出预警、工单等的办理流程', 'print how warnings, work orders and the like are handled')
    .option('--write', '写入 docs/lifecycles.md（开发用） · write it into docs/lifecycles.md (for developers)')
    .action(({ json, write }: LifecyclesOptions) => {
      if (write) writeFileSync(document, withLifecycles(readFileSync(document, 'utf8')));
      if (json) printJson({ lifecycles });
      else if (write) say('已写入 docs/lifecycles.md。', 'Wrote docs/lifecycles.md.');
      else print(`${printedLifecycles()}\n`);
    });
};
