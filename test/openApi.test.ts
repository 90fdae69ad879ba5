/** The description of the API is valid OpenAPI 3.1, and says of each route what it does, who may use it and what it takes. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHouse } from '#main.ts';
import { testMachine } from './fixtures/testMachine.ts';
import { openTestHouse, type TestHouse } from './imports/house.ts';

interface Operation {
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly properties: object; readonly required: readonly string[] } }>>;
  };
  readonly 'x-permission': string;
}

let house: TestHouse;
let app: Awaited<ReturnType<typeof createHouse>>;
let described: { readonly paths: Record<string, Record<string, Operation>>; readonly components: { readonly securitySchemes: object } };

beforeAll(async () => {
  house = await openTestHouse();
  app = await createHouse(testMachine(house), { version: '0' });
  described = (await app.inject('/api/openapi.json')).json();
});
afterAll(async () => {
  await app.close();
  await house.close();
});

test('the description is valid', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(described));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect((await new Validator().validate({ ...structuredClone(described), paths: { imports: {} } })).valid).toBe(false);
});

test('each route is described in both languages', () => {
  const all = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ at: `${method} ${path}`, one })),
  );
  expect(all.filter(({ one }) => !/[\u4e00-\u9fff].* · .*[a-z]/.test(one.summary ?? '')).map(({ at }) => at)).toEqual([]);
  expect(described.paths['/api/v1/work-orders/{id}/sign']?.post?.summary).toBe('签收（工单） · sign for (work order)');
});

test('a caller learns how to sign in, and where nobody need', () => {
  expect(Object.keys(described.components.securitySchemes)).toEqual(['cookie', 'bearer']);
  expect(described.paths['/api/v1/public/appeals']?.post?.security).toEqual([]);
  expect(described.paths['/api/v1/imports']?.get?.security).toBeUndefined();
});

test('what an upload takes stands there, as form and as rows', () => {
  const form = described.paths['/api/v1/imports']?.post?.requestBody?.content['multipart/form-data']?.schema;
  expect(Object.keys(form?.properties ?? {})).toEqual(['register', 'dataDate', 'mode', 'covers', 'dryRun', 'mapping', 'file']);
  expect(form?.required).toEqual(['file']);
  const rows = described.paths['/api/v1/imports/rows']?.post?.requestBody?.content['application/json']?.schema;
  expect(rows?.required).toEqual(['register', 'rows']);
});
