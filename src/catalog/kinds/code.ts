/** Kind of one code of a code list. */
import { z } from 'zod';
import type { CodeEntry } from '../codes/codeList.ts';
import type { CodeListName } from '../codes/codeListNames.ts';
import { shown } from './cellText.ts';
import { codeForms, isValidOn, labelForm, type CodeForms } from './codeForms.ts';
import { cellNumberText } from './decimalText.ts';
import { fieldOf, type CellProblem, type CellValue, type Field, type FieldOptions, type Kind, type ReadContext, type Reading } from './kind.ts';
import { cellProblem, openCell, refused } from './openCell.ts';

/** The code for a text on a day, or what is wrong with the text. */
export function codeFor(text: string, forms: CodeForms, on: string): string | CellProblem {
  const found = forms.find(text, on);
  if (found === undefined) return unknownCode(text, forms.entries, on);
  if (found === 'differ') return codeAndLabelDiffer(text);
  return isValidOn(found, on) ? found.code : notValid(found, on);
}

function readCode(cell: CellValue, field: Field, context: ReadContext): Reading<string> {
  const opened = openCell(cell, 'none-is-text');
  if (typeof opened !== 'string') return opened;
  const value = codeFor(cell.kind === 'number' ? cellNumberText(cell, opened) : opened, codeForms(field), context.on);
  return typeof value === 'string' ? { is: 'value', value } : refused(value);
}

const few = 12;

function unknownCode(text: string, entries: readonly CodeEntry[], on: string): CellProblem {
  const valid = entries.filter((entry) => isValidOn(entry, on));
  const list = (label: 'zh' | 'en'): string => valid.map((entry) => `${entry.code} ${entry[label]}`).join(label === 'zh' ? '、' : '; ');
  return cellProblem(
    'unknown-code',
    `“${shown(text)}”不在代码表中。${valid.length <= few ? `可填:${list('zh')}。` : '请按代码表填写代码或名称。'}`,
    `“${shown(text)}” is not in the code list. ${valid.length <= few ? `Taken are: ${list('en')}.` : 'Enter a code or label of the list.'}`,
  );
}

const codeAndLabelDiffer = (text: string): CellProblem =>
  cellProblem(
    'code-and-label-differ',
    `“${shown(text)}”的代码和名称不是同一项。请只填一个。`,
    `Code and label in “${shown(text)}” belong to different entries. Enter one of them.`,
  );

function notValid(entry: CodeEntry, on: string): CellProblem {
  const from = entry.validFrom ?? '';
  const to = entry.validTo ?? '';
  return cellProblem(
    'code-not-valid',
    `“${entry.code} ${entry.zh}”的有效期是${from || '不限'}至${to || '不限'},该行日期是${on}。请改用当日有效的代码。`,
    `“${entry.code} ${entry.en}” is valid from ${from || 'the beginning'} to ${to || 'further notice'}; the row's date is ${on}. Use a code valid on that day.`,
  );
}

/** The label of a code, or the code where the label alone would not lead back to it. */
export function labelOf(code: string, field: Field): string {
  const forms = codeForms(field);
  const entry = forms.entries[forms.places.get(code) ?? -1];
  if (entry === undefined || forms.find(labelForm(entry.zh), entry.validTo ?? entry.validFrom ?? '') !== entry) return code;
  return entry.zh;
}

/** The codes of a field's list as a schema. */
export function codeSchema(field: Field): z.ZodType<string> {
  return z.enum(codeForms(field).entries.map((entry) => entry.code));
}

/** One code of a list; people see its label. */
export const codeKind: Kind<string> = {
  name: 'code',
  zh: '代码',
  en: 'code',
  column: () => 'text',
  read: readCode,
  write: labelOf,
  schema: codeSchema,
  control: 'choice',
};

/** A field that holds one code of a list. */
export function code(list: CodeListName, options: FieldOptions): Field {
  return fieldOf(codeKind, options, { codes: list });
}
