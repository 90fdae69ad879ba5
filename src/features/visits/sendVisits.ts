/** Takes the visits that waited on a device, one after another: each is stored, was stored before, is refused, or is to be sent again; none stops the others. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { Sight } from '#features/people/sight.ts';
import { AnjuProblem } from '#platform/problems/problem.ts';
import { z } from 'zod';
import { type VisitFate, visitOrder } from './contract.ts';
import { problems } from './problems.ts';
import { recordVisit, VisitRefused } from './recordVisit.ts';
import type { VisitHouse } from './visitHouse.ts';

/** What became of each; `onBroken` hears what nobody had thought of. */
export async function sendVisits(
  house: VisitHouse,
  scope: ScopedDatabase,
  sight: Sight,
  visits: readonly unknown[],
  onBroken: (error: unknown) => void,
): Promise<VisitFate[]> {
  const fates: VisitFate[] = [];
  for (const one of visits) fates.push(await sendOne(house, scope, sight, one, onBroken));
  return fates;
}

const untold: Omit<VisitFate, 'client' | 'state'> = { visit: null, attempt: null, nextTry: null, answers: [], deeds: [], problem: null, issues: [] };

async function sendOne(
  house: VisitHouse,
  scope: ScopedDatabase,
  sight: Sight,
  sent: unknown,
  onBroken: (error: unknown) => void,
): Promise<VisitFate> {
  const read = visitOrder.safeParse(sent);
  const client = clientOf(sent);
  if (!read.success) {
    const issues = read.error.issues.map(({ path, message }) => ({ field: path.join('.'), zh: '填写不对', en: message }));
    const { code, zh, en } = problems.unreadable.data({ where: issues.map(({ field }) => field).join(', ') || '-' });
    return { ...untold, client, state: 'refused', problem: { code, zh, en }, issues };
  }
  try {
    return await recordVisit(house, scope, sight, read.data);
  } catch (error) {
    if (error instanceof VisitRefused) {
      const said = (language: 'zh' | 'en'): string => error.issues.map((issue) => issue[language]).join(language === 'zh' ? '；' : '; ');
      const { code, zh, en } = problems.refused.data({ zh: said('zh'), en: said('en') });
      return { ...untold, client, state: 'refused', problem: { code, zh, en }, issues: error.issues };
    }
    if (error instanceof AnjuProblem && error.kind !== 'broken') {
      const { code, zh, en } = error;
      return { ...untold, client, state: 'refused', problem: { code, zh, en } };
    }
    onBroken(error);
    const { code, zh, en } = problems.failed.data({ request: house.actor.requestId ?? '-' });
    return { ...untold, client, state: 'later', problem: { code, zh, en } };
  }
}

const named = z.object({ client: z.string().max(64) });

function clientOf(sent: unknown): string | null {
  const read = named.safeParse(sent);
  return read.success ? read.data.client : null;
}
