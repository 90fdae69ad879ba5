/** Visits of the demonstration: with what was seen and asked, in vain, with an answer that is refused, and two that say different things. */
import type { RoleCode } from '#catalog/roles.ts';
import type { VisitForm, VisitOrder } from '#features/visits/contract.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Plan } from './liveOrders.ts';
import type { DemoPeople } from './people.ts';

type Answer = VisitOrder['answers'][number];

interface DemoVisit {
  readonly day: number;
  readonly time: string;
  readonly as: RoleCode;
  /** Which of the households. */
  readonly home: number;
  readonly says?: Partial<VisitOrder>;
  /** Answers to the household's own questions, by field; a number follows from the one that stands. */
  readonly answers?: Readonly<Record<string, string | ((stands: number) => number)>>;
  /** Whether the check of each warning is done at the door. */
  readonly checks?: true;
}

const nobody = { outcome: 'nobody-home' } as const;

const visits: readonly DemoVisit[] = [
  { day: 1, time: '10:00', as: 'community', home: 0, checks: true, says: { occupancy: '1', note: '在家，情况属实，已说明政策' } },
  { day: 1, time: '10:40', as: 'grid_worker', home: 1, checks: true, says: { occupancy: '2', note: '一人在家，其余在外务工' } },
  { day: 1, time: '11:10', as: 'community', home: 2, says: nobody },
  { day: 3, time: '18:40', as: 'community', home: 2, says: nobody },
  { day: 2, time: '15:10', as: 'grid_worker', home: 3, says: { note: '问了户主，人口没有变化' }, answers: { coliving_count: (stands) => stands } },
  { day: 3, time: '10:10', as: 'community', home: 4, says: { note: '电话号码记得不全' }, answers: { phone: '1380' } },
  { day: 4, time: '10:10', as: 'grid_worker', home: 5, says: { note: '问了户主' }, answers: { coliving_count: (stands) => stands - 1 } },
  { day: 4, time: '10:10', as: 'community', home: 5, says: { note: '问了邻居' }, answers: { coliving_count: (stands) => stands - 2 } },
  { day: 5, time: '16:20', as: 'community', home: 6, says: { method: '2', note: '电话联系，在外务工，春节回来' } },
  { day: 6, time: '09:50', as: 'community', home: 7, checks: true, says: { occupancy: '1', note: '已就业，工资按月发' } },
];

/** Plans the visits to these households, each of several people. Whoever comes on the same day has read the form in the morning. */
export function liveVisits(people: DemoPeople, clock: Clock, households: readonly string[], plan: Plan): void {
  for (const [at, { day, time, as, home, says, answers = {}, checks }] of visits.entries()) {
    const household = households[home];
    if (household === undefined) continue;
    let form: VisitForm | undefined;
    plan(day, '08:30', async () => {
      form = await people.ask<VisitForm>(as, 'GET', `/visits/form/${household}`);
    });
    plan(day, time, async () => {
      const order = {
        client: `00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`,
        household,
        at: clock.now().toISOString(),
        outcome: 'met',
        ...says,
        ...(form && { answers: answersTo(form, answers) }),
        ...(form && checks && { deeds: checksOf(form) }),
      };
      await people.ask(as, 'POST', '/visits', { visits: [order] });
    });
  }
}

const answersTo = ({ questions }: VisitForm, answers: NonNullable<DemoVisit['answers']>): Answer[] =>
  questions
    .filter(({ register }) => register === 'household')
    .flatMap(({ register, key, fields }) =>
      fields.flatMap(({ name, value: stands, version }) => {
        const said = answers[name];
        const value = typeof said === 'function' ? String(said(Number(stands))) : said;
        return value === undefined ? [] : [{ register, key, field: name, value, base: version }];
      }),
    );

const checksOf = ({ warnings }: VisitForm): VisitOrder['deeds'] =>
  warnings
    .filter(({ offers }) => offers.some(({ verb }) => verb === 'check'))
    .map(({ id }) => ({ warning: id, verb: 'check', given: { verdict: '1', note: '上门核实，属实' } }));
