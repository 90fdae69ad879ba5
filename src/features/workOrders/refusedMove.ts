/** What a refused move is answered with, the same in every room that moves cases. */
import type { Refused } from '#catalog/lifecycles/move.ts';
import type { AnjuProblem } from '#platform/problems/problem.ts';

/** Problems of moves, for the problems of a room. */
export const moveProblems = {
  'move-not-allowed': { kind: 'not-allowed', zh: '{zh}', en: '{en}' },
  'move-invalid': { kind: 'invalid', zh: '{zh}', en: '{en}' },
  'move-conflict': { kind: 'conflict', zh: '{zh}', en: '{en}' },
} as const;

type Makers = Readonly<Record<keyof typeof moveProblems, (params: { zh: string; en: string }) => AnjuProblem>>;

/** The problem of a refusal. */
export function problemOf(problems: Makers, { kind, zh, en }: Refused): AnjuProblem {
  return problems[`move-${kind}`]({ zh, en });
}
