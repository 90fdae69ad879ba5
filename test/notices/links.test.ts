/** Where notices lead: each kind names a page that there is, with what its address may name; and each is listed under what it is about. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { groupedKinds } from '#catalog/notices/noticeGroups.ts';
import { type NoticeKindName, noticeKindOf, noticeKinds } from '#catalog/notices/noticeKinds.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';

const kinds = (Object.keys(noticeKinds) as NoticeKindName[]).filter((name) => name !== 'webhooks.test');
const web = projectPath('src', 'web');
const routes = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('Routes.ts'))
  .map((path) => readFileSync(join(web, path), 'utf8'));
const named = routes.flatMap((text) => [...text.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path.replace(/\$[a-zA-Z]+/g, '$')));
const [, own = ''] = /ownPage = '([^']+)'/.exec(readFileSync(join(web, 'parts', 'pages.ts'), 'utf8')) ?? [];
const pages = [...named, own];

test.each(kinds)('%s', (name) => {
  const [path = ''] = noticeKindOf(name).link.split('?');
  expect(pages).toContain(path.replace(/\{[a-zA-Z]+\}/g, '$'));
});

test('every kind is listed once', () => {
  const listed = groupedKinds(() => true).flatMap((group) => group.kinds.map(({ name }) => name));
  expect([...listed].sort()).toEqual([...kinds].sort());
});
