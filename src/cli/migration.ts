/** `anju migration`: for developers, proposes the file that leads from the migrations to what is declared now. */
import { InvalidArgumentError } from 'commander';
import { declaredStructure } from '#features/declaredStructure.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import type { Fills } from '#platform/structure/alterColumn.ts';
import { proposeMigration, unwrittenSteps } from '#platform/structure/proposeMigration.ts';
import { withOwnScratch } from '#platform/structure/scratch.ts';
import { checkName, writeMigration } from '#platform/structure/writeMigration.ts';
import { type AddCommand, addCommand, calledAs } from './command.ts';
import { rewriteFirst } from './rewriteFirst.ts';
import { type CommonOptions, printJson, say } from './terminal.ts';

interface MigrationOptions extends CommonOptions {
  readonly why?: string;
  readonly drop?: boolean;
  readonly fill: Fills;
  readonly afresh?: boolean;
}

export const command: AddCommand = (program) => {
  addCommand(
    program,
    'migration [name]',
    '比较结构文件与声明，写出缺少的结构文件（开发用）',
    'compare the migrations with what is declared and write the one that is missing (for developers)',
  )
    .option('--why <sentence>', '文件开头的一句话：为什么 · the sentence of why at the head of the file')
    .option('--fill <column=sql>', '已有的行在该列取什么值，可重复 · what the rows that stand get in a column; may be repeated', addFill, {})
    .option('--drop', '删除不再声明的表和列及其数据 · drop tables and columns that nothing declares any more, with their data')
    .option('--afresh', '重写第一个文件（只用于从未发布的版本） · rewrite the first file, only for what was never released')
    .action(async (name: string | undefined, options: MigrationOptions, self) => {
      if (options.afresh) return rewriteFirst(options);
      const title = { name: name ?? 'declared-changes', why: options.why };
      checkName(title);
      const folder = projectPath('migrations');
      const { drop = false, fill: fills } = options;
      const proposal = await withOwnScratch(calledAs(self, options), (empty) => proposeMigration({ empty, folder, drop, fills }, declaredStructure));
      const { lines, byHand, keeps, drops } = proposal;
      const file = lines.length === 0 ? undefined : `migrations/${writeMigration(folder, title, proposal)}`;
      const unwritten = unwrittenSteps(folder);
      if (unwritten.length > 0) process.exitCode = 1;
      if (options.json) return printJson({ file: file ?? null, steps: lines.length, byHand, unwritten, keeps, drops });
      if (file === undefined && unwritten.length > 0)
        return say(
          `结构与声明一致，但结构文件中还有 ${unwritten.length} 处标着 -- by hand，须写好并删去标记。`,
          `The structure is as declared, but the migrations hold steps marked -- by hand (${unwritten.length}): write them and take the mark away.`,
        );
      if (file === undefined) return say('结构文件与声明一致，没有写入文件。', 'The migrations make what is declared; nothing was written.');
      say(`已写入 ${file}：${lines.length} 步。请读一遍再提交。`, `Wrote ${file}: ${lines.length} steps. Read it before you commit it.`);
      if (keeps.length > 0)
        say(
          `不再声明、但保留数据：${keeps.join('、')}。如是改名，请把这一步手工改成 rename；确要删除请用 --drop。`,
          `Declared no more, and kept with their data: ${keeps.join(', ')}. Where it is a new name, write \`rename\` by hand; --drop drops them.`,
        );
      if (drops.length > 0) say(`删除，数据随之消失：${drops.join('、')}。`, `Dropped, with what lies in them: ${drops.join(', ')}.`);
      for (const { zh, en } of byHand) say(`须手工完成：${zh}。`, `To be written by hand: ${en}.`);
    });
};

function addFill(text: string, fills: Fills): Fills {
  const [, column, value] = /^([^=\s]+)=(.+)$/s.exec(text) ?? [];
  if (column === undefined || value === undefined) throw new InvalidArgumentError('household.new_column=SQL');
  return { ...fills, [column]: value };
}
