/** `anju import`: departments' spreadsheets in. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Option } from 'commander';
import { importPaths, type SharedOrder } from '#features/imports/importPaths.ts';
import { importProblems } from '#features/imports/problems.ts';
import type { ImportReport } from '#features/imports/report.ts';
import { reportNil } from '#features/imports/reportNil.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { readDay } from './day.ts';
import { type CommonOptions, printJson, say, startProgress } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface Options extends CommonOptions {
  readonly register?: string;
  readonly dataDate?: string;
  readonly mode: 'changes' | 'full';
  readonly covers?: string[];
  readonly dryRun?: boolean;
  readonly marked?: string;
  readonly map?: string;
  readonly alsoOthers?: boolean;
  readonly confirm?: boolean;
  readonly nil?: boolean;
  readonly all?: boolean;
}

/** Problems of one file that are shown on the terminal; all of them stand in the marked workbook and with `--json`. */
const shownOnTerminal = 20;

export const command: AddCommand = (program) => {
  const importCommand = addCommand(
    program,
    'import',
    '导入部门表格（文件，或带 manifest.json 的文件夹）',
    'import spreadsheets (files, or a folder with a manifest.json)',
  )
    .argument('[files...]', '文件或文件夹 · files or folders')
    .option('--register <name>', '台账，默认按列标题识别 · the register, recognised from the headers by default')
    .option('--data-date <date>', '数据日期，默认今天 · the date for which the data are true, today by default', readDay)
    .addOption(new Option('--mode <mode>', '变更，或全量名单 · changes, or the whole list').choices(['changes', 'full']).default('changes'))
    .option('--covers <code...>', '声明覆盖的安置点 · settlements that the file answers for')
    .option('--dry-run', '只检查，不入库 · check only, store nothing')
    .option('--marked <file>', '把有问题的单元格标红，写成这个工作簿 · write the workbook with the bad cells marked')
    .option('--map <file>', '列标题对应表（JSON：{"列标题": "字段"}）· what unknown headers mean')
    .option('--also-others', '名单含非搬迁人员 · the list holds other people too')
    .option('--confirm', '第二人已复核全量名单的减少 · a second person has confirmed what a full list drops')
    .option('--nil', '零报告：本台账无内容可报；用 --covers 或 --all 指明安置点 · nil report: nothing to report, for --covers or --all')
    .option('--all', '零报告记到全部安置点 · the nil report is for all settlements');
  importCommand.action((files: string[], options: Options) => {
    if (options.nil ? !options.register || files.length > 0 : files.length === 0) {
      importCommand.error(options.nil ? '零报告要有 --register，不要文件 · a nil report takes --register and no file' : '请给出文件 · name a file', {
        exitCode: 2,
      });
    }
    const missing = files.filter((file) => !existsSync(file));
    if (missing.length > 0)
      importCommand.error(`没有这个文件或文件夹：${missing.join('、')} · there is no such file or folder: ${missing.join(', ')}`, { exitCode: 2 });
    return withHouse(importCommand, options, async (house) => {
      const importHouse = { ...house, dataFolder: house.settings.dataFolder, actor: commandActor() };
      const reports: ImportReport[] = [];
      if (options.nil) {
        reports.push(
          await reportNil(importHouse, {
            register: options.register ?? '',
            ...(options.dataDate && { dataDate: options.dataDate }),
            ...(options.covers && { covers: options.covers }),
            ...(options.all && { isForAll: true }),
          }),
        );
        if (!options.json) tellNil(reports);
      } else {
        const progress = startProgress('导入 import', options);
        try {
          const order = await orderOf(options);
          for await (const report of importPaths(importHouse, files, order, ({ file, done, of, rows }) =>
            progress.at(done, of, rows > 0 ? `${file} ${rows}` : file),
          )) {
            reports.push(report);
            if (!options.json) tell(report);
          }
        } finally {
          progress.stop();
        }
      }
      if (options.json) printJson(reports);
      else if (reports.length > 1) tellSum(reports);
      if (reports.some((report) => report.refused > 0 || report.problem !== null || report.state === 'refused' || report.state === 'waiting'))
        process.exitCode = 1;
    });
  });
};

