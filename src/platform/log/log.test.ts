/** The log holds no personal data, whatever the error says. */
import sql from 'sql-template-tag';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../database/testDatabase.ts';
import { defineProblems } from '../problems/problem.ts';
import { createLog } from './log.ts';

test('values in messages of PostgreSQL, problems and other errors are not written', async () => {
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line));
  const { database, drop } = await createTestDatabase(1);
  await database.execute(sql`create table zz_secret (id text constraint zz_secret_once primary key)`);
  await database.execute(sql`insert into zz_secret values ('522399199001011234')`);
  await database.execute(sql`insert into zz_secret values ('522399199001011234')`).catch((error: unknown) => log.error('insert', error));
  await drop();
  const problems = defineProblems('test', { bad: { kind: 'invalid', zh: '{value}不对', en: '{value} is bad' } });
  log.error('problem', problems.bad({ value: '张三' }));
  log.error('other', new Error('cannot read 522399199001011234'), { row: 3 });
  const all = lines.join('');
  expect(all).not.toMatch(/199001011234|张三/);
  expect(all).toContain('"constraint":"zz_secret_once"');
  expect(all).toContain('"code":"23505"');
  expect(all).toContain('"code":"test.bad"');
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
});

test('before a terminal only troubles are told', () => {
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line), true);
  log.info('job-done');
  log.warn('slow');
  log.error('broken', new Error('x'));
  expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['slow', 'broken']);
});
