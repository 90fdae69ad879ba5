/** The entrance of every command: finds it, runs it, shows what was refused, and ends with the exit code that says so. */
import { Command, CommanderError, type Help } from 'commander';
import { AnjuProblem } from '#platform/problems/problem.ts';
import { commands } from './commands.ts';
import { exitCodeOf, say, showProblem } from './terminal.ts';
import { inBothLanguages } from './usageWords.ts';
import { readVersion } from './version.ts';

const wrongUsage = 2;
const isJson = process.argv.includes('--json');

const bilingualTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法 Usage:',
  'Arguments:': '参数 Arguments:',
  'Options:': '选项 Options:',
  'Commands:': '命令 Commands:',
};

// Whoever reads the answer may stop early (`| head`): the command still ends its work and leaves the database.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// What nobody caught ends the command as any other fault does, after it has left the database.
process.once('uncaughtException', (error) => {
  process.exitCode = tell(error);
  process.kill(process.pid, 'SIGTERM');
});

try {
  const program = await buildProgram(process.argv[2]);
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? endOfParsing(error) : tell(error);
}

/** Only the file of the command that was called is loaded; all of them for the list of commands. */
async function buildProgram(called = ''): Promise<Command> {
  const program = new Command('anju')
    .description('安居：搬迁群众基本公共服务监测预警 · Anju watches the basic public services of relocated households')
    .version(readVersion(), '-V, --version', '显示版本 · show the version')
    .helpOption('-h, --help', '显示帮助 · show this help')
    .helpCommand('help [command]', '显示命令的帮助 · show the help of a command')
    .configureHelp({ styleTitle: (title) => bilingualTitles[title] ?? title } satisfies Partial<Help>)
    .configureOutput({ outputError: (text, write) => write(`用法不对 · Wrong usage\n${inBothLanguages(text)}`) })
    .exitOverride()
    .showHelpAfterError('（用 --help 查看用法 · see --help）');
  const known = commands[called];
  for (const load of known === undefined ? Object.values(commands) : [known]) (await load()).command(program);
  return program;
}

/** Help and version end the parsing without being wrong. */
function endOfParsing({ exitCode }: CommanderError): number {
  return exitCode === 0 ? 0 : wrongUsage;
}

function tell(error: unknown): number {
  if (error instanceof AnjuProblem) showProblem(error, isJson);
  else {
    say('出错了，操作没有完成。', 'Something broke; the work was not finished.');
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  return exitCodeOf(error);
}
