/** A time limit of the standard (`8h`, `2wd`, `15d`) in words. */
import type { Say } from '../parts/language.ts';

export function timeLimit(say: Say<'hours' | 'workingDays' | 'days'>, limit: string | null): string {
  const [, amount = '', unit = ''] = limit?.match(/^(\d+)(h|wd|d)$/) ?? [];
  if (unit === 'h') return say('hours', { count: Number(amount) });
  if (unit === 'wd') return say('workingDays', { count: Number(amount) });
  if (unit === 'd') return say('days', { count: Number(amount) });
  return '—';
}
