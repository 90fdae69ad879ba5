/** The name of the subject of a warning; disputes and appeals have a number only, so that the kind stands before it. */
import type { WarningRow } from '#features/warnings/contract.ts';
import type { Say } from '../parts/language.ts';

export function subjectNameOf(say: Say<'dispute' | 'appeal'>, { subjectKind, subjectName }: Pick<WarningRow, 'subjectKind' | 'subjectName'>): string {
  return subjectKind === 'dispute' || subjectKind === 'appeal' ? `${say(subjectKind)} ${subjectName}` : subjectName;
}
