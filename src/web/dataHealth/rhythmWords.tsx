/** How often a register is due, in words. */
import type { DataHealth } from '#features/dataHealth/contract.ts';
import { useWords } from '../parts/language.ts';
import { dataHealthWords } from './dataHealthWords.ts';

const rhythms = ['day', 'week', 'month', 'quarter', 'term', 'year', 'change'] as const;

export function RhythmWords({ register }: { readonly register: Pick<DataHealth['registers'][number], 'every' | 'staleAfterDays'> }) {
  const say = useWords(dataHealthWords);
  const rhythm = rhythms.find((candidate) => candidate === register.every);
  return <>{say('every', { every: rhythm ? say(rhythm) : register.every, days: register.staleAfterDays })}</>;
}
