/** `anju sample`: writes the make-believe prefecture as the spreadsheets that departments would send. */
import { InvalidArgumentError } from 'commander';
import { isoDay, todayInShanghai } from '#sample/days.ts';
import { earliestUntil, smallestPrefecture, writeSample } from '#sample/writeSample.ts';
import { type AddCommand, addCommand } from './command.ts';
import { readDay } from './day.ts';
import { type CommonOptions, printJson, say, startProgress } from './terminal.ts';

interface Options extends CommonOptions {
  readonly out: string;
  readonly people: number;
  readonly seed: number;
  readonly until?: string;
  readonly months: number;
  readonly faults?: boolean;
}

/** Reads the last day of the data: the story begins when everyone has moved in, and does not reach into the future. */
function readUntil(text: string): string {
  const day = readDay(text);
  if (day < earliestUntil || day > isoDay(todayInShanghai(Date.now())))
    throw new InvalidArgumentError(`请写 ${earliestUntil} 至今天之间的日期 · write a day from ${earliestUntil} to today`);
  return day;
}

/** Reads a whole number of at least `least`; another is wrong usage. */
const readWhole =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least)
      throw new InvalidArgumentError(`请写不小于 ${least} 的整数 · write a whole number of at least ${least}`);
    return value;
  };

export const command: AddCommand = (program) => {
  const sample = addCommand(program, 'sample', '生成虚构示例州的部门报表', "sample: the make-believe prefecture as departments' sheets")
    .requiredOption('--out <dir>', '写入的文件夹 · folder to write to')
    .option(
      '--people <n>',
      `人数，至少 ${smallestPrefecture} · number of people, at least ${smallestPrefecture.toLocaleString('en')}`,
      readWhole(smallestPrefecture),
      20_000,
    )
    .option('--seed <n>', '随机种子，同一种子结果相同 · the same seed gives the same prefecture', readWhole(0), 1)
    .option('--until <date>', '数据截止日，默认今天 · data up to this day, today by default', readUntil)
    .option('--months <n>', '历史月数 · months of history', readWhole(3), 13)
    .option('--faults', '混入少量真实报表中常见的错误 · spoil a few rows as in real sheets');
  sample.action(async (options: Options) => {
    const progress = startProgress('示例 sample', options);
    const started = Date.now();
    const manifest = await writeSample({ ...options, onProgress: ({ done, total, file }) => progress.at(done, total, file) }).finally(() =>
      progress.stop(),
    );
    const seconds = Math.round((Date.now() - started) / 100) / 10;
    const files = manifest.files.filter(({ file }) => file !== undefined).length;
    const rows = manifest.files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
    if (options.json)
      printJson({ out: options.out, until: manifest.until, people: manifest.people, files, rows, faults: manifest.faults?.length ?? 0, seconds });
    else {
      say(
        `已生成 ${manifest.people} 人的虚构示例州（截至 ${manifest.until}）：${files} 个文件、${rows} 行，用时 ${seconds} 秒。所有人员均为虚构。`,
        `Wrote a make-believe prefecture of ${manifest.people} people up to ${manifest.until}: ${files} files, ${rows} rows, in ${seconds} s. Nobody in it is real.`,
      );
    }
  });
};
