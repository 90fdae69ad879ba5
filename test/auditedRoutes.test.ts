/** Every route that changes anything, and every route that answers personal detail, leaves an audit entry: the list of routes is walked, a new one must say what it leaves. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generate } from 'otplib';
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareStandard } from '#cli/withHouse.ts';
import { type RoleCode, roleOf } from '#catalog/roles.ts';
import type { AuditVerb } from '#catalog/auditVerbs.ts';
import { type Lifecycle, routedVerbs } from '#catalog/lifecycles/lifecycle.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import { platformActor } from '#features/audit/actor.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { makeWebhook } from '#features/notices/webhooks.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import type { VisitFate, VisitForm } from '#features/visits/contract.ts';
import { type OpenHouse, openHouse } from '#main.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import { type Keys, openKeys } from '#platform/crypto/keys.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';
import { inputsOf, makeCase, orderFor, warningFor } from './fixtures/cases.ts';
import { signedIn } from './fixtures/signedIn.ts';
import { csv, householdCsv, householdHeader, idNumber, people, personHeader, send, settle, type TestHouse } from './imports/house.ts';
import { numerals } from './appeals/numerals.ts';
import { testMachine } from './fixtures/testMachine.ts';
import { type MailReceiver, openMailReceiver, textOf } from './notices/house.ts';

let one: TestDatabase;
let house: OpenHouse;
let folder: string;
let keys: Keys;
let mail: MailReceiver;
const clock = jumpableClock('2024-06-30');
const made = {
  upload: '',
  login: '',
  account: 0,
  grant: 0,
  import: 0,
  second: 0,
  waiting: 0,
  warning: 0,
  erasure: 0,
  leaver: 0,
  webhook: 0,
  worker: 0,
  visit: 0,
  answer: 0,
  case: { warning: 0, order: 0 },
  appeal: '',
  main: '',
};
const newcomer = idNumber('1991-11-11', 9);

interface Call {
  readonly verb: AuditVerb;
  readonly path: () => string;
  readonly body?: (cookie: string) => FormData | object | Promise<object | undefined>;
  /** Who calls; the prefecture lead when not said. */
  readonly as?: RoleCode;
  /** Whether nobody has signed in yet. */
  readonly isStranger?: true;
  /** Whether nobody signs in by it either. */
  readonly isNobody?: true;
}

/** The unit of the prefecture lead, who calls: only the unit in charge handles an appeal. */
const lead = 'area:522300';
const appeal = (): object => ({
  settlement: '522301A001',
  channel: '1',
  nature: '2',
  track: '2',
  content: '楼道的灯不亮，请派人来修。',
  person: 'P-0001',
  item: 'C02',
});
const told = async (): Promise<object> => {
  const { token, question } = (await (await fetch(`${house.address}/api/v1/public/captcha?kind=words`)).json()) as {
    token: string;
    question: { zh: string };
  };
  return { settlement: '522301A001', nature: '2', content: '楼道的灯不亮，请派人来修。', captcha: { token, answer: numerals(question.zh) } };
};

