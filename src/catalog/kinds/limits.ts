/** The rules of a field about one value alone: `max_len`, `pattern`, `min`, `max`, `past`. */
import { characterCount, shown } from './cellText.ts';
import type { CellProblem, Field } from './kind.ts';
import { cellProblem } from './openCell.ts';

const patterns = new Map<string, RegExp>();

/** Longest text that a field without `maxLength` takes, in characters. */
export const defaultMaxLength = 200;

/** A pattern of the catalogue as a regular expression. */
export function patternOf(source: string): RegExp {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  const made = new RegExp(source, 'u');
  patterns.set(source, made);
  return made;
}

/** What is wrong with the length or form of a text. */
export function textLimitProblem(text: string, field: Field): CellProblem | undefined {
  const most = field.maxLength ?? defaultMaxLength;
  if (text.length > most && characterCount(text) > most) return tooLong(text, most);
  if (field.pattern !== undefined && !patternOf(field.pattern).test(text)) return wrongForm(text, field);
  return undefined;
}

/** What is wrong with the size of a number. */
export function numberLimitProblem(value: number, field: Field): CellProblem | undefined {
  if (field.min !== undefined && value < field.min) return tooSmall(value, field.min);
  if (field.max !== undefined && value > field.max) return tooLarge(value, field.max);
  return undefined;
}

/** Whether a date, month or time of a `past` field lies after the day of import. */
export function pastProblem(value: string, field: Field, today: string): CellProblem | undefined {
  if (field.past !== true) return undefined;
  const length = Math.min(value.length, 10);
  return value.slice(0, length) > today.slice(0, length) ? inFuture(value.slice(0, length), today) : undefined;
}

const tooLong = (text: string, most: number): CellProblem =>
  cellProblem(
    'too-long',
    `“${shown(text)}”有${characterCount(text)}个字，最多${most}个字。请缩短。`,
    `“${shown(text)}” has ${characterCount(text)} characters; at most ${most} are taken. Shorten it.`,
  );

const wrongForm = (text: string, field: Field): CellProblem =>
  cellProblem(
    'wrong-form',
    `“${shown(text)}”不符合${field.zh}的格式(${field.pattern ?? ''})。请核对后填写。`,
    `“${shown(text)}” does not have the form of ${field.en} (${field.pattern ?? ''}). Check it.`,
  );

/** A number under the least that is taken. */
const tooSmall = (value: number, least: number): CellProblem =>
  cellProblem('too-small', `${value}小于允许的最小值${least}。请核对。`, `${value} is less than the least value taken, ${least}. Check it.`);

/** A number over the greatest that is taken. */
export const tooLarge = (value: number | string, most: number | string): CellProblem =>
  cellProblem(
    'too-large',
    `${shown(String(value))}大于允许的最大值${most}。请核对。`,
    `${shown(String(value))} is more than the greatest value taken, ${most}. Check it.`,
  );

const inFuture = (value: string, today: string): CellProblem =>
  cellProblem(
    'in-future',
    `${value}晚于导入日${today}。这里只能填已经过去的日期。`,
    `${value} lies after the day of import, ${today}. Only a day that has passed can stand here.`,
  );
