/** `anju start`: the server, the jobs and the web in one process, until it is told to stop. */
import { InvalidArgumentError } from 'commander';
import { demoAccounts, settleDemoAccounts } from '#features/accounts/demoAccounts.ts';
import { makeFirstAdministrator } from '#features/accounts/firstAdministrator.ts';
import { type OpenHouse, openHouse } from '#main.ts';
import { createLog } from '#platform/log/log.ts';
import { type Machine, openMachine } from '#platform/machine.ts';
import { defineProblems } from '#platform/problems/problem.ts';
import { readSettings, type Settings } from '#platform/settings/settings.ts';
import { carryForward } from './carryForward.ts';
import { type AddCommand, addCommand, calledAs } from './command.ts';
import { loadDemo } from './loadDemo.ts';
import { onSignals } from './signals.ts';
import { type CommonOptions, printJson, say } from './terminal.ts';
import { readVersion } from './version.ts';
import { prepareStandard } from './withHouse.ts';

const problems = defineProblems('start', {
  'port-taken': {
    kind: 'broken',
    zh: '端口 {port} 已被其他程序占用。请用 --port 指定另一个端口。',
    en: 'Port {port} is taken by another program. Name another one with --port.',
  },
  'port-forbidden': {
    kind: 'broken',
    zh: '没有权限使用端口 {port}。请用 --port 指定 1024 以上的端口。',
    en: 'No right to use port {port}. Name one above 1024 with --port.',
  },
  'demo-outside': {
    kind: 'invalid',
    zh: '演示账号的密码人人知道，--demo 只能在本机使用；请去掉 ANJU_LISTEN={host}。',
    en: 'Everybody knows the passwords of the demonstration: --demo listens to this machine alone. Take ANJU_LISTEN={host} away.',
  },
  'open-without-tls': {
    kind: 'invalid',
    zh: '在 {host} 上提供服务须用 https：请设置 ANJU_TLS_CERT 和 ANJU_TLS_KEY；如由其他机器上的代理提供 https，请用 ANJU_PROXIES 写明代理的地址。',
    en: 'Serving on {host} needs https: set ANJU_TLS_CERT and ANJU_TLS_KEY, or name the proxy that does it with ANJU_PROXIES.',
  },
});

/** Addresses that only this machine reaches. */
const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

interface StartOptions extends CommonOptions {
  readonly port: number;
  readonly demo?: boolean;
}

export const command: AddCommand = (program) => {
  addCommand(program, 'start', '启动服务、任务和网页', 'start the server, the jobs and the web')
    .option('--port <port>', '端口 · port', readPort, 8080)
    .option('--demo', '首次启动时载入演示数据 · load the demonstration data at the first start')
    .action(async (options: StartOptions, self) => {
      const settings = readSettings(options);
      refuseOpenDoors(settings, options.demo === true);
      say('正在启动…', 'Starting…');
      const opening = openMachine(settings, { role: 'start', command: calledAs(self, options), log: createLog(), ...carryForward });
      let house: OpenHouse | undefined;
      onSignals(
        async () => {
          say('正在停止…', 'Stopping…');
          const machine = await opening;
          await house?.close();
          await (house === undefined ? machine.abandon() : machine.close());
          say('已停止，数据已保存。', 'Stopped; the data are safe.');
          // With a certificate, SIGHUP says that it was renewed.
        },
        true,
        settings.tls === undefined,
      );
      const machine = await opening;
      try {
        await prepareStandard(machine);
        if (options.demo) await loadDemo(machine, options);
        const isDemo = options.demo === true;
        await settleDemoAccounts(machine.database, machine.keys, isDemo, machine.clock.today());
        if (!isDemo) await tellFirstAdministrator(machine);
        house = await openHouse(machine, { port: options.port, version: readVersion(), isDemo });
      } catch (error) {
        await machine.abandon();
        throw portProblem(error, options.port);
      }
      if (options.json) printJson({ address: house.address });
      else {
        say(`已启动：${house.address} （按 Ctrl+C 停止）`, `Ready: ${house.address} (Ctrl+C stops it)`);
        if (options.demo) await tellDemoAccounts(machine);
      }
    });
};

/** Who is beyond this machine comes in by https, and never into a demonstration. */
function refuseOpenDoors({ listen: host = '127.0.0.1', tls, proxies = [] }: Settings, isDemo: boolean): void {
  if (isLoopback(host)) return;
  if (isDemo) throw problems['demo-outside']({ host });
  if (tls === undefined && proxies.length === 0) throw problems['open-without-tls']({ host });
}

async function tellFirstAdministrator({ database, keys, clock }: Machine): Promise<void> {
  const first = await makeFirstAdministrator(database, keys, clock.today());
  if (!first) return;
  say(
    `首位系统管理员：用户名 ${first.login}，一次性密码 ${first.password} 。只显示这一次，请登录后立即修改。`,
    `The first administrator: user ${first.login}, password for one use ${first.password} . It is shown this once; change it when you sign in.`,
  );
}

async function tellDemoAccounts({ database }: Machine): Promise<void> {
  const accounts = await demoAccounts(database);
  const [first] = accounts;
  if (!first) return;
  const logins = accounts.map(({ login }) => login).join(' ');
  say(`演示账号：${logins}，密码都是 ${first.password}`, `Demonstration accounts: ${logins}, all with the password ${first.password}`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('0–65535');
  return port;
}

function portProblem(error: unknown, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return problems['port-taken']({ port }, { cause: error });
  return code === 'EACCES' ? problems['port-forbidden']({ port }, { cause: error }) : error;
}
