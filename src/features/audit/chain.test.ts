/** The audit log: what is appended stands and is chained, whatever is done to it afterwards is found. */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { type Actor, platformActor } from './actor.ts';
import { appendAudit } from './appendAudit.ts';
import { exportAudit } from './exportAudit.ts';
import { headOfChain, headsFile, keepHead } from './heads.ts';
import { contentOfEntry, inMicroseconds, linkHash } from './linkHash.ts';
import { pruneAudit } from './pruneAudit.ts';
import { pageOfEntries, readState } from './queries.ts';
import { sealAll } from './seal.ts';
import { sealNow, startSealer } from './sealer.ts';
import { verifyAndTell } from './verifyAndTell.ts';
import { type ChainVerdict, verifyChain } from './verifyChain.ts';

const wang: Actor = { account: 7, name: '王芳', via: 'web', address: '10.1.2.3', requestId: 'r-1' };
let one: TestDatabase;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anju-audit-'));
  one = await createTestDatabase(24);
});
beforeEach(async () => {
  rmSync(headsFile(folder), { force: true });
  // As a restore does, the one who may empty the log.
  await one.database.transaction((tx) =>
    tx.raw("set local anju.restoring = 'yes'; truncate audit_entry, audit_link, audit_waiting restart identity"),
  );
});
afterAll(async () => {
  await one.drop();
  rmSync(folder, { recursive: true });
});

const append = (count: number, actor = wang): Promise<number[]> =>
  one.database.transaction(async (tx) => {
    const entries: number[] = [];
    for (let n = 1; n <= count; n += 1) {
      const values = { before: { value: n - 1 }, after: { value: n, text: '一"\\二\n' } };
      entries.push(await appendAudit(tx, actor, { verb: 'settings.change', object: { kind: 'setting', key: n }, ...values }));
    }
    return entries;
  });
const verify = (): Promise<ChainVerdict> => verifyChain(one.database, folder);
const verdictOf = async (): Promise<string> => {
  const { fault } = await verify();
  return fault === null ? 'sound' : `${fault.code} ${fault.params['seq'] ?? ''}/${fault.params['entry'] ?? ''}`;
};

/** What somebody does who owns the database and takes the triggers away. */
async function tamper(...statements: string[]): Promise<void> {
  await one.database.transaction((tx) =>
    tx.raw(
      [
        'alter table audit_entry disable trigger user; alter table audit_link disable trigger user',
        ...statements,
        'alter table audit_entry enable always trigger audit_entry_append_only; alter table audit_entry enable trigger audit_entry_waits',
        'alter table audit_link enable always trigger audit_link_append_only',
      ].join(';\n'),
    ),
  );
}

describe('appending', () => {
  test('an entry says who, when, from where, what, why, before and after, and masks numbers of people', async () => {
    const caller = { ...wang, name: '13912345678' };
    await appendAudit(one.database, caller, {
      verb: 'imports.create',
      object: { kind: 'import', key: 12 },
      settlement: '522301A001',
      purpose: '核对 522399199001011234 与 139 1234 5678',
      before: { file: '名单522399900101123.xlsx' },
      after: { files: ['１３９１２３４５６７８.csv', '台账-2026-05-01-2026-06-30.xlsx'], rows: 13_912_345_678, hash: '1'.repeat(64) },
    });
    const { rows } = await pageOfEntries(one.database, {}, { page: 1, size: 10 });
    expect(rows).toEqual([
      {
        id: 1,
        at: expect.stringMatching(/^2\d{3}-.*\+08:00$/),
        account: 7,
        name: '139****5678',
        via: 'web',
        address: '10.1.2.3',
        requestId: 'r-1',
        verb: 'imports.create',
        objectKind: 'import',
        objectKey: '12',
        settlement: '522301A001',
        purpose: '核对 522***********1234 与 139****5678',
        before: { file: '名单522********1123.xlsx' },
        after: { files: ['139****5678.csv', '台账-2026-05-01-2026-06-30.xlsx'], rows: 13_912_345_678, hash: '1'.repeat(64) },
        seq: null,
        hash: null,
      },
    ]);
  });

  test('stands and falls with its transaction', async () => {
    const broken = one.database.transaction(async (tx) => {
      await appendAudit(tx, wang, { verb: 'imports.undo', object: { kind: 'import', key: 1 } });
      throw new Error('not done');
    });
    await expect(broken).rejects.toThrow('not done');
    await append(1);
    expect(await sealAll(one.database, 'sha256')).toBe(1);
    expect(await verify()).toMatchObject({ isSound: true, checked: 1, waiting: 0 });
  });

  test('is found by time, person, verb, object, settlement and request', async () => {
    await append(3);
    await appendAudit(one.database, platformActor, { verb: 'evaluation.run', object: { kind: 'day', key: '2026-06-30' }, settlement: '522301A001' });
    const found = async (filter: Parameters<typeof pageOfEntries>[1]): Promise<number[]> =>
      (await pageOfEntries(one.database, filter, { page: 1, size: 10 })).rows.map(({ id }) => id);
    const { today } = await one.database.one<{ today: string }>(sql`select current_date::text as today`);
    expect(await found({ from: today, to: today })).toEqual([4, 3, 2, 1]);
    expect(await found({ from: '2999-01-01' })).toEqual([]);
    expect(await found({ who: '王' })).toEqual([3, 2, 1]);
    expect(await found({ who: 'ANJU' })).toEqual([4]);
    expect(await found({ verb: 'evaluation' })).toEqual([4]);
    expect(await found({ verb: 'settings.change' })).toEqual([3, 2, 1]);
    expect(await found({ object: 'setting/2' })).toEqual([2]);
    expect(await found({ object: 'day' })).toEqual([4]);
    expect(await found({ settlement: '522301A001' })).toEqual([4]);
    expect(await found({ request: 'r-1' })).toEqual([3, 2, 1]);
  });
});

