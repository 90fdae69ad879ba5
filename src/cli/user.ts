/** `anju user`: accounts and grants from the terminal of the server, for its administrator. */
import type { Command } from 'commander';
import sql from 'sql-template-tag';
import { prefectureCode } from '#catalog/areas/areas.ts';
import { changeAccount, listAccounts, makeAccount, resetPassword, signOutEverywhere } from '#features/accounts/accounts.ts';
import { type GrantOrder, giveGrant, revokeGrant } from '#features/accounts/grants.ts';
import { accountNamed, type HandoverHouse, handOver, leavePost, nameDeputy, viewPost } from '#features/accounts/handOver.ts';
import { problems } from '#features/accounts/problems.ts';
import { removeSecondFactor } from '#features/accounts/secondFactor.ts';
import { type AuditValues, appendAudit } from '#features/audit/appendAudit.ts';
import type { AuditVerb } from '#catalog/auditVerbs.ts';
import { workSources } from '#features/workSources.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { Machine } from '#platform/machine.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
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
    .option('--to <date>', '失效日期（不含） · to before this day', readDay);

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
          await told(tx, 'accounts.create', account.account, { login });
          if (options.role) await grantTo(tx, account.account, orderOf(options.role, options, house));
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
        grantTo(tx, await accountOf(house, login), orderOf(options.role ?? '', options, house)),
      );
      if (options.json) printJson({ grant });
      else say(`已授权，编号 ${grant}。`, `Given; the grant has number ${grant}.`);
    }),
  );
  addCommand(user, 'revoke <grant>', '收回授权（编号见 user list）', 'take a grant back (its number is in user list)').action(
    (grant: string, options: CommonOptions, self: Command) =>
      withHouse(self, options, async ({ database }) => {
        await database.transaction(async (tx) => told(tx, 'grants.revoke', await revokeGrant(tx, 'machine', Number(grant)), { grant }));
        done(options, '已收回。', 'Taken back.');
      }),
  );
  addCommand(user, 'password <login>', '重设密码，解除锁定，退出所有登录', 'a new password for one use; locks and sessions end').action(
    (login: string, options: CommonOptions, self: Command) =>
      withHouse(self, options, async (house) => {
        const password = await house.database.transaction(async (tx) => resetTold(tx, house, await accountOf(house, login)));
        if (options.json) printJson({ login, password });
        else say(`${login} 的一次性密码：${password} （只显示这一次）`, `Password of ${login} for one use: ${password} (shown this once)`);
      }),
  );
  addCommand(user, 'no-second-factor <login>', '取消双因素登录（手机遗失时）', 'take the second factor away (a lost phone)').action(
    (login: string, options: CommonOptions, self: Command) =>
      withHouse(self, options, async (house) => {
        await house.database.transaction(async (tx) => removeSecondFactorTold(tx, await accountOf(house, login)));
        done(options, '已取消。', 'Taken away.');
      }),
  );
  addCommand(user, 'sign-out <login>', '退出此人的所有登录', 'end all sessions of an account').action(
    (login: string, options: CommonOptions, self: Command) =>
      withHouse(self, options, async (house) => {
        const sessions = await house.database.transaction(async (tx) => {
          const account = await accountOf(house, login);
          const ended = await signOutEverywhere(tx, account, house.clock.now());
          await told(tx, 'accounts.sign-out', account, { sessions: ended });
          return ended;
        });
        if (options.json) printJson({ login, sessions });
        else say(`已退出 ${sessions} 处登录。`, `Ended ${sessions} session(s).`);
      }),
  );
  for (const [verb, zh, en, disabled] of [
    ['disable', '停用账号', 'disable an account', true],
    ['enable', '启用账号', 'enable an account', false],
  ] as const) {
    addCommand(user, `${verb} <login>`, zh, en).action((login: string, options: CommonOptions, self: Command) =>
      withHouse(self, options, async (house) => {
        await house.database.transaction(async (tx) => {
          const account = await accountOf(house, login);
          await changeAccount(tx, house.keys, account, { disabled }, house.clock.now());
          await told(tx, 'accounts.change', account, { disabled });
        });
        done(options, '已完成。', 'Done.');
      }),
    );
  }
  addHandover(user);
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

