/** `anju undo`: takes an import back, after showing what that means. */
import { createInterface } from 'node:readline/promises';
import { previewUndo, undoImport, type UndoReport } from '#features/imports/undoImport.ts';
import { defineProblems } from '#platform/problems/problem.ts';
import { InvalidArgumentError } from 'commander';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { type CommonOptions, printJson, say } from './terminal.ts';
import { withHouse } from './withHouse.ts';

const problems = defineProblems('undo', {
  'not-agreed': {
    kind: 'invalid',
    zh: '没有撤销：这里没有人可以回答。确认要撤销的，请加 --yes。',
    en: 'Nothing was taken back: nobody can answer here. Add --yes to take it back without a question.',
  },
});

interface Options extends CommonOptions {
  readonly preview?: boolean;
  readonly yes?: boolean;
}

export const command: AddCommand = (program) => {
  const undo = addCommand(program, 'undo', '撤销一次导入（先给出影响清单）', 'take an import back (shows first what that means)')
    .argument('<import>', '导入号 · number of the import', readNumber)
    .option('--preview', '只看影响，不撤销 · only show what it would do')
    .option('--yes', '不再询问 · do not ask');
  undo.action((id: number, options: Options) =>
    withHouse(undo, options, async (house) => {
      const importHouse = { ...house, dataFolder: house.settings.dataFolder, actor: commandActor() };
      if (!options.json || options.preview) {
        const preview = await previewUndo(importHouse, id);
        if (options.json) return printJson(preview);
        tell(preview);
        if (options.preview || !(options.yes || (await agrees()))) return;
      }
      const report = await undoImport(importHouse, id);
      if (options.json) printJson(report);
      else say(`已撤销导入 ${id}。`, `Import ${id} has been taken back.`);
    }),
  );
};

function readNumber(text: string): number {
  const id = Number(text);
  if (!Number.isInteger(id) || id < 1) throw new InvalidArgumentError('请写导入号 · write the number of an import');
  return id;
}

/** Asks where a person can answer; a script says beforehand what it wants. */
async function agrees(): Promise<boolean> {
  if (process.stdin.isTTY !== true) throw problems['not-agreed']();
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question('撤销？ Take it back? [y/N] ').finally(() => asking.close());
  return /^(y|yes|是)$/i.test(answer.trim());
}

function tell(report: UndoReport): void {
  say(
    `导入 ${report.import}（${report.file ?? report.register}，${report.dataDate}）：移除 ${report.removed} 行，恢复 ${report.returned} 行，撤回报送 ${report.deliveries} 条，依据它的预警 ${report.warnings} 条。`,
    `Import ${report.import} (${report.file ?? report.register}, ${report.dataDate}): ${report.removed} rows go, ${report.returned} return, ${report.deliveries} deliveries go, ${report.warnings} warnings rest on it.`,
  );
  if (report.keptCount > 0) say(`以下 ${report.keptCount} 行之后又被更新，保持不变：`, `${report.keptCount} rows were changed since and stay:`);
  for (const row of report.kept)
    say(
      `  ${row.key}（导入 ${row.import}，${row.dataDate}，第 ${row.line} 行）`,
      `  ${row.key} (import ${row.import}, ${row.dataDate}, row ${row.line})`,
    );
  for (const { register, rows } of report.references)
    say(`  台账 ${register} 有 ${rows} 行引用将被移除的行。`, `  ${rows} rows of ${register} refer to rows that go.`);
}
