/** The walls that the compiler does not hold: how an import is written, and through which doors one feature enters another. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectPath } from '../src/platform/settings/projectFolder.ts';

/** The files of a feature that other features may enter; docs/map.md prints the same list. */
const doors: Readonly<Record<string, readonly string[]>> = {
  accounts: ['caller', 'handleOf', 'holders', 'openWork'],
  areas: ['areaAbove', 'areaTree', 'countByArea', 'hiddenAppeal', 'narrowToArea', 'registersState', 'scope'],
  audit: ['actor', 'appendAudit', 'heads', 'watermark'],
  evaluation: ['evaluate', 'moment', 'placeSums', 'requestEvaluation'],
  imports: ['importHouse', 'importRows', 'keepRows', 'stagedKeys', 'uploads'],
  notices: ['noticeSight', 'noticeSource', 'notify', 'takeBack', 'wasTold'],
  people: ['lookAt', 'neutralWords', 'restricted', 'sight'],
  registers: ['countRows', 'readRows'],
  standards: ['itemRules', 'readWorkingCalendar', 'settings', 'standardInForce'],
  visits: ['valueWords'],
  warnings: [
    'advanceLedger',
    'claims',
    'explain',
    'heardBelow',
    'holdClocks',
    'ledgerDay',
    'retractWarnings',
    'seenWarning',
    'setStage',
    'stages',
    'startClocks',
    'viewWarnings',
  ],
  workOrders: ['findCases', 'mayAt', 'moveOrder', 'moveWarning', 'openWorkOrders', 'raiseByHand', 'refusedMove', 'showMoves', 'toldOf'],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const sources = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => path.replaceAll('\\', '/'));
const imports = sources.flatMap((from): Import[] => {
  const text = readFileSync(projectPath('src', from), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) => ({ from, to }));
});

/** The path under src of what an import of ours names; undefined for a package. */
function target({ from, to }: Import): string | undefined {
  if (to.startsWith('#')) return to.slice(1);
  return to.startsWith('.') ? join('/', from, '..', to).slice(1) : undefined;
}

const roomOf = (path: string): string => path.split('/')[0] ?? '';
const featureOf = (path: string): string | undefined => /^features\/([^/]+)\//.exec(path)?.[1];

test('an import within a room is relative, one across rooms says the room, and both end as the file does', () => {
  const wrong = imports.filter((one) => {
    const path = target(one);
    if (path === undefined || /\.(css|svg)$/.test(one.to)) return false;
    const isSameRoom = roomOf(path) === roomOf(one.from);
    return !/\.tsx?$/.test(path) || (one.to.startsWith('.') && !isSameRoom);
  });
  expect(wrong).toEqual([]);
});

test('no file collects the exports of others but the catalogue', () => {
  const barrels = sources.filter((path) => /^export (\*|\{[^}]*\}) from/m.test(readFileSync(projectPath('src', path), 'utf8')));
  expect(barrels.filter((path) => path !== 'catalog/catalog.ts')).toEqual([]);
});

const crossings = imports.flatMap((one) => {
  const [here, path = ''] = [featureOf(one.from), target(one)];
  const there = featureOf(path);
  if (here === undefined || there === undefined || here === there || one.from.endsWith('.test.ts') || /\/([a-z]+C|c)ontract\.ts$/.test(path))
    return [];
  return [{ here, there, door: path.replace(/^features\/[^/]+\//, '').replace(/\.ts$/, ''), from: one.from }];
});

test('a feature enters another only through its doors, and every door is used', () => {
  const undeclared = crossings.filter(({ there, door }) => !doors[there]?.includes(door));
  expect(undeclared.map(({ from, there, door }) => `${from} → ${there}/${door}`)).toEqual([]);
  const unused = Object.entries(doors).flatMap(([there, names]) =>
    names.filter((door) => !crossings.some((one) => one.there === there && one.door === door)).map((door) => `${there}/${door}`),
  );
  expect(unused).toEqual([]);
});

test('only the rooms that keep the house itself receive the database without a scope', () => {
  const rooms = sources.filter((path) => path.startsWith('features/') && /\bHouseContext\b/.test(readFileSync(projectPath('src', path), 'utf8')));
  const named = [...new Set(rooms.map(featureOf).filter((room) => room !== undefined))].sort();
  expect(named).toEqual([
    'accounts',
    'alerts',
    'appeals',
    'audit',
    'calendar',
    'figures',
    'imports',
    'notices',
    'people',
    'personRights',
    'standards',
    'visits',
    'workOrders',
  ]);
});

test('the doors form no circle', () => {
  const onTheWay = new Set<string>();
  const done = new Set<string>();
  const visit = (feature: string): void => {
    expect([...onTheWay], `a circle through ${feature}`).not.toContain(feature);
    if (done.has(feature)) return;
    onTheWay.add(feature);
    for (const { here, there } of crossings) if (here === feature) visit(there);
    onTheWay.delete(feature);
    done.add(feature);
  };
  for (const { here } of crossings) visit(here);
});

test('the map prints the rooms and the doors', () => {
  const map = readFileSync(projectPath('docs', 'map.md'), 'utf8');
  const rooms = readdirSync(projectPath('src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const named = [
    ...rooms.map(({ name }) => `src/${name}`),
    ...Object.entries(doors).flatMap(([there, names]) => names.map((door) => `${there}/${door}`)),
  ];
  expect(named.filter((name) => !map.includes(name))).toEqual([]);
});
