/** The catalogue of the house is sound: `npm test` says what `./anju standard check` says. */
import { expect, test } from 'vitest';
import { checkStandard } from './checkStandard.ts';

test('the catalogue has no fault', () => {
  expect(checkStandard()).toEqual([]);
});
