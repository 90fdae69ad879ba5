/** `anju glossary`: prints the words of the trade; for developers, writes them into docs/glossary.md. */
import { writeFileSync } from 'node:fs';
import { terms } from '#catalog/terms.ts';
import { printedTerms } from '#derive/printedTerms.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { type AddCommand, addCommand } from './command.ts';
import { type CommonOptions, print, printJson, say } from './terminal.ts';

interface GlossaryOptions extends CommonOptions {
  readonly write?: boolean;
}

export const command: AddCommand = (program) => {
  addCommand(program, 'glossary', '名词解释', 'print the glossary')
    .option('--write', '写入 docs/glossary.md（开发用） · write it into docs/glossary.md (for developers)')
    .action(({ json, write }: GlossaryOptions) => {
      if (write) writeFileSync(projectPath('docs', 'glossary.md'), printedTerms());
      if (json) printJson({ terms });
      else if (write) say('已写入 docs/glossary.md。', 'Wrote docs/glossary.md.');
      else print(printedTerms());
    });
};
