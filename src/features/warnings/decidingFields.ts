/** Which fields of a row behind a warning decide: those that the statements of the item's facts name. */
import type { Item } from '#catalog/items/item.ts';
import type { Register } from '#catalog/registers/register.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import { factsRead } from '#features/standards/itemRules.ts';

/** Orders fields of a row of a register so that those that the item rests on come first, each group in the register's own order. */
export function decidingFirst<One extends { readonly name: string }>(item: Item, register: Register, fields: readonly One[]): One[] {
  const read = new Set(factsRead(item).map(({ name }) => name));
  const facts = subjectFacts[item.subject].facts.filter(({ name, reads }) => read.has(name) && reads.includes(register.name));
  const words = new Set(facts.flatMap(({ sql }) => sql.match(/\w+/g) ?? []));
  const decides = ({ name }: One): boolean => words.has(name) && !register.key.includes(name);
  return [...fields.filter(decides), ...fields.filter((field) => !decides(field))];
}
