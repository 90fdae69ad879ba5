/** Values of questions in words: what stands, and what was answered. */
import type { Field } from '#catalog/kinds/kind.ts';
import { codeWords } from '#derive/codeWords.ts';
import { maskValue } from '#derive/mask.ts';
import { cellOf, type RowValue } from '#features/imports/importRows.ts';

export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** What reading an answer needs to know of its day. */
export interface AnsweredOn {
  readonly day: string;
  readonly today: string;
}

/** The value that an answer means, as it would be stored; undefined where it cannot be read. */
export function readAnswer(field: Field, value: RowValue, { day, today }: AnsweredOn): unknown {
  const cell = cellOf(value);
  if (cell === undefined) return undefined;
  const reading = field.kind.read(cell, field, { header: field.zh, on: day, today });
  return reading.is === 'value' ? reading.value : undefined;
}

/** A stored or answered value (sealed ones opened before) as people read it; numbers of persons masked. */
export function wordsOf(field: Field, value: unknown): Both {
  if (value === null || value === undefined || value === '') return { zh: '未填', en: 'empty' };
  if (field.kind.sealed) {
    const masked = maskValue(field, String(value));
    return { zh: masked, en: masked };
  }
  const list = field.codes;
  if (list) {
    const words = (Array.isArray(value) ? value : [value]).map((code) => codeWords(list, String(code)));
    return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
  }
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  const text = String(value);
  return { zh: text, en: text };
}

/** An answer in words: as it is understood, or as it was written where it is not. */
export function answerWords(field: Field, value: RowValue, on: AnsweredOn): Both {
  return wordsOf(field, readAnswer(field, value, on) ?? (Array.isArray(value) ? value.join('、') : value));
}
