/** What a command is: a name, what it takes, and the work, with the options and exit codes that all commands share. */
import type { Command } from 'commander';
import type { CommonOptions } from './terminal.ts';

/** Adds one command to the program. */
export type AddCommand = (program: Command) => void;

/** A command with `--data` and `--json`; the description is in both languages. */
export function addCommand(program: Command, usage: string, zh: string, en: string): Command {
  return program
    .command(usage)
    .description(`${zh} · ${en}`)
    .option('--data <dir>', '数据文件夹 · data folder (ANJU_DATA)')
    .option('--json', '以 JSON 输出 · answer as JSON')
    .helpOption('-h, --help', '显示帮助 · show this help');
}

/** A command that holds others: `anju audit verify`; its help reads as that of all. */
export function addGroup(program: Command, name: string, zh: string, en: string): Command {
  return program
    .command(name)
    .description(`${zh} · ${en}`)
    .helpOption('-h, --help', '显示帮助 · show this help')
    .helpCommand('help [command]', '显示命令的帮助 · show the help of a command');
}

/** The command that was called as a person would write it, for messages to others: names of files may tell too much. */
export function calledAs(command: Command, { data }: CommonOptions): string {
  const names: string[] = [];
  for (let each: Command | null = command; each !== null; each = each.parent) names.unshift(each.name());
  return `${names.join(' ')}${data === undefined ? '' : ` --data ${data}`}`;
}
