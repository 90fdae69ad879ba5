/** Kind of references to several rows of another register. */
import { z } from 'zod';
import type { RegisterName } from '../registers/registerNames.ts';
import { cellNumberText } from './decimalText.ts';
import { fieldOf, type CellValue, type Field, type FieldOptions, type Kind, type ReadContext, type Reading } from './kind.ts';
import { cellProblem, digitsLost, openCell, refused } from './openCell.ts';
import { keyFor } from './ref.ts';

const separator = /[、;\n]/;

function readRefs(cell: CellValue, field: Field, context: ReadContext): Reading<readonly string[]> {
  const opened = openCell(cell, 'none-is-empty');
  if (typeof opened !== 'string') return opened;
  const lost = digitsLost(cell, opened);
  if (lost !== undefined) return refused(lost);
  const found = new Set<string>();
  for (const part of cellNumberText(cell, opened).split(separator)) {
    const one = openCell({ text: part, kind: 'text' }, 'none-is-empty');
    if (typeof one !== 'string') {
      if (one.is === 'empty') continue;
      return one.is === 'erase' ? refused(eraseStandsAlone) : one;
    }
    const key = keyFor(one, field, context.today);
    if (typeof key !== 'string') return refused(key);
    found.add(key);
  }
  return found.size === 0 ? { is: 'empty' } : { is: 'value', value: [...found] };
}

const eraseStandsAlone = cellProblem(
  'erase-stands-alone',
  '“#清空”不能与其他内容写在同一单元格。请单独填写。',
  '“#清空” cannot stand beside other keys. Let it stand alone.',
);

/** References to several rows of another register, none twice, in the order of the cell. */
export const refsKind: Kind<readonly string[]> = {
  name: 'refs',
  zh: '多个引用',
  en: 'references',
  column: () => 'text[]',
  read: readRefs,
  write: (value) => value.join('、'),
  schema: () => z.array(z.string().min(1).max(200)).refine((value) => new Set(value).size === value.length, '引用重复 / a reference stands twice'),
  control: 'references',
};

/** A field that refers to several rows of another register. */
export function refs(target: RegisterName, options: FieldOptions): Field {
  return fieldOf(refsKind, options, { target });
}
