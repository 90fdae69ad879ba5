/** The list of components (CycloneDX) is made from the lock file without a network, and names what is delivered and nothing else. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectPath } from '../src/platform/settings/projectFolder.ts';

/** What CycloneDX asks of a list, as far as we use it. */
const bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.enum(['1.5', '1.6']),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  version: z.number().int().min(1),
  metadata: z.object({ timestamp: z.iso.datetime(), component: z.object({ name: z.literal('anju'), version: z.string() }) }),
  components: z.array(
    z.object({
      'bom-ref': z.string().min(1),
      type: z.enum(['library', 'framework', 'application']),
      name: z.string().min(1),
      version: z.string().regex(/^\d+\.\d+\.\d+/),
      purl: z.string().startsWith('pkg:npm/'),
      scope: z.enum(['required', 'optional', 'excluded']).optional(),
      licenses: z
        .array(
          z.object({ license: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(), expression: z.string().optional() }),
        )
        .optional(),
      hashes: z.array(z.object({ alg: z.string(), content: z.string().regex(/^[0-9a-f]+$/) })).optional(),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly version?: string;
}

test('lists every package that is delivered, with its version and where it comes from', () => {
  const file = projectPath('dist', 'sbom.cdx.json');
  rmSync(file, { force: true });
  const run = spawnSync('npm', ['run', '--silent', 'sbom'], {
    cwd: projectPath(),
    encoding: 'utf8',
    env: { ...process.env, npm_config_offline: 'true' },
  });
  expect([run.status, run.stderr]).toEqual([0, expect.anything()]);
  const list = bom.parse(JSON.parse(readFileSync(file, 'utf8')));
  const listed = new Set(list.components.map(({ name, version }) => `${name}@${version}`));
  const { packages } = JSON.parse(readFileSync(projectPath('package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  const delivered = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`);
  expect([...listed].sort()).toEqual([...new Set(delivered)].sort());
  // What is built into the pages is delivered too.
  for (const name of ['react', 'react-dom', '@tanstack/react-router', 'fastify', 'openid-client', 'pg'])
    expect(
      [...listed].some((one) => one.startsWith(`${name}@`)),
      name,
    ).toBe(true);
  for (const name of ['vitest', 'typescript', 'oidc-provider'])
    expect(
      [...listed].some((one) => one.startsWith(`${name}@`)),
      name,
    ).toBe(false);
  const refs = new Set([...list.components.map((one) => one['bom-ref']), `anju@${list.metadata.component.version}`]);
  expect(list.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.has(ref))).toEqual([]);
});
