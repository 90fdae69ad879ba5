/** What the tests of visits share: the house of the scenes with somebody out of work, and visits as a phone sends them. */
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { AskedRow, VisitFate, VisitForm, VisitOrder } from '#features/visits/contract.ts';
import type { Round } from '#features/visits/roundContract.ts';
import { people, send } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, type Post, sendEmployment } from '../scenes/caseHouse.ts';

/** Opens the house at 10:00 on 2024-07-01, where nobody of H-0001 has work: its order lies with the community. */
export async function openVisitHouse(): Promise<CaseHouse> {
  const house = await openCaseHouse();
  const { wang, li } = people;
  const out = [wang, li].map(({ id }) => ({ id, works: false, since: '2024-06-19' }));
  await sendEmployment(house, '2024-06-30', out);
  await send(
    house,
    `安置点|楼栋|单元|房号|户编号|房屋坐落|建筑面积|实际居住状态|最近核查日期
522301A001|1栋|1|101|H-0001|栗坪1栋1单元101|80|1|2024-01-01
522301A002|1栋|1|101|H-0002|洒金1栋1单元101|60|1|2024-01-01`,
    { register: 'housing', dataDate: '2024-01-01' },
  );
  await house.evaluateOn('2024-07-01T10:00:00+08:00');
  return house;
}

/** A visit to H-0001 at which somebody was met. */
export const visitOf = (change: Partial<VisitOrder> = {}): Partial<VisitOrder> => ({
  client: randomUUID(),
  household: 'H-0001',
  at: '2024-07-01T10:00:00+08:00',
  outcome: 'met',
  met: ['P-0001'],
  ...change,
});

/** Sends visits as one batch; answers what became of each. */
export async function sendVisits(house: CaseHouse, as: Post, ...visits: unknown[]): Promise<VisitFate[]> {
  const { status, body } = await house.post<{ visits: VisitFate[] }>(as, '/visits', { visits });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.visits;
}

/** The form of a household. */
export async function formOf(house: CaseHouse, as: Post, no = 'H-0001'): Promise<VisitForm> {
  const { status, body } = await house.get<VisitForm>(as, `/visits/form/${no}`);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** The round of somebody. */
export const roundOf = async (house: CaseHouse, as: Post, query = ''): Promise<Round> => (await house.get<Round>(as, `/visits/round${query}`)).body;

/** A row of a form. */
export function rowIn({ questions }: VisitForm, register: string, key: string, field: string): AskedRow {
  const row = questions.find((one) => one.register === register && one.key === key && one.fields.some(({ name }) => name === field));
  if (!row) throw new Error(`${register} ${key} is not asked`);
  return row;
}

/** An answer to a field of a form, on the version that stood there. */
export function answerTo(form: VisitForm, register: string, key: string, field: string, value: string | number): VisitOrder['answers'][number] {
  const asked = rowIn(form, register, key, field).fields.find(({ name }) => name === field);
  return { register, key, field, value, base: asked?.version ?? '' };
}

/** How many rows a table has. */
export const countOf = async (house: CaseHouse, table: 'visit' | 'visit_record' | 'visit_answer' | 'import_run'): Promise<number> => {
  const from = { visit: sql`visit`, visit_record: sql`visit_record`, visit_answer: sql`visit_answer`, import_run: sql`import_run` }[table];
  return (await house.database.one<{ count: number }>(sql`select count(*)::integer as count from ${from}`)).count;
};
