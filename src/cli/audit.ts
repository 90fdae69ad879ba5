/** `anju audit verify | list | export | prune`: the log of what was done. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { AuditFilter } from '#features/audit/contract.ts';
import { type ExportFormat, exportAudit } from '#features/audit/exportAudit.ts';
import type { ChainHead } from '#features/audit/heads.ts';
import { auditProblems } from '#features/audit/problems.ts';
import { pruneAudit } from '#features/audit/pruneAudit.ts';
import { pageOfEntries } from '#features/audit/queries.ts';
import { verifyAndTell } from '#features/audit/verifyAndTell.ts';
import { readManifest } from '#platform/dump/restore.ts';
import { type AddCommand, addCommand, addGroup } from './command.ts';
import { commandActor } from './commandActor.ts';
import { printCsv } from './csv.ts';
import { readDay } from './day.ts';
import { type CommonOptions, printJson, say, startProgress } from './terminal.ts';
import { withHouse } from './withHouse.ts';

type Filtered = CommonOptions & AuditFilter;

const listed = ['id', 'at', 'name', 'via', 'address', 'verb', 'object', 'settlement', 'purpose', 'before', 'after', 'seq'];

export const command: AddCommand = (program) => {
  const audit = addGroup(program, 'audit', '审计记录', 'the audit log');
  addVerify(audit);
  addList(audit);
  addExport(audit);
  addPrune(audit);
};

function addVerify(audit: Command): void {
  const verify = addCommand(
    audit,
    'verify',
    '核验审计链：改动、删除、插入、调换、截断都会发现',
    'verify the chain: finds what was altered, removed, inserted, moved or cut off',
  ).option('--backup <file...>', '并与这些备份中所记的链核对 · compare with the chain on record in these backups');
  verify.action((options: CommonOptions & { backup?: string[] }) =>
    withHouse(verify, options, async ({ database, settings }) => {
      const heads = await Promise.all((options.backup ?? []).map((file) => headOfBackup(resolve(file))));
      const progress = startProgress('核验 verify', options);
      const order = { dataFolder: settings.dataFolder, heads, onProgress: progress.at };
      const verdict = await verifyAndTell(database, commandActor(), order).finally(progress.stop);
      if (!verdict.isSound) process.exitCode = 1;
      if (options.json) return printJson(verdict);
      if (verdict.fault) say(verdict.fault.zh, verdict.fault.en);
      else
        say(
          `审计链完好：${verdict.checked} 条记录，与数据库之外所记的 ${verdict.heads} 个链头相符，另有 ${verdict.waiting} 条待入链。`,
          `The audit chain is sound: ${verdict.checked} entries, in keeping with ${verdict.heads} heads on record outside the database; ${verdict.waiting} wait to be chained.`,
        );
    }),
  );
}

async function headOfBackup(file: string): Promise<ChainHead> {
  const { notes } = await readManifest(file);
  const head = notes?.['auditHead'] as ChainHead | null | undefined;
  if (!head) throw auditProblems['no-head-in-backup']({ file: basename(file) });
  return head;
}

function addList(audit: Command): void {
  const list = addFilter(addCommand(audit, 'list', '列出审计记录，新的在前', 'list entries, the newest first'))
    .option('--limit <number>', '最多多少条 · how many at most', readCount, 100)
    .option('--format <format>', 'csv', 'csv');
  list.action((options: Filtered & { limit: number }) =>
    withHouse(list, options, async ({ database }) => {
      const { rows } = await pageOfEntries(database, options, { page: 1, size: options.limit });
      if (options.json) printJson(rows);
      else
        printCsv(
          listed,
          rows.map(({ objectKind, objectKey, before, after, requestId: _, hash: __, account: ___, ...row }) => ({
            ...row,
            object: objectKey === null ? objectKind : `${objectKind}/${objectKey}`,
            before: before && JSON.stringify(before),
            after: after && JSON.stringify(after),
          })),
        );
    }),
  );
}

function addExport(audit: Command): void {
  const exported = addFilter(
    addCommand(
      audit,
      'export <file>',
      '导出审计记录到 .csv 或 .jsonl 文件（导出本身也记入审计）',
      'export entries to a .csv or .jsonl file (itself an entry)',
    ),
  );
  exported.action((name: string, options: Filtered) =>
    withHouse(exported, options, async ({ database, clock }) => {
      const file = resolve(name);
      const format = formatOf(exported, name);
      const { from, to, who, verb, object, settlement, request } = options;
      const filter = JSON.parse(JSON.stringify({ from, to, who, verb, object, settlement, request })) as AuditFilter;
      const out = createWriteStream(file, { mode: 0o600, flags: 'wx' });
      await once(out, 'open');
      // The watermark is no entry.
      let entries = -1;
      for await (const text of await exportAudit(database, commandActor(), filter, format, clock.now())) {
        if (!out.write(text)) await once(out, 'drain');
        entries += 1;
      }
      out.end();
      await once(out, 'finish');
      if (format === 'csv') entries -= 1;
      if (options.json) printJson({ file, entries });
      else say(`已导出 ${entries} 条到 ${file}。`, `Exported ${entries} entries to ${file}.`);
    }),
  );
}

function addPrune(audit: Command): void {
  const prune = addCommand(
    audit,
    'prune',
    '清理到期的审计记录（至少保存六个月）',
    'remove expired entries (kept for at least six months)',
  ).requiredOption('--before <date>', '清理这一天之前的 · those before this day', readDay);
  prune.action((options: CommonOptions & { before: string }) =>
    withHouse(prune, options, async ({ database }) => {
      const entries = await pruneAudit(database, commandActor(), options.before);
      if (options.json) printJson({ entries });
      else say(`已清理 ${entries} 条。`, `Removed ${entries} entries.`);
    }),
  );
}

function addFilter(command: Command): Command {
  return command
    .option('--from <date>', '从这一天 · from this day', readDay)
    .option('--to <date>', '到这一天 · to this day', readDay)
    .option('--who <name>', '操作人（名字的一部分） · part of the name')
    .option('--verb <verb>', '操作，如 imports.undo，或 imports · the verb, or its noun')
    .option('--object <object>', '对象，如 import/12，或 import · kind/key, or the kind')
    .option('--settlement <code>', '安置点 · settlement')
    .option('--request <id>', '请求编号 · number of the request');
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 100_000) throw new InvalidArgumentError('1–100000');
  return count;
}

function formatOf(command: Command, name: string): ExportFormat {
  if (/\.csv$/i.test(name)) return 'csv';
  if (/\.jsonl$/i.test(name)) return 'jsonl';
  command.error('文件名要以 .csv 或 .jsonl 结尾 · the name must end in .csv or .jsonl', { exitCode: 2 });
}
