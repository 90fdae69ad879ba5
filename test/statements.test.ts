/** The statements of facts as PostgreSQL receives them, one file a kind of subject: a change of a fact is seen here as the change of SQL that it is. `npx vitest run test/statements.test.ts -u` writes them anew. */
import { expect, test } from 'vitest';
import { subjectKinds } from '#catalog/items/item.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';

const settlements = ['522301A001'];

test.each(subjectKinds)('facts of %s', async (kind) => {
  const { facts, sql } = subjectFacts[kind];
  const names = facts.map(({ name, zh }) => `-- ${name} ${zh}`).join('\n');
  const statement = sql({ day: '2024-06-30', moment: '2024-06-30T23:59:59+08:00', settlements, reach: settlements });
  await expect(`${names}\n${statement}\n`).toMatchFileSnapshot(projectPath('test', 'statements', `${kind}.sql`));
});