describe('the database itself', () => {
  test('refuses update, delete and truncate to everybody, also to its owner', async () => {
    await append(2);
    await sealAll(one.database, 'sha256');
    for (const statement of [
      'update audit_entry set name = name where false',
      "update audit_link set algorithm = 'sm3'",
      'delete from audit_entry where entry_id = 2',
      'delete from audit_link',
      'truncate audit_entry',
      'truncate audit_link, audit_entry',
      'set session_replication_role = replica; delete from audit_entry',
      "set local anju.audit_pruning = 'yes'; delete from audit_entry",
    ])
      await expect(
        one.database.transaction((tx) => tx.raw(statement)),
        statement,
      ).rejects.toMatchObject({ code: '42501' });
    expect(await verdictOf()).toBe('sound');
  });

  test('lets a role that may add and read do nothing else', async () => {
    const role = `anju_audit_${process.pid}`;
    await one.database.transaction((tx) =>
      tx.raw(`create role ${role}; grant usage on schema public to ${role}; grant select on audit_entry, audit_link to ${role};
        grant insert (account, name, via, address, request_id, verb, object_kind, object_key, settlement_code, purpose, before, after) on audit_entry to ${role}`),
    );
    const as = (statement: string): Promise<void> => one.database.transaction((tx) => tx.raw(`set local role ${role}; ${statement}`));
    try {
      await one.database.transaction(async (tx) => {
        await tx.raw(`set local role ${role}`);
        await appendAudit(tx, wang, { verb: 'households.read', object: { kind: 'household', key: 'H-1' } });
        expect((await pageOfEntries(tx, {}, { page: 1, size: 10 })).total).toBe(1);
      });
      for (const statement of [
        "update audit_entry set name = ''",
        'delete from audit_entry',
        'truncate audit_entry',
        "insert into audit_entry (at, name, via, verb, object_kind) values ('2020-01-01', '', '', '', '')",
        "insert into audit_link (seq, entry_id, algorithm, hash, sealed_at) values (1, 1, 'sha256', '', now())",
        'delete from audit_waiting',
        'select audit_prune(now())',
        'alter table audit_entry disable trigger user',
      ])
        await expect(as(statement), statement).rejects.toMatchObject({ code: '42501' });
      expect(await sealAll(one.database, 'sha256')).toBe(1);
    } finally {
      await one.database.transaction((tx) => tx.raw(`drop owned by ${role}; drop role ${role}`));
    }
  });
});

