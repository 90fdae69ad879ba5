/** What decides stands first in the evidence of a warning. */
import { items, registers } from '#catalog/catalog.ts';
import { expect, test } from 'vitest';
import { decidingFirst } from './decidingFields.ts';

const item = (code: string) => {
  const found = items.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};
const named = (...names: string[]) => names.map((name) => ({ name }));

test('fields that the facts of the item name come first, the others stay in their order', () => {
  const fields = named('person_no', 'emp_status', 'employer_name', 'monthly_wage', 'arrears_days');
  const order = decidingFirst(item('C05'), registers.employment, fields).map(({ name }) => name);
  expect(order[0]).toBe('arrears_days');
  expect(order.filter((name) => name !== 'arrears_days')).toEqual(['person_no', 'emp_status', 'employer_name', 'monthly_wage']);
});

test('a register of which the statement names nothing keeps its order', () => {
  const fields = named('amount', 'kind');
  expect(decidingFirst(item('F01'), registers.income, fields)).toEqual(fields);
});
