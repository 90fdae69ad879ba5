/** `anju standard`: `check` whether the catalogue is sound, with the exact spot of every fault; `show` one item as it is declared. */
import { items, registers } from '#catalog/catalog.ts';
import { viewDeclaredItem } from '#features/items/viewItems.ts';
import { checkStandard } from '#features/standards/checkStandard.ts';
import { type AddCommand, addCommand, addGroup } from './command.ts';
import { itemSheet } from './itemSheet.ts';
import { type CommonOptions, print, printJson, say } from './terminal.ts';

export const command: AddCommand = (program) => {
  const standard = addGroup(program, 'standard', '监测标准', 'the standard');
  addCommand(standard, 'check', '校验全部台账、代码和监测项', 'check all registers, codes and items').action(({ json }: CommonOptions) => {
    const faults = checkStandard();
    if (json) printJson({ items: items.length, registers: Object.keys(registers).length, faults });
    else if (faults.length === 0)
      say(
        `标准无误：${items.length} 项监测内容、${Object.keys(registers).length} 个台账。`,
        `The standard is sound: ${items.length} items, ${Object.keys(registers).length} registers.`,
      );
    else for (const { file, where, zh, en } of faults) say(`${file} ${where}：${zh}`, `${file} ${where}: ${en}`);
    if (faults.length > 0) process.exitCode = 1;
  });
  addCommand(
    standard,
    'show <item>',
    '打印一个监测项：条件、参数、提示语、SQL 和文件',
    'print one item: levels, parameters, sentences, SQL and file',
  ).action((code: string, { json }: CommonOptions) => {
    const item = viewDeclaredItem(code.toUpperCase());
    if (json) printJson(item);
    else print(itemSheet(item));
  });
};
