/** Which fields of a register lead to a person, and whether a row with such a field is about that person or only names them. */
import type { Register } from '#catalog/registers/register.ts';

/** The field that says about whom a row is; undefined where rows are about something else. */
export function subjectField(register: Register): string | undefined {
  if (register.name === 'person') return 'person_no';
  // A row goes with the person where it lies where that person lives; rows of a household that name a member are the household's.
  return personFields(register).find(({ name, isList }) => !isList && register.settlementVia.includes(name))?.name;
}

/** Fields that refer to persons. */
export function personFields(register: Register): { readonly name: string; readonly isList: boolean }[] {
  return Object.entries(register.fields)
    .filter(([, field]) => field.target === 'person')
    .map(([name, { kind }]) => ({ name, isList: kind.name === 'refs' }));
}
