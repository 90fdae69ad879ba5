/** Appeals of the demonstration, from the counter to where each stands today. */
import { dayAfter } from '#derive/clocks/chinaTime.ts';
import type { Receipt } from '#features/appeals/contract.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { type AppealStory, appealStories } from './appealStories.ts';
import type { DemoPeople } from './people.ts';

/** How many working days before today the first is taken down. */
export const firstAppeal = Math.max(...appealStories.map(({ before }) => before));

/** Plans the appeals; `plan` counts working days before today backwards. */
export function liveAppeals(
  people: DemoPeople,
  clock: Clock,
  settlement: string,
  plan: (before: number, time: string, what: () => Promise<void>) => void,
): void {
  const numbers: string[] = [];
  for (const [at, story] of appealStories.entries())
    plan(story.before, '09:30', async () => {
      const receipt = await people.ask<Receipt>(story.as, 'POST', '/appeals', { ...story.order, settlement });
      if (!receipt) return;
      numbers[at] = receipt.no;
      planSteps(people, clock, story, receipt.no, numbers, plan);
    });
}

function planSteps(
  people: DemoPeople,
  clock: Clock,
  { before, steps }: AppealStory,
  no: string,
  numbers: readonly string[],
  plan: (before: number, time: string, what: () => Promise<void>) => void,
): void {
  for (const [at, { after, as, verb, given }] of steps.entries())
    plan(before - after, `1${at % 8}:15`, async () => {
      const said = given({
        later: (days) => dayAfter(clock.today(), days),
        account: (role) => people.accountOf(role),
        unit: (role) => `area:${people.areaOf(role)}`,
        number: (of) => numbers[of] ?? '',
      });
      await people.ask(as, 'POST', `/appeals/${no}/${verb}`, said);
    });
}
