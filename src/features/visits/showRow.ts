/** A row that is asked as a form shows it: each field with the value that stands, masked where it is hidden, and its version. */
import type { Keys } from '#platform/crypto/keys.ts';
import { fieldOf, type OpenCase, storedText, versionOf } from './askedRows.ts';
import type { AskedRow } from './contract.ts';
import { choicesOf } from './viewAnswers.ts';
import { wordsOf } from './valueWords.ts';

export function showRow(one: OpenCase, due: AskedRow['due'], personName: string | null, keys: Keys): AskedRow {
  const { question, register, key, member, row, fields } = one;
  return {
    register: register.name,
    key,
    person: member?.no ?? null,
    personName,
    zh: question.zh,
    en: question.en,
    due,
    asOf: (row?.data_date as string | undefined) ?? null,
    fields: fields.map(({ name, shown }) => {
      const field = fieldOf(register, name);
      const text = storedText(keys, field, row?.[name]);
      return {
        name,
        zh: field.zh,
        en: field.en,
        control: field.kind.control,
        choices: choicesOf(field),
        shown: wordsOf(field, field.kind.sealed ? text : row?.[name]),
        value: shown === 'shown' ? (typeof row?.[name] === 'boolean' ? (row[name] ? '1' : '0') : text) : '',
        version: versionOf(keys, one, name),
      };
    }),
  };
}