describe('sealing', () => {
  test('an entry whose transaction ends late is chained after those that were written later and ended before', async () => {
    await one.database.transaction(async (tx) => {
      await appendAudit(tx, wang, { verb: 'settings.change', object: { kind: 'setting', key: 'late' } });
      await append(3);
      expect(await sealAll(one.database, 'sha256')).toBe(3);
    });
    expect(await sealAll(one.database, 'sha256')).toBe(1);
    expect(await verify()).toMatchObject({ isSound: true, checked: 4, waiting: 0 });
    expect(
      await one.database.one(sql`select count(*)::integer as before from audit_entry
      where entry_id > (select entry_id from audit_link order by seq desc limit 1)`),
    ).toEqual({ before: 3 });
  });

  test('twenty who write at once and commit in any order are all chained', async () => {
    const sealer = startSealer({ database: one.database, dataFolder: folder, algorithm: 'sha256' });
    const writers = Array.from({ length: 20 }, async (_, writer) => {
      for (let turn = 0; turn < 5; turn += 1) {
        await one.database.transaction(async (tx) => {
          await appendAudit(tx, { ...wang, name: `${writer}` }, { verb: 'settings.change', object: { kind: 'setting', key: turn } });
          await pause(((writer * 7 + turn * 13) % 11) * 12);
          await appendAudit(tx, { ...wang, name: `${writer}` }, { verb: 'settings.change', object: { kind: 'setting', key: `${turn}b` } });
        });
      }
    });
    await Promise.all(writers);
    await vi.waitUntil(async () => (await readState(one.database)).waiting === 0, { timeout: 50_000, interval: 50 });
    await sealer.stop();
    expect(await verify()).toMatchObject({ isSound: true, checked: 200, waiting: 0 });
    expect(readFileSync(headsFile(folder), 'utf8').trimEnd().split('\n').length).toBeGreaterThan(0);
  });

  test('several sealers make one chain, with SHA-256 and SM3 one after the other', async () => {
    await append(2500);
    await Promise.all([sealAll(one.database, 'sha256'), sealAll(one.database, 'sha256'), sealAll(one.database, 'sha256')]);
    await append(3);
    await sealAll(one.database, 'sm3');
    expect(await verify()).toMatchObject({ isSound: true, checked: 2503, head: { seq: 2503, algorithm: 'sm3' } });
    await tamper(`update audit_entry set purpose = 'x' where entry_id = 2502`);
    expect(await verdictOf()).toBe('audit.entry-altered 2502/2502');
  });

  test('a sealer that is killed at any moment leaves a chain that verifies and goes on', async () => {
    for (let round = 0; round < 4; round += 1) {
      await append(3000);
      const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', projectPath('test', 'fixtures', 'sealAudit.ts'), one.url], {
        cwd: projectPath(),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await ready(child);
      await pause(round * 25);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      expect(await verdictOf()).toBe('sound');
    }
    await sealAll(one.database, 'sha256');
    expect(await verify()).toMatchObject({ isSound: true, checked: 12_000, waiting: 0 });
  });
});

const ready = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.stdout?.once('data', resolve));

