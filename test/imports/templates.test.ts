/** Every template is read back as the register that it is of, each column as what it stands for. */
import { expect, test } from 'vitest';
import { mapColumns } from '#features/imports/mapColumns.ts';
import { importedRegisters, recogniseRegister } from '#features/imports/recogniseRegister.ts';
import { templateColumns } from '#features/registers/writeTemplate.ts';
import type { HeaderArea } from '#platform/files/sheets.ts';

test.each(importedRegisters.map((register) => [register.zh, register] as const))('template of %s', (_zh, register) => {
  const headers = templateColumns(register).map(({ header }) => header);
  const area: HeaderArea = { rows: [{ row: 1, cells: headers.map((text) => ({ text, kind: 'text' as const })) }], merges: [] };
  const found = recogniseRegister(area, []);
  expect(found?.register.name).toBe(register.name);
  if (!found) return;
  expect(mapColumns(register, found.header, new Map()).unknown).toEqual([]);
});