/** A post changes hands: deputy, leaver, successor. */
function addHandover(user: Command): void {
  const houseOf = ({ clock }: Machine): HandoverHouse => ({
    looker: 'machine',
    giver: 'machine',
    sources: workSources,
    now: clock.now(),
    today: clock.today(),
    statedBy: commandActor().name,
  });
  addCommand(user, 'post <login>', '列出未完成的工作、代理和移交', 'list open work, deputies and handovers').action(
    (login: string, options: CommonOptions, self: Command) =>
      withHouse(self, options, async (house) => {
        const post = await house.database.transaction(async (tx) => viewPost(tx, houseOf(house), await accountOf(house, login)));
        if (options.json) return printJson(post);
        for (const { zh, en, count, lines } of post.work) {
          print(`${zh} ${en}\t${count}\n`);
          for (const line of lines) print(`  ${line.zh}\n`);
        }
        for (const { name, from, to } of post.deputies) print(`代理 deputy\t${name}\t${from} – ${to ?? ''}\n`);
        for (const { successor, on } of post.handovers) print(`移交 handed over\t${successor}\t${on}\n`);
      }),
  );
  addCommand(user, 'deputy <login>', '指定代理人', 'name a deputy for an absence')
    .requiredOption('--deputy <login>', '代理人 · the deputy')
    .option('--from <date>', '开始日期，默认今天 · from this day, today by default', readDay)
    .requiredOption('--to <date>', '结束日期（不含） · to before this day', readDay)
    .action((login: string, options: CommonOptions & { deputy: string; from?: string; to: string }, self: Command) =>
      withHouse(self, options, async (house) => {
        const { deputy, from = house.clock.today(), to } = options;
        const grants = await house.database.transaction(async (tx) => {
          const absent = await accountOf(house, login);
          const count = await nameDeputy(tx, houseOf(house), { absent, deputy: await accountNamed(tx, deputy), from, to });
          await told(tx, 'grants.deputise', absent, { deputy, from, to, grants: count });
          return count;
        });
        if (options.json) printJson({ grants });
        else say(`已指定 ${deputy} 代理 ${login}：${grants} 项授权。`, `${deputy} stands in for ${login}: ${grants} grants.`);
      }),
    );
  addCommand(user, 'leave <login>', '登记离岗：授权、令牌和登录到期', 'end the grants, tokens and sessions of a leaver')
    .requiredOption('--on <date>', '离岗日期（当日起） · from this day on', readDay)
    .action((login: string, options: CommonOptions & { on: string }, self: Command) =>
      withHouse(self, options, async (house) => {
        const grants = await house.database.transaction(async (tx) => {
          const account = await accountOf(house, login);
          const count = await leavePost(tx, houseOf(house), account, options.on);
          await told(tx, 'grants.leave', account, { leavesOn: options.on, grants: count });
          return count;
        });
        if (options.json) printJson({ grants });
        else say(`已登记：${grants} 项授权于 ${options.on} 结束。`, `${grants} grants end on ${options.on}.`);
      }),
    );
  addCommand(user, 'handover <login>', '移交岗位给接任人，连同未完成的工作', 'hand a post with its open work to a successor')
    .requiredOption('--successor <login>', '接任人 · the successor')
    .option('--on <date>', '从哪天起，默认今天 · from which day, today by default', readDay)
    .action((login: string, options: CommonOptions & { successor: string; on?: string }, self: Command) =>
      withHouse(self, options, async (house) => {
        const { successor, on = house.clock.today() } = options;
        const grants = await house.database.transaction(async (tx) => {
          const account = await accountOf(house, login);
          const count = await handOver(tx, houseOf(house), { account, successor: await accountNamed(tx, successor), on });
          await told(tx, 'grants.hand-over', account, { successor, from: on, grants: count });
          return count;
        });
        if (options.json) printJson({ grants });
        else say(`已移交 ${grants} 项授权给 ${successor}。`, `${grants} grants handed over to ${successor}.`);
      }),
    );
}

const orderOf = (role: string, { area = prefectureCode, department, from, to }: GrantOptions, { clock }: Machine) => ({
  role,
  area,
  department: department ?? null,
  from: from ?? clock.today(),
  to: to ?? null,
});

/** Gives a grant as the machine's administrator, and tells the audit log. */
async function grantTo(tx: Queryable, account: number, order: GrantOrder): Promise<number> {
  const grant = await giveGrant(tx, 'machine', account, order);
  await told(tx, 'grants.give', account, { ...order });
  return grant;
}

async function resetTold(tx: Queryable, { keys, clock }: Machine, account: number): Promise<string> {
  await told(tx, 'accounts.password', account);
  return resetPassword(tx, keys, account, clock.now());
}

async function removeSecondFactorTold(tx: Queryable, account: number): Promise<void> {
  await removeSecondFactor(tx, account);
  await told(tx, 'accounts.change', account, { secondFactor: false });
}

async function told(tx: Queryable, verb: AuditVerb, account: number, after?: AuditValues): Promise<void> {
  await appendAudit(tx, commandActor(), { verb, object: { kind: 'account', key: account }, ...(after && { after }) });
}

async function accountOf({ database }: Machine, login: string): Promise<number> {
  const row = await database.maybe<{ account_id: number }>(sql`select account_id from account where login = ${login.toLowerCase()}`);
  if (!row) throw problems['not-found']();
  return row.account_id;
}

function done({ json }: CommonOptions, zh: string, en: string): void {
  if (json) printJson({ done: true });
  else say(zh, en);
}
