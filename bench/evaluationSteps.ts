/** The steps of an evaluation, told from the text of its statements. */
import { subjectKinds } from '../src/catalog/items/item.ts';
import { factTableName } from '../src/facts/factTables.ts';

const writes = subjectKinds.map((kind) => [kind, new RegExp(`insert into ${factTableName(kind)}\\b`)] as const);
const judges = subjectKinds.map((kind) => [kind, new RegExp(`select \\* from ${factTableName(kind)} where month`)] as const);

/** What a statement of an evaluation is for. */
export function stepOf(text: string): string {
  const written = writes.find(([, form]) => form.test(text));
  if (written) return `facts of ${written[0]}`;
  if (/insert into indicator/.test(text)) return `judging ${judges.find(([, form]) => form.test(text))?.[0] ?? ''}`;
  if (/^delete from (\w+_fact|finding|indicator) where month/.test(text)) return 'clearing the month';
  if (/warning_evidence/.test(text)) return 'ledger: evidence';
  return /\b(warning|standing|data_warning|item_switch|raised)\b/.test(text) ? 'ledger' : 'the rest';
}
