/** Kind of a set of codes of a code list. */
import { z } from 'zod';
import type { CodeListName } from '../codes/codeListNames.ts';
import { codeFor, codeSchema, labelOf } from './code.ts';
import { codeForms } from './codeForms.ts';
import { cellNumberText } from './decimalText.ts';
import { fieldOf, type CellValue, type Field, type FieldOptions, type Kind, type ReadContext, type Reading } from './kind.ts';
import { isEmptyText, openCell, refused } from './openCell.ts';

const separator = /[、,;/\n]/;

function readCodes(cell: CellValue, field: Field, context: ReadContext): Reading<readonly string[]> {
  const opened = openCell(cell, 'none-is-text');
  if (typeof opened !== 'string') return opened;
  const forms = codeForms(field);
  // A set without a member is what 无 says, and an empty cell erases nothing.
  if (opened === '无' && forms.find(opened, context.on) === undefined) return { is: 'empty' };
  const found = new Set<string>();
  const text = cell.kind === 'number' ? cellNumberText(cell, opened) : opened;
  for (const part of separator.test(text) ? text.split(separator) : [text]) {
    const one = part.trim();
    if (isEmptyText(one)) continue;
    const code = codeFor(one, forms, context.on);
    if (typeof code !== 'string') return refused(code);
    found.add(code);
  }
  if (found.size === 0) return { is: 'empty' };
  return {
    is: 'value',
    value: found.size === 1 ? [...found] : [...found].sort((one, other) => (forms.places.get(one) ?? 0) - (forms.places.get(other) ?? 0)),
  };
}

function writeCodes(value: readonly string[], field: Field): string {
  const labels = value.map((code) => {
    const label = labelOf(code, field);
    return separator.test(label) ? code : label;
  });
  return labels.join('、');
}

/** A set of codes in the order of their list, none twice; people see the labels. */
export const codesKind: Kind<readonly string[]> = {
  name: 'codes',
  zh: '多个代码',
  en: 'set of codes',
  column: () => 'text[]',
  read: readCodes,
  write: writeCodes,
  schema: (field) => z.array(codeSchema(field)).refine((value) => new Set(value).size === value.length, '代码重复 / a code stands twice'),
  control: 'choices',
};

/** A field that holds several codes of a list. */
export function codes(list: CodeListName, options: FieldOptions): Field {
  return fieldOf(codesKind, options, { codes: list });
}
