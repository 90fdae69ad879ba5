/** The walls between the rooms, and no cycles: what may import what, as docs/map.md says it. */
const rooms = ['catalog', 'derive', 'rules', 'platform', 'facts', 'features', 'cli', 'sample', 'web'];

/** A room may import from itself, from the rooms named, and from packages. */
const wall = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: `^src/(${rooms.join('|')}|main\\.ts)`, pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'must-resolve', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.css$' } },
    wall('catalog-alone', '^src/catalog/', ['^src/catalog/']),
    {
      name: 'catalog-zod-only',
      severity: 'error',
      from: { path: '^src/catalog/', pathNot: '\\.test\\.ts$' },
      to: { path: '^node_modules/', pathNot: '^node_modules/zod/' },
    },
    wall('rules-alone', '^src/rules/', ['^src/rules/']),
    wall('derive-from-catalog', '^src/derive/', ['^src/derive/', '^src/catalog/', '^src/rules/']),
    wall('platform-alone', '^src/platform/', ['^src/platform/']),
    wall('facts-below-features', '^src/facts/', ['^src/facts/', '^src/catalog/', '^src/derive/', '^src/rules/', '^src/platform/database/']),
    wall('contract-from-catalog', '^src/features/[^/]+/([a-z]+C|c)ontract\\.ts$', [
      '^src/features/[^/]+/([a-z]+C|c)ontract\\.ts$',
      '^src/catalog/',
      '^src/derive/',
    ]),
    wall('features-below-cli', '^src/features/', ['^src/features/', '^src/facts/', '^src/catalog/', '^src/derive/', '^src/rules/', '^src/platform/']),
    wall('web-through-contracts', '^src/web/', [
      '^src/web/',
      '^src/catalog/',
      '^src/derive/',
      '^src/rules/',
      '^src/features/[^/]+/([a-z]+C|c)ontract\\.ts$',
    ]),
    wall('sample-knows-no-feature', '^src/sample/', ['^src/sample/', '^src/catalog/', '^src/derive/', '^src/platform/']),
    {
      name: 'queries-stay-in',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/[^/]+/queries\\.ts$', pathNot: '^src/features/$1/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
  },
};
