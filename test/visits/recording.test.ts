/** A visit is recorded once however often it is sent, late ones keep their day, bad ones stop no other, and in vain is counted. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, rowsOf, send } from '../imports/house.ts';
import type { VisitPage } from '#features/visits/contract.ts';
import type { CaseHouse, Post } from '../scenes/caseHouse.ts';
import { answerTo, countOf, formOf, openVisitHouse, roundOf, sendVisits, visitOf } from './visitHouse.ts';

let house: CaseHouse;
beforeAll(async () => {
  house = await openVisitHouse();
});
afterAll(() => house?.close());

test('the form asks what is due, of whom it concerns, and not of children without the right to see them', async () => {
  const form = await formOf(house, 'community');
  const asked = form.questions.map(({ register, key, due }) => `${register} ${key} ${due}`);
  expect(asked).toEqual([
    expect.stringMatching(/^housing .* old$/),
    'household H-0001 null',
    'employment P-0001 null',
    'employment P-0002 null',
    'person P-0003 unknown',
    'person P-0001 unknown',
    'person P-0002 unknown',
  ]);
  expect(form.questions[1]?.fields[0]).toMatchObject({ name: 'phone', shown: { zh: '139****0001' }, value: '' });
  const leader = await formOf(house, 'leader');
  expect(leader.questions.some(({ key }) => key === 'P-0003')).toBe(false);
  expect(leader.members.map(({ name }) => name)).toEqual(['王大山', '李小花', '（姓名不显示）']);
});

test('sent again and again, also at the same moment, it is stored once', async () => {
  const form = await formOf(house, 'leader');
  const visit = visitOf({
    answers: [answerTo(form, 'employment', 'P-0001', 'job_wish', '2')],
    note: '在家，愿意学电工',
    place: '104.895,25.092',
    signature: 'M10,10L90,40',
  });
  const answers = await Promise.all([
    sendVisits(house, 'leader', visit, visit),
    sendVisits(house, 'leader', visit),
    sendVisits(house, 'leader', visit),
  ]);
  const fates = answers.flat();
  expect(fates.map(({ state }) => state).sort()).toEqual(['repeated', 'repeated', 'repeated', 'stored']);
  expect(new Set(fates.map(({ visit: id }) => id)).size).toBe(1);
  expect(new Set(fates.map(({ answers: [first] }) => `${first?.id} ${first?.state}`)).size).toBe(1);
  expect([await countOf(house, 'visit'), await countOf(house, 'visit_record'), await countOf(house, 'visit_answer')]).toEqual([1, 1, 1]);
  const [row] = await rowsOf<Record<string, unknown>>(house, 'visit', 'household_no, visited_on, method, met, note, gps');
  expect(row).toMatchObject({ household_no: 'H-0001', visited_on: '2024-07-01', method: '1', met: true, note: '在家,愿意学电工' });
  expect(String(row?.gps)).toMatch(/104\.895.*25\.092/);
  expect(await rowsOf(house, 'employment', 'job_wish, confirmed_on, confirmed_type', 'person_no')).toMatchObject([
    { job_wish: '2', confirmed_on: '2024-07-01', confirmed_type: '1' },
    { job_wish: '1' },
  ]);
  const told = await house.database.query<{ verb: string }>(
    sql`select verb from audit_entry where verb in ('visits.write', 'imports.create') and object_kind <> 'x' order by entry_id desc limit 3`,
  );
  expect(told.map(({ verb }) => verb)).toContain('visits.write');
  // What was written and drawn lies sealed beside the visit.
  const { note, signature } = await house.database.one<{ note: Buffer; signature: Buffer }>(sql`select note, signature from visit_record`);
  expect([house.keys.openText(note), house.keys.openText(signature)]).toEqual(['在家，愿意学电工', 'M10,10L90,40']);
  expect(note.includes('电工')).toBe(false);
});

test('two people who give their visits the same number do not meet', async () => {
  const visit = visitOf({ at: '2024-07-01T09:00:00+08:00' });
  const [first] = await sendVisits(house, 'leader', visit);
  const [second] = await sendVisits(house, 'grid', visit);
  expect([first?.state, second?.state]).toEqual(['stored', 'stored']);
  expect(first?.visit).not.toBe(second?.visit);
});

test('a poisoned visit stops no other, and says in both languages what is wrong', async () => {
  const before = await countOf(house, 'visit_record');
  const fates = await sendVisits(
    house,
    'leader',
    { client: 'no-number', household: 7 },
    'not even a visit',
    visitOf({ at: '2024-07-02T10:00:00+08:00' }),
    visitOf({ occupancy: '99' }),
    visitOf({ met: ['P-0004'] }),
    visitOf({ household: 'H-0002' }),
    visitOf({ at: '2024-06-29T18:30:00+08:00', note: '补传' }),
  );
  expect(fates.map(({ state, problem }) => `${state} ${problem?.code ?? ''}`)).toEqual([
    'refused visits.unreadable',
    'refused visits.unreadable',
    'refused visits.in-future',
    'refused visits.refused',
    'refused visits.stranger-met',
    'refused visits.household-not-found',
    'stored ',
  ]);
  expect(fates[3]?.issues[0]).toMatchObject({
    field: 'occupancy',
    zh: expect.stringContaining('居住情况'),
    en: expect.stringContaining('not in the code list'),
  });
  expect(await countOf(house, 'visit_record')).toBe(before + 1);
});

test('a visit at which somebody was met has to say something; a photo or a signature says nothing that could be read', async () => {
  const before = await countOf(house, 'visit_record');
  const met = (change: Parameters<typeof visitOf>[0]) => visitOf({ met: [], at: '2024-06-30T09:00:00+08:00', ...change });
  const fates = await sendVisits(
    house,
    'leader',
    met({}),
    met({ signature: 'M1,1L2,2', photos: 1, place: '104.895,25.092', note: '   ' }),
    met({ note: '电话已停机' }),
    met({ occupancy: '1' }),
  );
  expect(fates.map(({ state, problem }) => `${state} ${problem?.code ?? ''}`)).toEqual([
    'refused visits.says-nothing',
    'refused visits.says-nothing',
    'stored ',
    'stored ',
  ]);
  expect(await countOf(house, 'visit_record')).toBe(before + 2);
});

test('what was noted is read by those who see the household, of a child by those who see children’s data, and stands in no list of many', async () => {
  await house.database.execute(sql`update person set special_tags = '{4}' where person_no = 'P-0003'`);
  await sendVisits(house, 'grid', visitOf({ at: '2024-06-30T10:00:00+08:00', note: '小王已返校', children: [{ person: 'P-0003', met: true }] }));
  await sendVisits(house, 'grid', visitOf({ at: '2024-06-30T11:00:00+08:00', note: '水管已修好' }));
  const notes = async (as: Post, query: string) =>
    (await house.get<VisitPage>(as, `/visits?${query}`)).body.rows
      .filter(({ at }) => at?.startsWith('2024-06-30T1'))
      .map(({ note, isNoteWithheld }) => (isNoteWithheld ? 'withheld' : note));
  expect(await notes('community', 'household=H-0001')).toEqual(['水管已修好', '小王已返校']);
  expect(await notes('leader', 'household=H-0001')).toEqual(['水管已修好', 'withheld']);
  expect(await notes('community', '')).toEqual([null, null]);
  expect(await notes('neighbour', 'household=H-0001')).toEqual([]);
});

test('visits that came by sheet stand among those recorded here, once each, as their register lets them be read', async () => {
  const listed = async (as: Post) =>
    (await house.get<VisitPage>(as, '/visits?household=H-0001')).body.rows
      .filter(({ on }) => on < '2024-06-25')
      .map(({ id, on, by, outcome, method, note, isNoteWithheld }) => [id === null, on, by, outcome, method?.zh, isNoteWithheld ? 'withheld' : note]);
  const total = async () => (await house.get<VisitPage>('community', '/visits?household=H-0001')).body.total;
  const before = await total();
  await sendVisits(house, 'grid', visitOf({ at: '2024-06-20T10:00:00+08:00', note: '水表已换' }));
  const sheet = (note: string) =>
    send(
      house,
      `户编号|被走访人证件号码|走访人|走访日期|方式|是否见到本人|备注
H-0001||测试scene-grid|2024-06-20|1|是|${note}
H-0001||帮扶干部张三|2024-06-18|2||电话了解
H-0001||帮扶干部张三|2024-06-17|1|否|
H-0001|${people.child.id}|帮扶干部张三|2024-06-16|1|是|孩子随外婆住
H-0002||帮扶干部张三|2024-06-15|1|是|邻居`,
      { register: 'visit', dataDate: '2024-06-30' },
    );
  expect(await sheet('水表已换新')).toMatchObject({ refused: 0, aside: 0 });
  expect(await listed('community')).toEqual([
    [false, '2024-06-20', '测试scene-grid', 'met', '入户', '水表已换'],
    [true, '2024-06-18', '帮扶干部张三', null, '电话', '电话了解'],
    [true, '2024-06-17', '帮扶干部张三', 'not-met', '入户', null],
    [true, '2024-06-16', '帮扶干部张三', 'met', '入户', '孩子随外婆住'],
  ]);
  expect(await total()).toBe(before + 4);
  expect((await listed('leader')).at(-1)).toEqual([true, '2024-06-16', '帮扶干部张三', null, '入户', 'withheld']);
  const { rows } = (await house.get<VisitPage>('community', `/visits?household=H-0001&size=2&page=2`)).body;
  expect(rows).toHaveLength(2);
  expect((await house.get<VisitPage>('neighbour', '/visits?household=H-0001')).body).toEqual({ total: 0, rows: [] });
  expect((await house.get<VisitPage>('community', '/visits')).body.rows.every(({ id }) => id !== null)).toBe(true);
});

test('a visit that comes late keeps its own day', async () => {
  house.clock.set('2024-07-03T08:00:00+08:00');
  const form = await formOf(house, 'community');
  await sendVisits(
    house,
    'community',
    visitOf({ at: '2024-07-02T19:00:00+08:00', answers: [answerTo(form, 'household', 'H-0001', 'coliving_count', '2')] }),
  );
  const [home] = await house.database.query(sql`select coliving_count, data_date from household where household_no = 'H-0001'`);
  expect(home).toEqual({ coliving_count: 2, data_date: '2024-07-02' });
  const [record] = await rowsOf(house, 'visit_record', 'visited_at, received_at', 'visit_id desc limit 1');
  expect(record).toMatchObject({ visited_at: expect.stringContaining('2024-07-02'), received_at: expect.stringContaining('2024-07-03') });
});

test('nobody at home is counted, waits for its day, and is no visit', async () => {
  const before = await countOf(house, 'visit');
  house.clock.set('2024-07-04T10:00:00+08:00');
  const gone = (at: string, nextTry?: string) => visitOf({ outcome: 'nobody-home', met: [], at, ...(nextTry && { nextTry }) });
  const [first] = await sendVisits(house, 'leader', gone('2024-07-04T09:00:00+08:00'));
  const [second, third] = await sendVisits(house, 'leader', gone('2024-07-04T09:30:00+08:00'), gone('2024-07-04T09:50:00+08:00', '2024-07-20'));
  expect([first, second, third].map((fate) => [fate?.attempt, fate?.nextTry])).toEqual([
    [1, '2024-07-05'],
    [2, '2024-07-07'],
    [3, '2024-07-20'],
  ]);
  expect(await countOf(house, 'visit')).toBe(before);
  const { rows } = await roundOf(house, 'leader', '?show=all');
  expect(rows[0]).toMatchObject({ no: 'H-0001', attempts: 3, nextTry: '2024-07-20' });
  house.clock.set('2024-07-05T10:00:00+08:00');
  await sendVisits(house, 'leader', visitOf({ at: '2024-07-05T10:00:00+08:00' }));
  expect((await formOf(house, 'leader')).attempts).toBe(0);
});
