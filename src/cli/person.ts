/** `anju person`: the rights of persons over their data, from the terminal of the server. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Asker, askers, type ErasureGround, erasureGrounds, rightKinds, rightStates } from '#catalog/personRights.ts';
import { wholeScope, scoped } from '#features/areas/scope.ts';
import { correctPerson } from '#features/personRights/correctPerson.ts';
import { askErasure, confirmErasure, planErasure } from '#features/personRights/erasePerson.ts';
import { exportPerson } from '#features/personRights/exportPerson.ts';
import { findPersonNo } from '#features/personRights/findPerson.ts';
import { finishErasures } from '#features/personRights/finishErasures.ts';
import { liftRestriction, restrictPerson } from '#features/personRights/restrictPerson.ts';
import { listRights, type Request, type RightsHouse } from '#features/personRights/rights.ts';
import { viewPerson } from '#features/personRights/viewPerson.ts';
import type { Machine } from '#platform/machine.ts';
import { resolve } from 'node:path';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { readDay } from './day.ts';
import { type CommonOptions, print, printJson, say } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface AskOptions extends CommonOptions {
  readonly asker: Asker;
  readonly purpose: string;
  readonly proof?: string;
}

const houseOf = (machine: Machine): RightsHouse => ({ ...machine, dataFolder: machine.settings.dataFolder, actor: commandActor() });
const askedBy = ({ asker, purpose, proof }: AskOptions): Request => ({ asker, purpose, ...(proof !== undefined && { proof }) });

const withAsker = (command: Command): Command =>
  command
    .addOption(new Option('--asker <who>', '请求人 · who asks').choices(Object.keys(askers)).default('self'))
    .requiredOption('--purpose <text>', '事由（不写姓名和号码）· why, without names and numbers')
    .option('--proof <text>', '证明材料（不是本人提出时必填）· the proof shown, where it is not the person');

const groundOption = (): Option =>
  new Option('--ground <ground>', '删除依据（《个人信息保护法》第四十七条）· the ground (art. 47)')
    .choices(Object.keys(erasureGrounds))
    .makeOptionMandatory();

export const command: AddCommand = (program) => {
  const person = program
    .command('person')
    .description('个人信息权利：查阅、更正、限制、删除 · rights of persons: copy, correction, restriction, erasure')
    .helpOption('-h, --help', '显示帮助 · show this help');
  withAsker(addCommand(person, 'export <person>', '导出一个人的全部信息（zip）', 'export all data on one person (zip)'))
    .requiredOption('--out <file>', '写入的文件 · the file to write')
    .action((named: string, options: AskOptions & { out: string }, self: Command) =>
      withHouse(self, options, async (machine) => {
        const { personNo } = await findPersonNo(machine.database, machine.keys, named);
        const { right, rows, write } = await exportPerson(houseOf(machine), { ...askedBy(options), personNo }, 'machine');
        const file = resolve(options.out);
        await write(file);
        if (options.json) printJson({ right, rows, file });
        else say(`已导出 ${rows} 行到 ${file}（请求 ${right}）。`, `${rows} rows exported to ${file} (request ${right}).`);
      }),
    );
  addCommand(person, 'show <person>', '列出可更正的行', 'list the rows that may be corrected').action(
    (named: string, options: CommonOptions, self: Command) =>
      withHouse(self, options, async ({ database, keys }) => {
        const { personNo } = await findPersonNo(database, keys, named);
        const shown = await viewPerson(database, keys, personNo);
        if (options.json) return printJson(shown);
        for (const { register, zh, rowId, dataDate, fields } of shown.rows) {
          print(`${register}\t${zh}\t#${rowId}\t${dataDate}\n`);
          for (const { name, zh: label, value } of fields.filter((field) => field.value !== '')) print(`  ${name}\t${label}\t${value}\n`);
        }
      }),
  );
  withAsker(addCommand(person, 'correct <person>', '更正一行（与导入同样检查，留存历史）', 'correct a row (checked like an import, history kept)'))
    .requiredOption('--register <name>', '台账 · the register')
    .requiredOption('--row <number>', '行号（见 person show）· number of the row', readNumber)
    .requiredOption('--set <field=value...>', '字段=值；#清空 表示清空 · field=value; #清空 empties')
    .option('--data-date <date>', '从哪天起，默认今天 · from which day, today by default', readDay)
    .action((named: string, options: AskOptions & { register: string; row: number; set: string[]; dataDate?: string }, self: Command) =>
      withHouse(self, options, async (machine) => {
        const { personNo } = await findPersonNo(machine.database, machine.keys, named);
        const { register, row, dataDate } = options;
        const values = Object.fromEntries(options.set.map(readValue));
        const done = await correctPerson(houseOf(machine), { ...askedBy(options), personNo, register, row, values, dataDate });
        if (options.json) printJson(done);
        else say(`已更正（请求 ${done.right}，导入 ${done.importId}）。`, `Corrected (request ${done.right}, import ${done.importId}).`);
      }),
    );
  for (const [verb, zh, en, act] of [
    ['restrict', '限制处理：照常留存和评估，不再展示', 'restrict: kept and evaluated, not shown', restrictPerson],
    ['lift', '解除限制', 'lift a restriction', liftRestriction],
  ] as const) {
    withAsker(addCommand(person, `${verb} <person>`, zh, en)).action((named: string, options: AskOptions, self: Command) =>
      withHouse(self, options, async (machine) => {
        const { personNo, settlement } = await findPersonNo(machine.database, machine.keys, named);
        const right = await act(houseOf(machine), { ...askedBy(options), personNo }, settlement);
        if (options.json) printJson({ right });
        else say(`已办理（请求 ${right}）。`, `Done (request ${right}).`);
      }),
    );
  }
  withAsker(
    addCommand(
      person,
      'erase <person>',
      '申请删除：先给出清单，再由另一人复核',
      'ask for an erasure: shows what it would do; a second person confirms',
    ),
  )
    .addOption(groundOption())
    .option('--preview', '只看清单 · only show what it would do')
    .action((named: string, options: AskOptions & { ground: ErasureGround; preview?: boolean }, self: Command) =>
      withHouse(self, options, async (machine) => {
        const { personNo } = await findPersonNo(machine.database, machine.keys, named);
        const house = houseOf(machine);
        if (options.preview) {
          const plan = await planErasure(house, personNo, options.ground);
          if (options.json) return printJson(plan);
          for (const [label, list] of [
            ['移除 goes', plan.removed],
            ['去标识 anonymised', plan.anonymised],
          ] as const)
            for (const { what, zh, rows } of list) print(`${label}\t${what}\t${zh}\t${rows}\n`);
          for (const { file, uploadedAt } of plan.uploads) print(`文件 file\t${file}\t${uploadedAt}\n`);
          for (const { zh, en } of plan.kept) say(`保留：${zh}`, `stays: ${en}`);
          for (const { zh, en } of plan.against) say(`不能删除：${zh}`, `against it: ${en}`);
          return;
        }
        const right = await askErasure(house, { ...askedBy(options), personNo, ground: options.ground });
        if (options.json) printJson({ right });
        else
          say(
            `已申请（请求 ${right}），待另一人复核：anju person confirm ${right}`,
            `Asked for (request ${right}); a second person confirms it: anju person confirm ${right}`,
          );
      }),
    );
  addCommand(person, 'confirm', '复核并删除', 'confirm an erasure and carry it out')
    .argument('<request>', '请求号 · number of the request', readNumber)
    .action((right: number, options: CommonOptions, self: Command) =>
      withHouse(self, options, async (machine) => {
        const { removed, anonymised } = await confirmErasure(houseOf(machine), right);
        await finishErasures(houseOf(machine));
        if (options.json) printJson({ right, removed, anonymised });
        else say(`已删除（请求 ${right}）。`, `Erased (request ${right}).`);
      }),
    );
  addCommand(person, 'list', '列出权利请求', 'list requests').action((options: CommonOptions, self: Command) =>
    withHouse(self, options, async ({ database }) => {
      const { rows } = await listRights(scoped(database, await wholeScope(database)), { page: 1, size: 100_000 });
      if (options.json) return printJson(rows);
      for (const { id, kind, state, person: no, askedAt, statedBy } of rows)
        print(`${id}\t${rightKinds[kind].zh}\t${rightStates[state].zh}\t${no ?? ''}\t${askedAt}\t${statedBy}\n`);
    }),
  );
};

function readNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('请写编号 · write a number');
  return number;
}

function readValue(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('请写 字段=值 · write field=value');
  return [text.slice(0, at), text.slice(at + 1)];
}