describe('verifying finds', () => {
  beforeEach(async () => {
    await append(20);
    await sealNow({ database: one.database, dataFolder: folder, algorithm: 'sha256' });
    expect(await verify()).toMatchObject({ isSound: true, checked: 20, heads: 1 });
  });

  test('a row changed by hand, in any of its columns', async () => {
    const columns = {
      at: "at + interval '1 second'",
      account: '8',
      name: "'李四'",
      via: "'job'",
      address: 'null',
      request_id: "'r-2'",
      verb: "'x.y'",
    };
    const others = {
      object_kind: "'day'",
      object_key: "'9'",
      settlement_code: "'1'",
      purpose: "''",
      before: "'{}'",
      after: `jsonb_set(after, '{value}', '5')`,
    };
    for (const [column, value] of Object.entries({ ...columns, ...others })) {
      await one.database.transaction((tx) => tx.raw('create table kept as table audit_entry'));
      await tamper(`update audit_entry set ${column} = ${value} where entry_id = 7`);
      expect(await verdictOf(), column).toBe('audit.entry-altered 7/7');
      await tamper(`update audit_entry e set ${column} = kept.${column} from kept where e.entry_id = 7 and kept.entry_id = 7`, 'drop table kept');
      expect(await verdictOf()).toBe('sound');
    }
  });

  test('an entry removed, alone and with its link', async () => {
    await tamper('delete from audit_entry where entry_id = 9');
    expect(await verdictOf()).toBe('audit.entry-removed 9/9');
    await tamper('delete from audit_link where entry_id = 9');
    expect(await verdictOf()).toBe('audit.link-removed 9/');
    await tamper('update audit_link set seq = seq - 1 where seq > 9');
    expect(await verdictOf()).toBe('audit.link-forged 9/10');
  });

  test('two entries swapped, two links swapped', async () => {
    await tamper(
      'update audit_entry set entry_id = 1000 where entry_id = 4',
      'update audit_entry set entry_id = 4 where entry_id = 5',
      'update audit_entry set entry_id = 5 where entry_id = 1000',
    );
    expect(await verdictOf()).toBe('audit.entry-altered 4/4');
    await tamper(
      'update audit_entry set entry_id = 1000 where entry_id = 4',
      'update audit_entry set entry_id = 4 where entry_id = 5',
      'update audit_entry set entry_id = 5 where entry_id = 1000',
    );
    expect(await verdictOf()).toBe('sound');
    await tamper(
      'update audit_link set seq = -4 where seq = 4',
      'update audit_link set seq = 4 where seq = 5',
      'update audit_link set seq = 5 where seq = -4',
    );
    expect(await verdictOf()).toBe('audit.link-forged 4/5');
  });

  test('an entry put in past the triggers', async () => {
    await tamper("insert into audit_entry (name, via, verb, object_kind) values ('王芳', 'web', 'imports.undo', 'import')");
    expect(await verdictOf()).toBe('audit.entry-inserted /21');
  });

  test('an entry removed before it was chained', async () => {
    await append(1);
    await tamper('delete from audit_entry where entry_id = 21');
    expect(await verdictOf()).toBe('audit.waiting-removed /21');
  });

  test('the tail cut off, with and without its entries, and chained anew', async () => {
    await tamper('delete from audit_link where seq > 17', 'delete from audit_entry where entry_id > 17');
    expect(await verdictOf()).toBe('audit.tail-cut 20/');
    await append(3);
    await sealAll(one.database, 'sha256');
    expect(await verdictOf()).toBe('audit.head-differs 20/');
  });

  test('a forged link, and a whole chain computed anew after a change', async () => {
    await tamper(`update audit_link set hash = sha256('forged') where seq = 12`);
    expect(await verdictOf()).toBe('audit.entry-altered 12/12');
    await tamper(
      "update audit_entry set name = '无人' where entry_id = 12",
      'delete from audit_link where seq >= 12',
      'insert into audit_waiting select entry_id from audit_entry where entry_id >= 12',
    );
    await sealAll(one.database, 'sha256');
    // By itself the new chain is sound: only the head outside the database tells.
    expect(await verdictOf()).toBe('audit.head-differs 20/');
    const heads = readFileSync(headsFile(folder), 'utf8');
    rmSync(headsFile(folder));
    expect(await verify()).toMatchObject({ isSound: true, heads: 0 });
    expect((await verifyChain(one.database, folder, [JSON.parse(heads)])).fault?.code).toBe('audit.head-differs');
  });

  test('the beginning cut off', async () => {
    await tamper('delete from audit_link where seq < 5', 'delete from audit_entry where entry_id < 5');
    expect(await verdictOf()).toBe('audit.beginning-removed 4/');
    await tamper('delete from audit_entry where entry_id = 5');
    expect(await verdictOf()).toBe('audit.beginning-removed 5/');
  });

  test('everything removed', async () => {
    await tamper('delete from audit_link', 'delete from audit_entry');
    expect(await verdictOf()).toBe('audit.tail-cut 20/');
  });

  test('nothing wrong in a line of the file that a crash cut in half', async () => {
    appendFileSync(headsFile(folder), '{"seq":2');
    expect(await verdictOf()).toBe('sound');
  });

  test('and each check is an entry, by which the page tells the last one', async () => {
    await tamper('delete from audit_entry where entry_id = 9');
    expect((await verifyAndTell(one.database, wang, { dataFolder: folder })).isSound).toBe(false);
    expect(await readState(one.database)).toMatchObject({
      head: { seq: 20, algorithm: 'sha256' },
      waiting: 1,
      lastVerified: { by: '王芳', isSound: false, en: 'Link 9: audit entry 9 was removed.' },
    });
  });
});

