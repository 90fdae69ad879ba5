import { expect, test } from 'vitest';
import { dayOf } from './days.ts';
import { IdentityOffice, idCheckCharacter, organisationCode } from './identity.ts';

test('check characters follow GB 11643 and GB 32100', () => {
  expect(idCheckCharacter('11010519491231002')).toBe('X');
  expect(organisationCode(1)).toMatch(/^91522399000000001[0-9A-HJ-NPQRTUWXY]$/);
});

test('numbers of one birth date are distinct, belong to the unassigned division and say the sex', () => {
  const office = new IdentityOffice();
  const birth = dayOf(1990, 2, 28);
  const men = Array.from({ length: 300 }, () => office.next(birth, 1));
  const women = Array.from({ length: 300 }, () => office.next(birth, 2));
  expect(new Set([...men, ...women]).size).toBe(600);
  for (const id of [...men, ...women]) {
    expect(id.slice(0, 14)).toBe('52239919900228');
    expect(idCheckCharacter(id.slice(0, 17))).toBe(id[17]);
  }
  expect(men.every((id) => Number(id[16]) % 2 === 1)).toBe(true);
  expect(women.every((id) => Number(id[16]) % 2 === 0)).toBe(true);
});