/** A new appeal brought into a state; answers its number and code. */
async function receiptIn(state: string, set = ''): Promise<{ no: string; code: string }> {
  const answer = await fetch(`${house.address}/api/v1/public/appeals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(await told()),
  });
  const { no, code } = (await answer.json()) as { no: string; code: string };
  const isClosed = ['refused', 'reviewing', 'reviewed', 're-reviewing'].includes(state);
  await one.database.execute(sql`
    update appeal set track = '2', satisfaction = '4', result = ${isClosed ? '1' : null}, closed_at = ${isClosed ? clock.now() : null} where appeal_no = ${no}`);
  await one.database.execute(
    sql`update appeal_case set state = ${state}, unit = ${lead}, result = '1' ${raw(set === '' ? '' : `, ${set}`)} where appeal_no = ${no}`,
  );
  return { no, code };
}

/** One call for each verb: an appeal in the state from which it goes, and what it asks for. */
function moves(each: Readonly<Record<string, readonly [state: string, body: object, set?: string]>>): Record<string, Call> {
  return Object.fromEntries(
    Object.entries(each).map(([verb, [state, body, set]]): [string, Call] => {
      let no = '';
      return [
        `POST /appeals/{no}/${verb}`,
        {
          verb: `appeals.${verb}` as AuditVerb,
          path: () => `/appeals/${no}/${verb}`,
          body: async () => {
            no = (await receiptIn(state, set)).no;
            if (verb === 'contribute')
              await one.database.execute(sql`
                insert into appeal_party (appeal_no, part, party, settlement_code) values (${no}, 'joins', ${lead}, '522301A001')`);
            if (verb === 'merge') made.main = (await receiptIn('received')).no;
            return verb === 'merge' ? { into: made.main } : body;
          },
        },
      ];
    }),
  );
}

const requestOn = (person: string): object => ({ person, asker: 'self', purpose: '本人申请' });
const password = 'Quite-long-7391';
const asSystem = 'system_administrator';
const wishes = { mailWhen: 'digest', smsWhen: 'off', quietFrom: '21:00', quietTo: '08:00', digestAt: '09:00', muted: ['imports.done'] };
/** Where nothing listens. */
const nobodyThere = '127.0.0.1:9';

/** A visit to H-0001. */
const visit = (change: object = {}): object => ({
  client: randomUUID(),
  household: 'H-0001',
  at: '2024-06-29T10:00:00+08:00',
  outcome: 'met',
  note: '在家',
  ...change,
});

/** Records a visit with an answer that is refused; answers the version of what stands. */
async function refusedAnswer(cookie: string): Promise<string> {
  const headers = { cookie, 'content-type': 'application/json' };
  const form = (await (await fetch(`${house.address}/api/v1/visits/form/H-0001`, { headers })).json()) as VisitForm;
  const base = form.questions.find(({ register }) => register === 'household')?.fields[0]?.version ?? '';
  const answers = [{ register: 'household', key: 'H-0001', field: 'phone', value: '12', base }];
  const body = JSON.stringify({ visits: [visit({ answers })] });
  const sent = await fetch(`${house.address}/api/v1/visits`, { method: 'POST', headers, body });
  const [fate] = ((await sent.json()) as { visits: VisitFate[] }).visits;
  made.visit = fate?.visit ?? 0;
  made.answer = fate?.answers[0]?.id ?? 0;
  return base;
}

/** A call of every verb of a lifecycle that has a route, on a case that stands where the verb may be done. */
function movesOf(noun: 'warnings' | 'work-orders', cycle: Lifecycle, standFor: (verb: string) => Promise<number>): Record<string, Call> {
  const verbs = routedVerbs(cycle).map((verb): [string, Call] => {
    let id = 0;
    return [
      `POST /${noun}/{id}/${verb}`,
      {
        verb: `${noun}.${verb}` as AuditVerb,
        path: () => `/${noun}/${id}/${verb}`,
        body: async () => {
          id = await standFor(verb);
          return inputsOf(cycle, verb, clock.today(), made.worker);
        },
      },
    ];
  });
  return Object.fromEntries(verbs);
}

/** What a call of each route leaves, or why it leaves nothing. */
const routes: Readonly<Record<string, Call | string>> = {
  'GET /areas': 'names and sizes of areas',
  'GET /areas/reference': 'public codes of places',
  'GET /board': 'numbers of areas',
  'GET /board/comparison': 'numbers of areas, the small ones withheld',
  'GET /board/trend': 'numbers of areas',
  'GET /items': 'the standard and numbers of areas',
  'GET /items/verdicts': 'numbers of items and areas',
  'GET /items/{code}': 'the standard and numbers of areas',
  'GET /items/{code}/subjects': 'a list: names masked',
  'GET /warnings': 'a list: names masked',
  'GET /warnings/export': { verb: 'warnings.export', path: () => '/warnings/export?state=all' },
  'GET /warnings/{id}': { verb: 'warnings.read', path: () => `/warnings/${made.warning}` },
  'GET /warnings/{id}/handling': { verb: 'warnings.read', path: () => `/warnings/${made.warning}/handling` },
  'POST /warnings': {
    verb: 'warnings.raise',
    path: () => '/warnings',
    body: () => ({ item: 'B01', subject: 'H-0001', level: 'yellow', source: '3', note: '上门发现' }),
  },
  ...movesOf('warnings', warningLifecycle, async (verb) => {
    await warningFor(one.database, made.case.warning, verb);
    return made.case.warning;
  }),
  'GET /work-orders': 'a list: names masked',
  'GET /work-orders/export': { verb: 'work-orders.export', path: () => '/work-orders/export?state=all' },
  'GET /work-orders/rates': 'numbers of units, items and areas',
  'GET /work-orders/rates/export': { verb: 'work-orders.export', path: () => '/work-orders/rates/export?from=2024-01-01&to=2024-12-31' },
  'GET /work-orders/{id}': { verb: 'work-orders.read', path: () => `/work-orders/${made.case.order}` },
  'GET /work-orders/{id}/people': 'names and posts of those who work with it',
  'POST /work-orders/dispatch': {
    verb: 'work-orders.dispatch',
    path: () => '/work-orders/dispatch',
    body: async () => {
      await orderFor(one.database, made.case.order, 'dispatch');
      return { orders: [made.case.order], owner: made.worker, preview: false };
    },
  },
  ...movesOf('work-orders', workOrderLifecycle, async (verb) => {
    await orderFor(one.database, made.case.order, verb);
    return made.case.order;
  }),
  'GET /visits': { verb: 'visits.read', path: () => '/visits?household=H-0001' },
  'GET /visits/round': 'a list: names masked',
  'GET /visits/form/{household}': { verb: 'visits.read', path: () => '/visits/form/H-0001' },
  'GET /visits/answers': { verb: 'visits.read', path: () => '/visits/answers' },
  'GET /visits/answers/{id}': {
    verb: 'visits.read',
    path: () => `/visits/answers/${made.answer}`,
    body: async (cookie) => void (await refusedAnswer(cookie)),
  },
  'POST /visits': { verb: 'visits.write', path: () => '/visits', body: () => ({ visits: [visit()] }) },
  'POST /visits/answers/{id}/settle': {
    verb: 'visits.settle',
    path: () => `/visits/answers/${made.answer}/settle`,
    body: async (cookie) => ({ as: 'stood', base: await refusedAnswer(cookie) }),
  },
  'POST /visits/answers/{id}/mend': {
    verb: 'visits.settle',
    path: () => `/visits/answers/${made.answer}/mend`,
    body: async (cookie) => ({ value: '13900000033', base: await refusedAnswer(cookie) }),
  },
  'POST /visits/{id}/photos': {
    verb: 'visits.photograph',
    path: () => `/visits/${made.visit}/photos`,
    body: () => {
      const form = new FormData();
      form.set('photo', new Blob([Buffer.from('ffd8ffda000400001122ffd9', 'hex')]), 'p.jpg');
      return form;
    },
  },
  'GET /visits/{id}/photos/{photo}': { verb: 'visits.read', path: () => `/visits/${made.visit}/photos/1` },
  'GET /appeals': 'a list: numbers and codes, no names and no words',
  'GET /appeals/export': { verb: 'appeals.export', path: () => '/appeals/export?state=all' },
  'GET /appeals/rates': 'numbers of units, items and areas',
  'GET /appeals/rates/export': { verb: 'appeals.export', path: () => '/appeals/rates/export?from=2024-01-01&to=2024-12-31' },
  'GET /appeals/entered': 'a list: numbers and codes, no names and no words',
  'GET /appeals/places': 'names of settlements and units',
  'GET /appeals/{no}': { verb: 'appeals.read', path: () => `/appeals/${made.appeal}` },
  'POST /appeals': { verb: 'appeals.create', path: () => '/appeals', body: () => appeal() },
  'POST /appeals/similar': {
    verb: 'appeals.compare',
    path: () => '/appeals/similar',
    body: () => ({ settlement: '522301A001', content: '电梯坏了没人修' }),
  },
  'POST /appeals/{no}/code': { verb: 'appeals.replace-code', path: () => `/appeals/${made.appeal}/code`, body: () => ({ proof: '核对身份证' }) },
  'POST /appeals/{no}/warning': { verb: 'appeals.warn', path: () => `/appeals/${made.appeal}/warning`, body: () => ({ level: 'red' }) },
  ...moves({
    accept: ['received', {}],
    refuse: ['received', { reason: '7', note: '请补充' }],
    reconsider: ['refused', { note: '应当受理' }],
    shield: ['received', { party: 'department:教育局' }],
    dispatch: ['accepted', { unit: lead }],
    transfer: ['handling', { unit: lead, note: '改派' }],
    join: ['handling', { unit: 'department:民政局' }],
    contribute: ['handling', { note: '已到现场看过' }],
    return: ['handling', { reason: '1', evidence: '不属职责' }],
    extend: ['handling', { until: '2024-07-05', note: '要测量' }],
    grant: ['handling', {}, "extension = 'asked', extend_to = '2024-07-05'"],
    deny: ['handling', { note: '不必' }, "extension = 'asked', extend_to = '2024-07-05'"],
    reply: ['handling', { result: '1', reply: '已解决' }],
    'follow-up': ['answered', { on: '2024-06-30', satisfaction: '2' }],
    'send-back': ['answered', { note: '没有解决' }],
    close: ['answered', {}, "asked_on = '2024-06-30'"],
    're-open': ['answered', { note: '没有解决' }],
    'ask-review': ['answered', { note: '不服' }],
    review: ['reviewing', { outcome: '1', opinion: '维持' }],
    'ask-re-review': ['reviewed', { note: '不服' }],
    're-review': ['re-reviewing', { outcome: '1', opinion: '维持' }],
    withdraw: ['received', {}],
    merge: ['received', { into: 'SQ-MAIN' }],
  }),
  'GET /public/captcha': 'a question',
  'GET /public/captcha/picture': 'a picture',
  'GET /public/settlements': 'names of settlements',
  'POST /public/appeals': { verb: 'appeals.create', path: () => '/public/appeals', isNobody: true, body: () => told() },
  'POST /public/appeals/follow': { verb: 'appeals.follow', path: () => '/public/appeals/follow', isNobody: true, body: () => receiptIn('received') },
  'POST /public/appeals/judge': {
    verb: 'appeals.judge',
    path: () => '/public/appeals/judge',
    isNobody: true,
    body: async () => ({ ...(await receiptIn('answered')), satisfaction: '1' }),
  },
  'POST /public/appeals/withdraw': {
    verb: 'appeals.withdraw',
    path: () => '/public/appeals/withdraw',
    isNobody: true,
    body: () => receiptIn('received'),
  },
  'POST /public/appeals/re-open': {
    verb: 'appeals.re-open',
    path: () => '/public/appeals/re-open',
    isNobody: true,
    body: async () => ({ ...(await receiptIn('answered')), note: '没有解决' }),
  },
  'POST /public/appeals/ask-review': {
    verb: 'appeals.ask-review',
    path: () => '/public/appeals/ask-review',
    isNobody: true,
    body: async () => ({ ...(await receiptIn('answered')), note: '不服' }),
  },
  'POST /public/appeals/ask-re-review': {
    verb: 'appeals.ask-re-review',
    path: () => '/public/appeals/ask-re-review',
    isNobody: true,
    body: async () => ({ ...(await receiptIn('reviewed')), note: '不服' }),
  },
  'GET /households': 'a list: names masked',
  'GET /households/{no}': { verb: 'households.read', path: () => '/households/H-0001' },
  'POST /people/reveal': {
    verb: 'people.reveal',
    path: () => '/people/reveal',
    body: () => ({ register: 'person', key: 'P-0001', field: 'id_no', purpose: 'verify-identity', reason: '现场核对身份证' }),
  },
  'GET /person-rights': 'requests: numbers of the platform, no names',
  'POST /person-rights/person': { verb: 'person-rights.read', path: () => '/person-rights/person', body: () => ({ person: 'P-0002' }) },
  'POST /person-rights/export': { verb: 'person-rights.export', path: () => '/person-rights/export', body: () => requestOn('P-0002') },
  'POST /person-rights/correct': {
    verb: 'person-rights.correct',
    path: () => '/person-rights/correct',
    body: async () => {
      const { row } = await one.database.one<{ row: number }>(sql`select row_id as row from person where person_no = 'P-0002'`);
      return { ...requestOn('P-0002'), register: 'person', row, values: { education: '高中' } };
    },
  },
  'POST /person-rights/restrict': { verb: 'person-rights.restrict', path: () => '/person-rights/restrict', body: () => requestOn('P-0002') },
  'POST /person-rights/lift': { verb: 'person-rights.lift', path: () => '/person-rights/lift', body: () => requestOn('P-0002') },
  'POST /person-rights/plan': {
    verb: 'person-rights.preview',
    path: () => '/person-rights/plan',
    body: () => ({ person: 'P-0011', ground: 'unlawful' }),
  },
  'POST /person-rights/erase': {
    verb: 'person-rights.erase',
    path: () => '/person-rights/erase',
    body: () => ({ ...requestOn('P-0011'), ground: 'unlawful' }),
  },
  'POST /person-rights/{id}/confirm': {
    verb: 'person-rights.confirm',
    path: () => `/person-rights/${made.erasure}/confirm`,
    body: async () => {
      const { id } = await one.database.one<{ id: number }>(sql`select right_id as id from person_right where state = 'waiting'`);
      made.erasure = id;
      return {};
    },
  },
  'GET /data-health': 'what departments delivered',
  'GET /figures': 'published numbers',
  'GET /registers': 'the catalogue with counts',
  'GET /registers/{name}/rows': { verb: 'registers.read', path: () => '/registers/person/rows?size=5' },
  'GET /registers/{name}/template.xlsx': 'an empty form',
  'GET /imports': 'files and counts',
  'POST /imports': { verb: 'imports.create', path: () => '/imports', body: upload },
  'GET /imports/uploads/{upload}': 'counts and problems: nothing that says who somebody is stands there',
  'GET /imports/{id}': 'counts and problems: nothing that says who somebody is stands there',
  'GET /imports/{id}/undo': 'a preview: numbers of rows',
  'POST /imports/{id}/undo': { verb: 'imports.undo', path: () => `/imports/${made.second}/undo` },
  'GET /aside-rows': 'files, lines and reasons',
  'GET /imports/{id}/marked': { verb: 'imports.download', path: () => `/imports/${made.import}/marked` },
  'GET /imports/{id}/dropped': { verb: 'imports.read-dropped', path: () => `/imports/${made.waiting}/dropped` },
  'GET /imports/{id}/dropped/export': { verb: 'imports.export-dropped', path: () => `/imports/${made.waiting}/dropped/export` },
  'POST /imports/{id}/confirm': { verb: 'imports.confirm', path: () => `/imports/${made.waiting}/confirm`, body: () => ({ confirmedBy: '李四' }) },
  'GET /imports/{id}/rows/{sheet}/{line}': { verb: 'imports.read-row', path: () => `/imports/${made.import}/rows/0/2` },
  'POST /imports/{id}/rows/{sheet}/{line}': {
    verb: 'imports.mend',
    path: () => `/imports/${made.import}/rows/0/2`,
    body: () => ({ changes: { 民族: '汉族' } }),
  },
  'POST /imports/rows': {
    verb: 'imports.create',
    path: () => '/imports/rows',
    body: () => ({ register: 'person', rows: [{ person_no: 'P-0001', special_tags: ['1'] }] }),
  },
  'POST /imports/nil': { verb: 'imports.create', path: () => '/imports/nil', body: () => ({ register: 'device', all: true }) },
  'GET /uploads/{upload}/columns': 'headers, and cells with numbers and names masked',
  'POST /uploads/{upload}/import': { verb: 'imports.create', path: () => `/uploads/${made.upload}/import`, body: () => ({ dataDate: '2024-05-02' }) },
  'GET /header-mappings': 'headers and fields',
  'PUT /header-mappings/{register}/{form}': {
    verb: 'imports.map',
    path: () => '/header-mappings/person/abc',
    body: () => ({ decisions: { 备用: null } }),
  },
  'GET /calendar': 'working days',
  'PUT /calendar': { verb: 'calendar.change', path: () => '/calendar', body: () => ({ day: '2027-02-08', working: false }) },
  'PUT /calendar/local': {
    verb: 'calendar.change',
    path: () => '/calendar/local',
    body: () => ({ county: '522301', day: '2027-02-09', name: '六月六' }),
  },
  'GET /settings': 'settings of the installation',
  'PUT /settings': { verb: 'settings.change', path: () => '/settings', body: () => ({ goLive: '2024-01-01' }) },
  'GET /session': 'the accounts of a demonstration',
  'GET /session/provider': 'the way to the provider of single sign-on',
  'GET /session/provider/return': 'account.sign-in, as test/access/singleSignOn.test.ts shows with a provider',
  'POST /session': { verb: 'account.sign-in', path: () => '/session', isStranger: true, body: () => ({ login: made.login, password }) },
  'DELETE /session': { verb: 'account.sign-out', path: () => '/session' },
  'GET /me': 'the own account',
  'PUT /me/password': { verb: 'account.password', path: () => '/me/password', body: () => ({ current: password, next: 'Other-long-8264' }) },
  'GET /me/sessions': 'the own sessions',
  'DELETE /me/sessions': { verb: 'account.sign-out', path: () => '/me/sessions' },
  'DELETE /me/sessions/{id}': { verb: 'account.sign-out', path: () => '/me/sessions/1' },
  'POST /me/second-factor': { verb: 'account.second-factor', path: () => '/me/second-factor' },
  'PUT /me/second-factor': {
    verb: 'account.second-factor',
    path: () => '/me/second-factor',
    body: async (cookie) => {
      const offer = await fetch(`${house.address}/api/v1/me/second-factor`, { method: 'POST', headers: { cookie } });
      const { secret } = (await offer.json()) as { secret: string };
      return { code: await generate({ secret, epoch: Math.floor(clock.now().getTime() / 1000) }) };
    },
  },
  'GET /me/tokens': 'the own tokens, without their secrets',
  'POST /me/tokens': { verb: 'account.token', path: () => '/me/tokens', body: () => ({ name: '大屏', permissions: ['boards.read'], days: 1 }) },
  'DELETE /me/tokens/{id}': { verb: 'account.token', path: () => '/me/tokens/1' },
  'GET /accounts': 'names and grants of those who work with it',
  'POST /accounts': { verb: 'accounts.create', as: asSystem, path: () => '/accounts', body: () => ({ login: 'new-one', name: '新人' }) },
  'PATCH /accounts/{id}': { verb: 'accounts.change', as: asSystem, path: () => `/accounts/${made.account}`, body: () => ({ name: '改名' }) },
  'POST /accounts/{id}/password': { verb: 'accounts.password', as: asSystem, path: () => `/accounts/${made.account}/password` },
  'DELETE /accounts/{id}/second-factor': { verb: 'accounts.change', as: asSystem, path: () => `/accounts/${made.account}/second-factor` },
  'DELETE /accounts/{id}/sessions': { verb: 'accounts.sign-out', as: asSystem, path: () => `/accounts/${made.account}/sessions` },
  'PUT /accounts/{id}/identity': {
    verb: 'accounts.link',
    as: asSystem,
    path: () => `/accounts/${made.account}/identity`,
    body: () => ({ subject: 'person-with-the-provider' }),
  },
  'DELETE /accounts/{id}/identity': { verb: 'accounts.link', as: asSystem, path: () => `/accounts/${made.account}/identity` },
  'POST /accounts/{id}/grants': {
    verb: 'grants.give',
    path: () => `/accounts/${made.account}/grants`,
    body: () => ({ role: 'county', area: '522301' }),
  },
  'GET /accounts/{id}/post': 'open work of a post: imports, counts, names of tokens',
  'POST /accounts/{id}/deputy': {
    verb: 'grants.deputise',
    path: () => `/accounts/${made.leaver}/deputy`,
    body: () => ({ deputy: made.login, from: '2024-07-01', to: '2024-08-01' }),
  },
  'POST /accounts/{id}/handover': {
    verb: 'grants.hand-over',
    path: () => `/accounts/${made.leaver}/handover`,
    body: () => ({ successor: made.login, on: '2024-09-01' }),
  },
  'POST /accounts/{id}/leave': { verb: 'grants.leave', path: () => `/accounts/${made.leaver}/leave`, body: () => ({ on: '2024-08-15' }) },
  'PUT /me/acting': { verb: 'account.act-for', path: () => '/me/acting', body: () => ({ account: null }) },
  'DELETE /grants/{id}': { verb: 'grants.revoke', path: () => `/grants/${made.grant}` },
  'GET /roles': 'the declaration of roles',
  'GET /audit': 'the log itself, in which no value of a person stands',
  'GET /audit/verify': 'the state of the chain',
  'GET /notices': 'the own notices: numbers and links',
  'GET /notices/unread': 'a count',
  'GET /notices/preferences': 'the own wishes',
  'POST /notices/read': { verb: 'notices.read', path: () => '/notices/read', body: () => ({ ids: 'all' }) },
  'PUT /notices/preferences': { verb: 'notices.prefer', path: () => '/notices/preferences', body: () => wishes },
  'POST /notices/preferences/mail': {
    verb: 'notices.prefer',
    path: () => '/notices/preferences/mail',
    body: () => ({ address: 'somebody@example.com' }),
  },
  'PUT /notices/preferences/mail': {
    verb: 'notices.prefer',
    path: () => '/notices/preferences/mail',
    body: async (cookie) => ({ code: await mailCode(cookie) }),
  },
  'DELETE /notices/preferences/mail': { verb: 'notices.prefer', path: () => '/notices/preferences/mail' },
  'GET /webhooks': 'names, hosts and counts',
  'GET /webhooks/{id}/messages': 'kinds of notices and outcomes',
  'POST /webhooks': {
    verb: 'webhooks.create',
    as: asSystem,
    path: () => '/webhooks',
    body: () => ({ name: '大屏', format: 'cloudevents', url: 'https://receiver.example/', kinds: ['imports.done'], area: '522300' }),
  },
  'PATCH /webhooks/{id}': { verb: 'webhooks.change', as: asSystem, path: () => `/webhooks/${made.webhook}`, body: () => ({ name: '改名' }) },
  'POST /webhooks/{id}/secret': { verb: 'webhooks.secret', as: asSystem, path: () => `/webhooks/${made.webhook}/secret` },
  'POST /webhooks/{id}/test': { verb: 'webhooks.test', as: asSystem, path: () => `/webhooks/${made.webhook}/test` },
  'DELETE /webhooks/{id}': { verb: 'webhooks.remove', as: asSystem, path: () => `/webhooks/${made.webhook}` },
  'GET /alerts': 'counts of the house itself',
  'GET /audit/export': { verb: 'audit.export', as: 'audit_administrator', path: () => '/audit/export?format=jsonl' },
};
const audited = Object.entries(routes).flatMap(([route, call]) => (typeof call === 'string' ? [] : [{ route, ...call }]));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anju-audited-'));
  one = await createTestDatabase(8);
  mail = await openMailReceiver();
  keys = openKeys(folder);
  const machine = testMachine(
    { dataFolder: folder, database: one.database, keys, clock },
    {
      allowances: { appeal: { aMinute: 600, atOnce: 200 } },
      oidc: { issuer: 'https://sign-in.example', clientId: 'anju', name: { zh: '统一身份认证', en: 'Single sign-on' } },
      outgoing: { relays: [nobodyThere], mail: { host: '127.0.0.1', port: mail.port, isSecure: false, mayBeOpen: true, from: 'anju@example.com' } },
    },
  );
  await prepareStandard(machine);
  const imports: TestHouse = { ...machine, clock, dataFolder: folder, actor: platformActor };
  await settle(imports);
  const returned = `${personHeader}\nH-0001|退回|${newcomer}|没有这个民族|子|1|8|P-0010`;
  made.import = (await send(imports, returned, { dataDate: '2024-02-01' })).import ?? 0;
  const second = `${personHeader}\nH-0002|新来|${idNumber('1992-11-11', 9)}|汉族|子|1|8|P-0011`;
  made.second = (await send(imports, second, { dataDate: '2024-02-02' })).import ?? 0;
  const many = Array.from({ length: 12 }, (_, at) =>
    householdCsv
      .trim()
      .split('\n')[1]
      ?.replace('H-0001', `H-1${at}`)
      .replace('|1|101|', `|1|2${at + 10}|`),
  );
  await send(imports, [householdHeader, ...many.map((line, at) => line?.replace(people.wang.id, idNumber('1970-01-01', 21 + at)))].join('\n'), {
    dataDate: '2024-03-01',
  });
  const whole = await send(imports, householdCsv, { dataDate: '2024-04-01', mode: 'full', statedBy: '张三' });
  expect(whole.state).toBe('waiting');
  made.waiting = whole.import ?? 0;
  await evaluate(one.database, { day: '2024-06-30', moment: momentOf('2024-06-30', new Date('2000-01-01')) });
  // What the warning says does not matter here.
  const { id } = await one.database.one<{ id: number }>(sql`
    insert into warning (warning_no, item_code, subject_kind, subject_key, household_no, settlement_code, level, highest_level, state, raised_on, level_since,
      standard_version, facts, parameters)
    values ('W-1', 'C01', 'household', 'H-0001', 'H-0001', '522301A001', 'red', 'red', 'open', '2024-06-01', '2024-06-01', '1', '{}', '{}')
    returning warning_id as id`);
  made.warning = id;
  made.upload = (await one.database.one<{ sha256: string }>(sql`select sha256 from upload order by uploaded_at limit 1`)).sha256;
  const person = await signedIn(machine, [{ role: 'county', area: '522323', department: null }]);
  made.case = await makeCase(one.database, { settlement: '522301A002', household: 'H-0002', day: '2024-06-01' });
  made.worker = (await signedIn(machine, [{ role: 'county', area: '522301', department: null }])).account;
  made.login = person.login;
  made.account = person.account;
  made.leaver = (await signedIn(machine, [{ role: 'county', area: '522323', department: null }])).account;
  made.grant = (await one.database.one<{ grant_id: number }>(sql`select grant_id from account_grant where account_id = ${person.account}`)).grant_id;
  const webhook = { name: '接收', format: 'cloudevents', url: `http://${nobodyThere}/`, kinds: ['imports.done'], area: '522300' } as const;
  made.webhook = (
    await one.database.transaction((tx) =>
      makeWebhook(tx, keys, { ...webhook, kinds: [...webhook.kinds] }, { relays: [nobodyThere], madeBy: null, now: clock.now() }),
    )
  ).id;
  house = await openHouse(machine, { port: 0, version: '0.0.0' });
  const taken = await fetch(`${house.address}/api/v1/appeals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: (await signedIn(machine)).cookie },
    body: JSON.stringify(appeal()),
  });
  made.appeal = ((await taken.json()) as { no: string }).no;
}, 200_000);
afterAll(async () => {
  await house?.close();
  await mail?.close();
  await one?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Somebody new in each call: what one call ends (a session, a password) does not reach the next. */
async function caller(as: RoleCode = 'prefecture'): Promise<{ cookie: string }> {
  const person = await signedIn({ database: one.database, keys, clock }, [{ role: as, area: '522300', department: null }]);
  await one.database.execute(
    sql`update account set totp_confirmed_at = ${roleOf(as).administers ? clock.now() : null} where account_id = ${person.account}`,
  );
  return person;
}

/** The code that came to the address which the caller gave. */
async function mailCode(cookie: string): Promise<string> {
  await fetch(`${house.address}/api/v1/notices/preferences/mail`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ address: 'somebody@example.com' }),
  });
  const [letter] = mail.letters.slice(-1);
  return /\b(\d{6})\b/.exec(letter ? textOf(letter) : '')?.[1] ?? '';
}

function upload(): FormData {
  const form = new FormData();
  form.set('dataDate', '2024-05-01');
  form.set('file', new Blob([new Uint8Array(csv(`${personHeader}\nH-0002|又来|${idNumber('1993-11-11', 9)}|汉族|子|1|8|P-0012`))]), '名单.csv');
  return form;
}

test('every route says what it leaves in the audit log, or why it leaves nothing', async () => {
  const { paths } = (await (await fetch(`${house.address}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, unknown>> };
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith('/api/v1') ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.slice('/api/v1'.length)}`) : [],
  );
  expect(found.sort()).toEqual(Object.keys(routes).sort());
  expect(Object.keys(routes).filter((route) => !route.startsWith('GET ') && typeof routes[route] === 'string')).toEqual([]);
});

test.each(audited)('$route leaves $verb', async ({ route, verb, path, body, as, isStranger = false, isNobody = false }) => {
  const isUnknown = isStranger || isNobody;
  const { cookie } = await caller(as);
  const sent = await body?.(cookie);
  const answer = await fetch(`${house.address}/api/v1${path()}`, {
    method: route.split(' ')[0] ?? '',
    headers: isUnknown ? {} : { cookie },
    ...(sent instanceof FormData && { body: sent }),
    ...(sent !== undefined &&
      !(sent instanceof FormData) && {
        body: JSON.stringify(sent),
        headers: { 'content-type': 'application/json', ...(isUnknown ? {} : { cookie }) },
      }),
  });
  const text = await answer.text();
  expect([answer.ok, text.slice(0, 500)]).toEqual([true, expect.anything()]);
  const request = answer.headers.get('x-request-id');
  const read = () =>
    one.database.query<{ verb: string; account: number | null; via: string; address: string | null }>(
      sql`select verb, account, via, address from audit_entry where request_id = ${request} and verb = ${verb}`,
    );
  let entries = await read();
  // An upload is worked on after its answer.
  for (let turn = 0; entries.length === 0 && turn < 500; turn += 1) {
    await pause(100);
    entries = await read();
  }
  expect(entries).toEqual([{ verb, account: isNobody ? null : expect.any(Number), via: 'web', address: '127.0.0.1' }]);
});

test('what was refused or not found leaves nothing, and the log holds no number of a person', async () => {
  const { before } = await one.database.one<{ before: number }>(sql`select count(*)::integer as before from audit_entry where via = 'web'`);
  const { cookie } = await caller();
  for (const path of ['/households/none', '/warnings/999999', '/appeals/none', '/registers/none/rows', '/imports/999999/marked'])
    expect((await fetch(`${house.address}/api/v1${path}`, { headers: { cookie } })).status).toBe(404);
  const { after } = await one.database.one<{ after: number }>(sql`select count(*)::integer as after from audit_entry where via = 'web'`);
  expect(after).toBe(before);
  const found = await one.database.query(sql`select e::text from audit_entry e where e::text ~ '\d{17}[\dX]' or e::text ~ '[^\d]1[3-9]\d{9}[^\d]'`);
  expect(found).toEqual([]);
});