describe('keeping and removing', () => {
  /** Entries and links as they would stand if all had been written `months` ago. */
  async function age(months: number, upTo: number): Promise<void> {
    await tamper(`update audit_entry set at = at - interval '${months} months' where entry_id <= ${upTo}`, 'delete from audit_link');
    await one.database.execute(sql`insert into audit_waiting select entry_id from audit_entry where entry_id <= ${upTo} on conflict do nothing`);
    await sealAll(one.database, 'sha256');
    // The moment of chaining is part of the hash: the links are written again with an earlier one.
    const rows = await one.database.query<{ entry_id: number; content: string; sealedAt: string }>(
      sql`select e.entry_id, ${contentOfEntry} as content, ${raw(inMicroseconds("e.at + interval '1 second'"))} as "sealedAt" from audit_entry e order by 1`,
    );
    let previous: Buffer | null = null;
    const links: string[] = [];
    for (const [at, { entry_id: entry, content, sealedAt }] of rows.entries()) {
      const hash: Buffer = linkHash({ algorithm: 'sha256', seq: at + 1, sealedAt, previous, content });
      const before: string = previous === null ? 'null' : `'\\x${previous.toString('hex')}'`;
      links.push(`(${at + 1}, ${entry}, 'sha256', '\\x${hash.toString('hex')}', ${before}, '${sealedAt}')`);
      previous = hash;
    }
    await tamper('delete from audit_link', `insert into audit_link (seq, entry_id, algorithm, hash, previous, sealed_at) values ${links.join(', ')}`);
  }

  test('what is older than six months can be removed, leaves an anchor, and is told', async () => {
    await append(10);
    await sealAll(one.database, 'sha256');
    await age(9, 6);
    await keepHead(one.database, folder);
    const { eight, five } = await one.database.one<{ eight: string; five: string }>(
      sql`select (current_date - interval '8 months')::date::text as eight, (current_date - interval '5 months')::date::text as five`,
    );
    await expect(pruneAudit(one.database, wang, five)).rejects.toMatchObject({ code: 'audit.too-young' });
    await expect(one.database.execute(sql`select audit_prune(${five}::date::timestamptz)`)).rejects.toMatchObject({ code: '42501' });
    expect(await pruneAudit(one.database, wang, '2001-01-01')).toBe(0);
    expect(await pruneAudit(one.database, wang, eight)).toBe(6);
    await sealNow({ database: one.database, dataFolder: folder, algorithm: 'sha256' });
    expect(await verify()).toMatchObject({ isSound: true, checked: 6, head: { seq: 11 } });
    expect((await pageOfEntries(one.database, { verb: 'audit.prune' }, { page: 1, size: 5 })).rows[0]?.after).toMatchObject({
      before: eight,
      entries: 6,
      anchor: { seq: 6 },
    });
    expect(await pruneAudit(one.database, wang, eight)).toBe(0);
    await tamper('delete from audit_link where seq = 6', 'delete from audit_entry where entry_id = 7');
    expect(await verdictOf()).toBe('audit.beginning-removed 7/');
  });

  test('a removal that nobody told of is found', async () => {
    await append(10);
    await sealAll(one.database, 'sha256');
    await age(9, 6);
    await one.database.execute(sql`select audit_prune(current_date - interval '8 months')`);
    expect(await verdictOf()).toBe('audit.beginning-removed 6/');
  });

  test('an export is an entry, holds every column, and runs no formula', async () => {
    await append(2, { ...wang, name: '=cmd()' });
    const text: string[] = [];
    for await (const part of await exportAudit(one.database, wang, { verb: 'settings.change' }, 'csv', new Date('2026-06-30T01:12:00Z')))
      text.push(part);
    expect(text[0]).toMatch(/^\uFEFF记录号,时间,.*之前,之后,链序号,哈希\r\n$/);
    expect(text).toHaveLength(4);
    expect(text[1]).toContain(",'=cmd(),");
    expect(text[3]).toMatch(/^# 本文件由王芳.*于 2026-06-30 09:12 从安居导出 · Exported from Anju by 王芳.* at 2026-06-30 09:12,+\r\n$/);
    const lines: string[] = [];
    for await (const part of await exportAudit(one.database, wang, {}, 'jsonl', new Date())) lines.push(part);
    expect(lines.slice(0, -1).map((line) => JSON.parse(line).verb)).toEqual(['settings.change', 'settings.change', 'audit.export', 'audit.export']);
    expect(JSON.parse(lines[2] ?? '').after).toEqual({ format: 'csv', filter: { verb: 'settings.change' } });
  });

  test('the head is kept once, and not again while it is the same', async () => {
    await keepHead(one.database, folder);
    expect(existsSync(headsFile(folder))).toBe(false);
    await append(1);
    await sealAll(one.database, 'sha256');
    await keepHead(one.database, folder);
    await keepHead(one.database, folder);
    const lines = readFileSync(headsFile(folder), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([await headOfChain(one.database)]);
    writeFileSync(headsFile(folder), '');
  });
});
