/** What people of the demonstration found themselves, by each of the ways: raised by hand, worked on, and cleared by the next evaluation, since the data never showed it. */
import type { RoleCode } from '#catalog/roles.ts';
import type { Handling } from '#features/workOrders/contract.ts';
import type { Plan } from './liveOrders.ts';
import type { DemoPeople } from './people.ts';

interface Finding {
  readonly as: RoleCode;
  readonly item: string;
  readonly source: string;
  readonly note: string;
  readonly measures: string;
}

/** Items about households whose clearing asks for no days and no steps. */
const findings: readonly Finding[] = [
  { as: 'community', item: 'F04', source: '2', note: '户主到社区反映低保金停发', measures: '核对后民政部门已补发' },
  { as: 'community', item: 'B03', source: '3', note: '入户发现不动产权证未领', measures: '陪同到登记中心领证' },
  { as: 'county', item: 'B03', source: '4', note: '自然资源部门通报该栋已办证未发放', measures: '已送证上门' },
  { as: 'county', item: 'F04', source: '5', note: '迁出县来函：原低保待遇未转接', measures: '民政部门已接续' },
];

/** Plans the findings, in these households. */
export function liveFindings(people: DemoPeople, households: readonly string[], plan: Plan): void {
  for (const [at, { as, item, source, note, measures }] of findings.entries()) {
    const subject = households[at];
    if (subject !== undefined)
      plan(1 + at, '11:30', async () => {
        const raised = await people.ask<{ id: number }>(as, 'POST', '/warnings', { item, subject, level: 'yellow', source, note });
        if (raised) planWork(people, raised.id, measures, plan, 2 + at);
      });
  }
}

function planWork(people: DemoPeople, warning: number, measures: string, plan: Plan, day: number): void {
  const order = async (as: RoleCode, verb: string, given: object = {}): Promise<void> => {
    const handling = await people.ask<Handling>(as, 'GET', `/warnings/${warning}/handling`);
    if (handling?.order) await people.ask(as, 'POST', `/work-orders/${handling.order.id}/${verb}`, given);
  };
  plan(day, '09:20', () => order('community', 'sign'));
  plan(day, '10:20', async () => void (await people.ask('community', 'POST', `/warnings/${warning}/check`, { verdict: '1', note: '属实' })));
  plan(day + 1, '15:00', async () => void (await people.ask('community', 'POST', `/warnings/${warning}/handle`, { measures })));
  plan(day + 1, '16:00', () => order('community', 'finish', { note: measures }));
  plan(day + 2, '10:00', () => order('street', 'review', { satisfaction: '1', note: '已核实' }));
}
