/** Answers that meet another or are refused: both are kept side by side until a person decides, and nothing is overwritten; what a visit wrote is taken back as an import is. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerMend, AnswerPage } from '#features/visits/answerContract.ts';
import { exportVisits } from '#features/visits/exportVisits.ts';
import { undoImport } from '#features/imports/undoImport.ts';
import { rowsOf } from '../imports/house.ts';
import type { CaseHouse } from '../scenes/caseHouse.ts';
import { answerTo, countOf, formOf, openVisitHouse, rowIn, sendVisits, visitOf } from './visitHouse.ts';

let house: CaseHouse;
beforeAll(async () => {
  house = await openVisitHouse();
});
afterAll(() => house?.close());

const wishOf = async (person: string): Promise<unknown> =>
  (await house.database.one<{ wish: string }>(sql`select job_wish as wish from employment where person_no = ${person}`)).wish;
const open = async (as: 'community' | 'street' | 'leader' | 'neighbour' = 'community'): Promise<AnswerPage> =>
  (await house.get<AnswerPage>(as, '/visits/answers')).body;

test('two phones that read the same value: the first answer stands, the second waits beside it', async () => {
  const [leader, grid] = [await formOf(house, 'leader'), await formOf(house, 'grid')];
  const [first] = await sendVisits(house, 'leader', visitOf({ answers: [answerTo(leader, 'employment', 'P-0001', 'job_wish', '2')] }));
  house.clock.set('2024-07-01T12:00:00+08:00');
  const [second] = await sendVisits(
    house,
    'grid',
    visitOf({ at: '2024-07-01T11:00:00+08:00', answers: [answerTo(grid, 'employment', 'P-0001', 'job_wish', '3')] }),
  );
  expect([first?.answers[0]?.state, second?.answers[0]?.state]).toEqual(['stored', 'conflict']);
  expect(second?.answers[0]?.zh).toContain('两个答案都已保留');
  expect(await wishOf('P-0001')).toBe('2');
  const { total, rows } = await open();
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({
    state: 'conflict',
    household: 'H-0001',
    person: '王**',
    field: { zh: '求职意愿' },
    by: '测试scene-grid',
    answeredOn: '2024-07-01',
  });
  expect([rows[0]?.given.zh, rows[0]?.stood?.zh, rows[0]?.now.zh]).toEqual([expect.any(String), rows[0]?.now.zh, expect.any(String)]);
  expect(rows[0]?.given.zh).not.toBe(rows[0]?.now.zh);
});

test('who answers what stands already meets nobody', async () => {
  const grid = await formOf(house, 'grid');
  await sendVisits(house, 'leader', visitOf({ answers: [answerTo(grid, 'employment', 'P-0002', 'job_wish', '2')] }));
  const [same] = await sendVisits(house, 'grid', visitOf({ answers: [answerTo(grid, 'employment', 'P-0002', 'job_wish', '2')] }));
  expect(same?.answers[0]?.state).toBe('stored');
});

test('of two at the same moment exactly one stands and one waits', async () => {
  const form = await formOf(house, 'leader');
  const fates = await Promise.all(
    (['leader', 'grid'] as const).map((as, at) =>
      sendVisits(house, as, visitOf({ answers: [answerTo(form, 'household', 'H-0001', 'coliving_count', at + 1)] })),
    ),
  );
  expect(fates.map(([fate]) => fate?.answers[0]?.state).sort()).toEqual(['conflict', 'stored']);
});

test('a person settles: looks at what stands now, takes the answer, and is on record; nobody settles twice', async () => {
  const { rows } = await open();
  const waiting = rows.find(({ field }) => field.zh === '求职意愿');
  const path = `/visits/answers/${waiting?.id}/settle`;
  expect((await house.post('leader', path, { as: 'given', base: waiting?.version })).status).toBe(403);
  expect((await house.post('neighbour', path, { as: 'given', base: waiting?.version })).status).toBe(404);
  const stale = await house.post('community', path, { as: 'given', base: 'ff' });
  expect([stale.status, stale.body.code]).toEqual([409, 'visits.changed-meanwhile']);
  house.clock.set('2024-07-02T09:00:00+08:00');
  const done = await house.post<{ state: string; import: number }>('community', path, { as: 'given', base: waiting?.version });
  expect([done.status, done.body.state]).toEqual([200, 'taken']);
  expect(await wishOf('P-0001')).toBe('3');
  const again = await house.post('community', path, { as: 'stood', base: waiting?.version });
  expect([again.status, again.body.code]).toEqual([409, 'visits.settled-already']);
  const [entry] = await house.database.query<{ name: string; after: { state: string } }>(
    sql`select name, after from audit_entry where verb = 'visits.settle'`,
  );
  expect(entry).toMatchObject({ name: expect.stringContaining('scene-community'), after: { state: 'taken', household: 'H-0001' } });
  const kept = rows.find(({ field }) => field.zh === '共同生活人口');
  const imports = await countOf(house, 'import_run');
  expect((await house.post('street', `/visits/answers/${kept?.id}/settle`, { as: 'stood', base: kept?.version })).status).toBe(200);
  expect(await countOf(house, 'import_run')).toBe(imports);
  expect((await open()).total).toBe(0);
  const settled = (await house.get<AnswerPage>('community', '/visits/answers?state=settled')).body;
  expect(settled.rows.map(({ state }) => state).sort()).toEqual(['kept', 'taken']);
});

test('a refused answer comes back with field and sentence, is kept sealed, and its visitor mends it', async () => {
  const form = await formOf(house, 'leader');
  const [fate] = await sendVisits(
    house,
    'leader',
    visitOf({
      at: '2024-07-02T08:00:00+08:00',
      answers: [
        answerTo(form, 'employment', 'P-0002', 'emp_status', '1'),
        answerTo(form, 'household', 'H-0001', 'phone', '12345'),
        answerTo(form, 'person', 'P-0001', 'phone', '13900000011'),
        { register: 'person', key: 'P-0001', field: 'id_no', value: 'x', base: '' },
        { register: 'employment', key: 'P-0004', field: 'emp_status', value: '1', base: '' },
      ],
    }),
  );
  expect(fate?.state).toBe('stored');
  const states = Object.fromEntries((fate?.answers ?? []).map(({ register, key, field, state }) => [`${register} ${key} ${field}`, state]));
  expect(states).toEqual({
    'employment P-0002 emp_status': 'refused',
    'household H-0001 phone': 'refused',
    'person P-0001 phone': 'stored',
    'person P-0001 id_no': 'refused',
    'employment P-0004 emp_status': 'refused',
  });
  const work = fate?.answers.find(({ key }) => key === 'P-0002');
  expect([work?.zh, work?.en]).toEqual([expect.stringContaining('退回'), expect.stringContaining('kept')]);
  const stored = await rowsOf<{ given: Buffer; said_zh: string }>(
    house,
    `visit_answer where field = 'phone' and state = 'refused'`,
    'given, said_zh',
  );
  expect(stored[0]?.given.includes('12345')).toBe(false);
  expect(stored[0]?.said_zh).not.toContain('12345');
  expect(await house.database.query(sql`select 1 from refused_row`)).toEqual([]);
  const phone = fate?.answers.find(({ register }) => register === 'household');
  const { version } = rowIn(await formOf(house, 'leader'), 'household', 'H-0001', 'phone').fields[0] ?? { version: '' };
  expect((await house.post('grid', `/visits/answers/${phone?.id}/mend`, { value: '13900000012', base: version })).status).toBe(403);
  const bad = await house.post('leader', `/visits/answers/${phone?.id}/mend`, { value: '12', base: version });
  expect([bad.status, bad.body.code]).toEqual([422, 'visits.refused']);
  const good = await house.post<{ state: string }>('leader', `/visits/answers/${phone?.id}/mend`, { value: '13900000012', base: version });
  expect([good.status, good.body.state]).toEqual([200, 'mended']);
  expect(rowIn(await formOf(house, 'leader'), 'household', 'H-0001', 'phone').fields[0]?.shown.zh).toBe('139****0012');
});

test('a refused answer is mended with its row: what was missing is added, and what came back with it is settled too', async () => {
  const [waiting] = (await house.get<AnswerPage>('leader', '/visits/answers?state=refused')).body.rows.filter(({ person }) => person === '李**');
  expect(waiting).toMatchObject({ field: { zh: '就业状态' }, isOwn: true });
  expect((await house.get<AnswerPage>('grid', '/visits/answers?state=refused')).body.rows.find(({ id }) => id === waiting?.id)?.isOwn).toBe(false);
  const path = `/visits/answers/${waiting?.id}`;
  expect((await house.get('neighbour', path)).status).toBe(404);
  const { body: mend } = await house.get<AnswerMend>('leader', path);
  expect(mend).toMatchObject({ household: 'H-0001', isOwn: true, field: 'emp_status', row: { register: 'employment', key: 'P-0002' } });
  expect(mend.refused).toEqual([
    { field: 'emp_status', given: { zh: '就业', en: 'employed' }, value: '1', said: { zh: waiting?.said?.zh, en: expect.any(String) } },
  ]);
  const versionOf = (name: string): string => mend.row.fields.find((field) => field.name === name)?.version ?? '';
  const stated = (values: Record<string, string>) => Object.entries(values).map(([field, value]) => ({ field, value, base: versionOf(field) }));
  const try1 = { value: '1', base: versionOf('emp_status'), beside: stated({ emp_form: '1' }) };
  const still = await house.post('leader', `${path}/mend`, try1);
  expect([still.status, still.body.code]).toEqual([422, 'visits.refused']);
  expect(still.body.zh).toMatch(/：/);
  const whole = { emp_form: '1', work_region: '522301', start_on: '2024-07-01' };
  const stale = { ...try1, beside: [{ field: 'emp_form', value: '1', base: 'ff' }] };
  expect((await house.post('leader', `${path}/mend`, stale)).body.code).toBe('visits.changed-meanwhile');
  expect((await house.post('leader', `${path}/mend`, { ...try1, beside: [{ field: 'id_no', value: 'x', base: 'ff' }] })).body.code).toBe(
    'visits.not-asked',
  );
  const done = await house.post<{ state: string }>('community', `${path}/settle`, { ...try1, as: 'other', beside: stated(whole) });
  expect([done.status, done.body]).toEqual([200, { state: 'mended', import: expect.any(Number) }]);
  const [now] = await house.database.query(sql`select emp_status, emp_form, start_on from employment where person_no = 'P-0002'`);
  expect(now).toEqual({ emp_status: '1', emp_form: '1', start_on: '2024-07-01' });
  expect((await house.get('leader', path)).body.code).toBe('visits.settled-already');
});

test('what was refused together is settled together', async () => {
  const form = await formOf(house, 'leader');
  const [fate] = await sendVisits(
    house,
    'leader',
    visitOf({
      at: '2024-07-02T08:30:00+08:00',
      answers: [answerTo(form, 'employment', 'P-0002', 'unemployed_on', '2030-01-01'), answerTo(form, 'employment', 'P-0002', 'emp_status', '2')],
    }),
  );
  expect(fate?.answers.map(({ state }) => state)).toEqual(['refused', 'refused']);
  const listed = await exportVisits(house.database, true);
  expect(listed.find((row) => row.visit_id === fate?.visit)).toMatchObject({ household: 'H-0001', outcome: 'met', signed: 0, photos: 0, waiting: 2 });
  expect(listed.length).toBeLessThan((await exportVisits(house.database)).length);
  const [first, second] = fate?.answers ?? [];
  const { body: mend } = await house.get<AnswerMend>('leader', `/visits/answers/${second?.id}`);
  expect(mend.refused.map(({ field, value }) => [field, value])).toEqual([
    ['unemployed_on', '2030-01-01'],
    ['emp_status', '2'],
  ]);
  const baseOf = (name: string) => mend.row.fields.find((field) => field.name === name)?.version;
  const done = await house.post('leader', `/visits/answers/${second?.id}/mend`, {
    value: '2',
    base: baseOf('emp_status'),
    beside: [{ field: 'unemployed_on', value: '2024-07-01', base: baseOf('unemployed_on') }],
  });
  expect([done.status, done.body]).toEqual([200, { state: 'mended', import: expect.any(Number) }]);
  const states = await house.database.query(sql`select state from visit_answer where answer_id = any(${[first?.id, second?.id]}::bigint[])`);
  expect(states).toEqual([{ state: 'mended' }, { state: 'mended' }]);
});

test('an answer that comes after the row was stated for a later day waits too: it would only be in the history', async () => {
  const form = await formOf(house, 'leader');
  house.clock.set('2024-07-05T09:00:00+08:00');
  await sendVisits(
    house,
    'grid',
    visitOf({ at: '2024-07-05T08:00:00+08:00', answers: [answerTo(form, 'employment', 'P-0002', 'arrears_days', '0')] }),
  );
  const late = visitOf({ at: '2024-07-04T18:00:00+08:00', answers: [answerTo(form, 'employment', 'P-0002', 'job_wish', '3')] });
  const [fate] = await sendVisits(house, 'leader', late);
  expect(fate?.answers[0]?.state).toBe('conflict');
});

test('what a visit wrote is taken back as an import is: the value before returns', async () => {
  const form = await formOf(house, 'leader');
  const before = await wishOf('P-0002');
  house.clock.set('2024-07-06T09:00:00+08:00');
  const [fate] = await sendVisits(
    house,
    'leader',
    visitOf({ at: '2024-07-06T09:00:00+08:00', answers: [answerTo(form, 'employment', 'P-0002', 'job_wish', '3')] }),
  );
  expect([fate?.answers[0]?.state, await wishOf('P-0002')]).toEqual(['stored', '3']);
  const [record] = await house.database.query<{ imports: number[] }>(sql`select imports from visit_record where visit_id = ${fate?.visit}`);
  const visits = await countOf(house, 'visit');
  const registers = [];
  for (const id of record?.imports ?? []) registers.push((await undoImport(house, id, '测试')).register);
  expect(registers.sort()).toEqual(['employment', 'visit']);
  expect([await wishOf('P-0002'), await countOf(house, 'visit')]).toEqual([before, visits - 1]);
});