async function orderOf({ register, dataDate, mode, covers, dryRun, marked, map, alsoOthers, confirm }: Options): Promise<SharedOrder> {
  return {
    mode,
    ...(register && { register }),
    ...(dataDate && { dataDate }),
    ...(covers && { covers }),
    ...(dryRun && { dryRun }),
    ...(marked && { marked }),
    ...(alsoOthers && { alsoOthers }),
    ...(confirm && { confirmedBy: 'second person' }),
    ...(map && { mapping: await readMap(map) }),
  };
}

async function readMap(path: string): Promise<Record<string, string | null>> {
  try {
    const map: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (
      typeof map === 'object' &&
      map !== null &&
      !Array.isArray(map) &&
      Object.values(map).every((field) => field === null || typeof field === 'string')
    ) {
      return map as Record<string, string | null>;
    }
  } catch (cause) {
    throw importProblems['map-invalid']({ file: path }, { cause });
  }
  throw importProblems['map-invalid']({ file: path });
}

function tell(report: ImportReport): void {
  const { file, register, dataDate, added, changed, unchanged, refused, aside, problem } = report;
  const name = file ?? register ?? '';
  if (problem) say(`${name}：${problem.zh}`, `${name}: ${problem.en}`);
  const hint = problem && hints[problem.code];
  if (hint) say(`  ${hint.zh}`, `  ${hint.en}`);
  if (!problem) {
    say(
      `${name}（${register}，${dataDate}${report.import ? `，导入 ${report.import}` : ''}）：新增 ${added}，变更 ${changed}，未变 ${unchanged}，退回 ${refused}，待匹配 ${aside}`,
      `${name} (${register}, ${dataDate}${report.import ? `, import ${report.import}` : ''}): ${added} added, ${changed} changed, ${unchanged} unchanged, ${refused} refused, ${aside} put aside`,
    );
  }
  for (const note of report.notes) say(`  ${note.zh}`, `  ${note.en}`);
  for (const one of report.problems.slice(0, shownOnTerminal)) {
    const cell = one.column ? ` ${one.column}${one.row}` : '';
    const header = one.header ? ` ${one.header}` : '';
    say(`  第 ${one.row} 行${cell}${header}：${one.zh}`, `  row ${one.row}${cell}${header}: ${one.en}`);
  }
  const more = report.problemCount - Math.min(report.problems.length, shownOnTerminal);
  if (more > 0) say(`  还有 ${more} 处问题（--json 或 --marked 查看全部）`, `  ${more} more problems (--json or --marked shows all)`);
}

function tellNil(reports: readonly ImportReport[]): void {
  for (const { register, dataDate, import: number, settlements } of reports)
    say(
      `已记零报告（${register}，${dataDate}，导入 ${number}），涉及 ${settlements.length} 个安置点：${settlements.join('、')}`,
      `Nil report recorded (${register}, ${dataDate}, import ${number}); settlements (${settlements.length}): ${settlements.join(', ')}`,
    );
}

function tellSum(reports: readonly ImportReport[]): void {
  const sum = (pick: (report: ImportReport) => number): number => reports.reduce((total, report) => total + pick(report), 0);
  const [added, changed, unchanged, refused, aside] = [
    sum((r) => r.added),
    sum((r) => r.changed),
    sum((r) => r.unchanged),
    sum((r) => r.refused),
    sum((r) => r.aside),
  ];
  say(
    `共 ${reports.length} 次导入：新增 ${added}，变更 ${changed}，未变 ${unchanged}，退回 ${refused}，待匹配 ${aside}。`,
    `${reports.length} imports: ${added} added, ${changed} changed, ${unchanged} unchanged, ${refused} refused, ${aside} put aside.`,
  );
}

/** How the command line answers what a screen asks with a page. */
const hints: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'imports.register-not-recognised': {
    zh: '用 --register 指明台账，用 --map 指明各列。',
    en: 'Name the register with --register and the columns with --map.',
  },
  'imports.register-ambiguous': { zh: '用 --register 指明台账。', en: 'Name the register with --register.' },
  'imports.two-columns': { zh: '在 --map 文件中把不用的一列写成 null。', en: 'Write null for the column that is not used in the --map file.' },
};
