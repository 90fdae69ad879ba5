/** `anju user`: accounts and grants from the terminal of the server, for its administrator. */
import type { Command } from 'commander';
import sql from 'sql-template-tag';
import { prefectureCode } from '#catalog/areas/areas.ts';
import { changeAccount, listAccounts, makeAccount, resetPassword } from '#features/accounts/accounts.ts';
import { giveGrant, revokeGrant } from '#features/accounts/grants.ts';
import { problems } from '#features/accounts/problems.ts';
import { removeSecondFactor } from '#features/accounts/secondFactor.ts';
import type { Machine } from '#platform/machine.ts';
import { type AddCommand, addCommand } from './command.ts';
import { readDay } from './day.ts';
import { type CommonOptions, print, printJson, say } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface GrantOptions extends CommonOptions {
  readonly role?: string;
  readonly area?: string;
  readonly department?: string;
  readonly from?: string;
  readonly to?: string;
}

interface AddOptions extends GrantOptions {
  readonly name?: string;
  readonly phone?: string;
}

const withGrantOptions = (command: Command): Command =>
  command
    .option('--role <role>', '角色，如 county · the role, as county')
    .option('--area <code>', '区域编码，默认全州 · code of the area, the prefecture by default')
    .option('--department <name>', '部门 · the department, where the role asks for one')
    .option('--from <date>', '生效日期，默认今天 · from this day, today by default', readDay)
    .option('--to <date>', '失效日期(不含) · to before this day', readDay);

export const command: AddCommand = (program) => {
  const user = program.command('user').description('账号与授权 · accounts and grants').helpOption('-h, --help', '显示帮助 · show this help');
  withGrantOptions(addCommand(user, 'add <login>', '新建账号，显示一次性密码', 'make an account; its first password is shown once'))
    .option('--name <name>', '姓名 · name of the person')
    .option('--phone <number>', '手机号，可用于登录 · phone, to sign in with too')
    .action((login: string, options: AddOptions, self: Command) =>
      withHouse(self, options, async (house) => {
        const made = await house.database.transaction(async (tx) => {
          const account = await makeAccount(tx, house.keys, {
            login: login.toLowerCase(),
            name: options.name ?? login,
            phone: options.phone,
            madeBy: null,
          });
          if (options.role) await giveGrant(tx, 'machine', account.account, orderOf(options.role, options, house));
          return account;
        });
        if (options.json) printJson({ ...made, login });
        else
          say(
            `已建立账号 ${login}，一次性密码 ${made.password} （只显示这一次）。`,
            `Account ${login} made; its password for one use is ${made.password} (shown this once).`,
          );
      }),
    );
  withGrantOptions(addCommand(user, 'grant <login>', '授予角色', 'give a role')).action((login: string, options: GrantOptions, self: Command) =>
    withHouse(self, options, async (house) => {
      const grant = await house.database.transaction(async (tx) =>
        giveGrant(tx, 'machine', await accountOf(house, login), orderOf(options.role ?? '', options, house)),
      );
      if (options.json) printJson({ grant });
      else say(`已授权，编号 ${grant}。`, `Given; the grant has number ${grant}.`);
    }),
  );
  addCommand(user, 'revoke <grant>', '收回授权（编号见 user list）', 'take a grant back (its number is in user list)').action(
    (grant: string, options: CommonOptions, self: Command) =>
      withHouse(self, options, async ({ database }) => {
        await database.transaction((tx) => revokeGrant(tx, 'machine', Number(grant)));
        done(options, '已收回。', 'Taken back.');
      }),
  );
  addCommand(user, 'password <login>', '重设密码，解除锁定，退出所有登录', 'a new password for one use; locks and sessions end').action(
    (login: string, options: CommonOptions, self: Command) =>
      withHouse(self, options, async (house) => {
        const password = await house.database.transaction(async (tx) =>
          resetPassword(tx, house.keys, await accountOf(house, login), house.clock.now()),
        );
        if (options.json) printJson({ login, password });
        else say(`${login} 的一次性密码：${password} （只显示这一次）`, `Password of ${login} for one use: ${password} (shown this once)`);
      }),
  );
  addCommand(user, 'no-second-factor <login>', '取消双因素登录（手机遗失时）', 'take the second factor away (a lost phone)').action(
    (login: string, options: CommonOptions, self: Command) =>
      withHouse(self, options, async (house) => {
        await house.database.transaction(async (tx) => removeSecondFactor(tx, await accountOf(house, login)));
        done(options, '已取消。', 'Taken away.');
      }),
  );
  for (const [verb, zh, en, disabled] of [
    ['disable', '停用账号', 'disable an account', true],
    ['enable', '启用账号', 'enable an account', false],
  ] as const) {
    addCommand(user, `${verb} <login>`, zh, en).action((login: string, options: CommonOptions, self: Command) =>
      withHouse(self, options, async (house) => {
        await house.database.transaction(async (tx) => changeAccount(tx, house.keys, await accountOf(house, login), { disabled }, house.clock.now()));
        done(options, '已完成。', 'Done.');
      }),
    );
  }
  addCommand(user, 'list', '列出账号与授权', 'list accounts and grants').action((options: CommonOptions, self: Command) =>
    withHouse(self, options, async ({ database }) => {
      const { rows } = await listAccounts(database, { page: 1, size: 100_000 });
      if (options.json) return printJson(rows);
      for (const { login, name, disabledAt, grants } of rows) {
        print(`${login}\t${name}${disabledAt === null ? '' : '\t停用 disabled'}\n`);
        for (const grant of grants) {
          print(`  #${grant.id}\t${grant.role}\t${grant.area}\t${grant.department ?? ''}\t${grant.from} – ${grant.to ?? ''}\n`);
        }
      }
    }),
  );
};

const orderOf = (role: string, { area = prefectureCode, department, from, to }: GrantOptions, { clock }: Machine) => ({
  role,
  area,
  department: department ?? null,
  from: from ?? clock.today(),
  to: to ?? null,
});

async function accountOf({ database }: Machine, login: string): Promise<number> {
  const row = await database.maybe<{ account_id: number }>(sql`select account_id from account where login = ${login.toLowerCase()}`);
  if (!row) throw problems['not-found']();
  return row.account_id;
}

function done({ json }: CommonOptions, zh: string, en: string): void {
  if (json) printJson({ done: true });
  else say(zh, en);
}
