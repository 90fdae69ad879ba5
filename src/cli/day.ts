/** The option `--as-of`: a day, today when it is not given. */
import { InvalidArgumentError } from 'commander';

/** Reads a calendar day YYYY-MM-DD; a wrong one is wrong usage. */
export function readDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidArgumentError('请写成 YYYY-MM-DD · write it as YYYY-MM-DD');
  const parsed = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError(`没有 ${text} 这一天 · there is no day ${text}`);
  return text;
}
