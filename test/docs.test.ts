/** The documents tell the truth: every path, link, script and command that they name exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileOfItem, items } from '../src/catalog/catalog.ts';
import { commands } from '../src/cli/commands.ts';
import { withLifecycles } from '../src/derive/lifecycleDiagram.ts';
import { printedTerms } from '../src/derive/printedTerms.ts';
import { projectPath } from '../src/platform/settings/projectFolder.ts';

const documents = [
  ...readdirSync(projectPath()).filter((name) => name.endsWith('.md')),
  ...readdirSync(projectPath('docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { scripts: Record<string, string> };
const ownScripts = new Set([...Object.keys(scripts), 'ci', 'install']);

describe.each(documents)('%s', (document) => {
  const text = readFileSync(projectPath(document), 'utf8');
  const found = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, first = '']) => first);

  test('names paths that exist', () => {
    const paths = found(/`((?:src|docs|test|migrations|bench|\.ci)\/[^`\s]*)`/g).map((path) => path.replace(/:\d+$/, ''));
    expect(paths.filter((path) => !path.includes('<') && !exists(path))).toEqual([]);
  });

  test('links to files that exist', () => {
    const links = found(/\]\(([^)#\s]+)[^)]*\)/g).filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !existsSync(projectPath(dirname(document), link)))).toEqual([]);
  });

  test('names commands and scripts that there are', () => {
    const called = found(/\.\/anju ([a-z-]+)/g);
    expect(called.filter((name) => commands[name] === undefined)).toEqual([]);
    const run = [...found(/npm run ([\w:-]+)/g), ...found(/npm (start|test)\b/g)];
    expect(run.filter((name) => !ownScripts.has(name))).toEqual([]);
  });
});

test('every item names the file that declares it', () => {
  for (const item of items) expect(readFileSync(projectPath(fileOfItem(item)), 'utf8')).toContain(`code: '${item.code}'`);
});

test('the lifecycles are printed as they are declared (./anju lifecycles --write)', () => {
  const document = readFileSync(projectPath('docs', 'lifecycles.md'), 'utf8');
  expect(document).toBe(withLifecycles(document));
});

test('the glossary is printed as it is declared (./anju glossary --write)', () => {
  expect(readFileSync(projectPath('docs', 'glossary.md'), 'utf8')).toBe(printedTerms());
});

/** A star stands for any file of its folder, an ellipsis for whatever comes. */
function exists(path: string): boolean {
  const [before = path] = path.split(/[*…]/);
  return before === path ? existsSync(projectPath(path)) : existsSync(projectPath(before.endsWith('/') ? before : dirname(before)));
}
