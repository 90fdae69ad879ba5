/** Every route × every role × {own, sibling, parent, child area}, from the route list itself: who may not gets 403, what lies outside is not found, and no body names anybody of another area. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaLevel } from '#catalog/areas/areas.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { appellantVerbs, routedVerbs } from '#catalog/lifecycles/lifecycle.ts';
import type { Permission } from '#catalog/permissions.ts';
import { everybodyMay, type RoleCode, roleOf, roles } from '#catalog/roles.ts';
import { type AreaNode, type AreaTree, readAreaTree } from '#features/areas/areaTree.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { type AccessHouse, openAccessHouse } from './house.ts';

/** What is asked for, in one place: an area with a household, a warning and an import of it. */
interface Place {
  readonly area: string;
  readonly household: string;
  readonly warning: number;
  readonly order: number;
  readonly appeal: string;
  readonly account: number;
}

/** How a route is asked: `bound` routes name something of an area, `free` ones answer whatever the caller sees, `own` ones are about the caller. */
interface Asked {
  readonly kind: 'bound' | 'free';
  readonly urls: (place: Place) => readonly string[];
  readonly payload?: (place: Place) => object;
}

const free = (...urls: string[]): Asked => ({ kind: 'free', urls: () => urls });
const bound = (urls: (place: Place) => readonly string[], payload?: (place: Place) => object): Asked => ({
  kind: 'bound',
  urls,
  ...(payload && { payload }),
});
const area = (path: string): Asked => bound((place) => [`${path}${path.includes('?') ? '&' : '?'}area=${place.area}`]);

/** Every route of the API; one that is missing here fails the test. */
const asked: Readonly<Record<string, Asked>> = {
  'GET /areas': free('/areas'),
  'GET /areas/reference': free('/areas/reference?q=兴义'),
  'GET /board': area('/board'),
  'GET /board/comparison': area('/board/comparison'),
  'GET /board/trend': area('/board/trend?item=C01'),
  'GET /items': free('/items'),
  'GET /items/verdicts': area('/items/verdicts'),
  'GET /items/:code': free('/items/C01'),
  'GET /items/:code/subjects': area('/items/C02/subjects'),
  'GET /warnings': area('/warnings'),
  'GET /warnings/:id': bound(({ warning }) => [`/warnings/${warning}`]),
  'GET /warnings/:id/handling': bound(({ warning }) => [`/warnings/${warning}/handling`]),
  'GET /work-orders': area('/work-orders?state=all'),
  'GET /work-orders/export': area('/work-orders/export?state=all'),
  'GET /work-orders/rates': area('/work-orders/rates?by=area&from=2026-01-01&to=2026-12-31'),
  'GET /work-orders/rates/export': area('/work-orders/rates/export?by=unit&from=2026-01-01&to=2026-12-31'),
  'GET /work-orders/:id': bound(({ order }) => [`/work-orders/${order}`]),
  'GET /work-orders/:id/people': bound(({ order }) => [`/work-orders/${order}/people`]),
  'GET /visits': area('/visits'),
  'GET /visits/round': area('/visits/round?show=all'),
  'GET /visits/form/:household': bound(({ household }) => [`/visits/form/${household}`]),
  'GET /visits/answers': area('/visits/answers?state=settled'),
  'GET /visits/answers/:id': free(),
  'GET /visits/:id/photos/:photo': free(),
  'GET /appeals': area('/appeals?state=all'),
  'GET /appeals/export': area('/appeals/export?state=all'),
  'GET /appeals/rates': area('/appeals/rates?by=area&from=2020-01-01&to=2026-12-31'),
  'GET /appeals/rates/export': area('/appeals/rates/export?by=unit&from=2020-01-01&to=2026-12-31'),
  'GET /appeals/entered': free('/appeals/entered'),
  'GET /appeals/places': free('/appeals/places'),
  'GET /appeals/:no': bound(({ appeal }) => [`/appeals/${appeal}`]),
  'GET /public/captcha': free('/public/captcha'),
  'GET /public/captcha/picture': free(),
  'GET /public/settlements': free('/public/settlements'),
  'GET /households': area('/households'),
  'GET /households/:no': bound(({ household }) => [`/households/${household}`]),
  'GET /person-rights': free('/person-rights'),
  'GET /accounts/:id/post': free(),
  'GET /data-health': area('/data-health'),
  'GET /figures': free('/figures?year=2025'),
  'GET /registers': free('/registers'),
  'GET /registers/:name/rows': bound(({ area: code }) => [`/registers/person/rows?area=${code}`, `/registers/pupil/rows?area=${code}`]),
  'GET /registers/:name/template.xlsx': free('/registers/pupil/template.xlsx'),
  'GET /imports': free('/imports?size=100'),
  'GET /imports/uploads/:upload': free(),
  'GET /imports/:id': free('/imports/1', '/imports/9'),
  'GET /imports/:id/undo': free(),
  'GET /imports/:id/marked': free(),
  'GET /imports/:id/dropped': free(),
  'GET /imports/:id/dropped/export': free(),
  'GET /imports/:id/rows/:sheet/:line': free(),
  'GET /aside-rows': free('/aside-rows'),
  'GET /calendar': free('/calendar?year=2026'),
  'GET /settings': free('/settings'),
  'GET /session': free('/session'),
  'GET /session/provider': free(),
  'GET /session/provider/return': free(),
  'GET /me': free('/me'),
  'GET /me/sessions': free('/me/sessions'),
  'GET /me/tokens': free('/me/tokens'),
  'GET /accounts': free('/accounts'),
  'GET /roles': free('/roles'),
  'GET /warnings/export': area('/warnings/export?state=all'),
  'GET /uploads/:upload/columns': free(),
  'GET /header-mappings': free('/header-mappings'),
  'GET /audit': free('/audit'),
  'GET /audit/verify': free('/audit/verify'),
  'GET /audit/export': free('/audit/export?format=csv'),
  'GET /notices': free('/notices'),
  'GET /notices/unread': free('/notices/unread'),
  'GET /notices/preferences': free('/notices/preferences'),
  'GET /webhooks': free('/webhooks'),
  'GET /webhooks/:id/messages': free(),
  'GET /alerts': free('/alerts'),
};

/** Routes that change something: who may not gets 403 whatever is sent. What they do is tested room by room. */
const changing: Readonly<Record<string, string>> = {
  'POST /warnings': '/warnings',
  'POST /work-orders/dispatch': '/work-orders/dispatch',
  ...Object.fromEntries(routedVerbs(warningLifecycle).map((verb) => [`POST /warnings/:id/${verb}`, `/warnings/1/${verb}`])),
  ...Object.fromEntries(routedVerbs(workOrderLifecycle).map((verb) => [`POST /work-orders/:id/${verb}`, `/work-orders/1/${verb}`])),
  'POST /visits': '/visits',
  'POST /visits/:id/photos': '/visits/1/photos',
  'POST /visits/answers/:id/settle': '/visits/answers/1/settle',
  'POST /visits/answers/:id/mend': '/visits/answers/1/mend',
  'POST /appeals': '/appeals',
  'POST /appeals/similar': '/appeals/similar',
  'POST /appeals/:no/code': '/appeals/SQ1/code',
  'POST /appeals/:no/warning': '/appeals/SQ1/warning',
  ...Object.fromEntries(routedVerbs(appealLifecycle).map((verb) => [`POST /appeals/:no/${verb}`, `/appeals/SQ1/${verb}`])),
  'POST /public/appeals': '/public/appeals',
  'POST /public/appeals/follow': '/public/appeals/follow',
  ...Object.fromEntries(appellantVerbs(appealLifecycle).map((verb) => [`POST /public/appeals/${verb}`, `/public/appeals/${verb}`])),
  'POST /imports': '/imports',
  'POST /imports/rows': '/imports/rows',
  'POST /imports/nil': '/imports/nil',
  'POST /uploads/:upload/import': `/uploads/${'0'.repeat(64)}/import`,
  'PUT /header-mappings/:register/:form': '/header-mappings/person/abc',
  'POST /imports/:id/undo': '/imports/1/undo',
  'POST /imports/:id/confirm': '/imports/1/confirm',
  'POST /imports/:id/rows/:sheet/:line': '/imports/1/rows/0/1',
  'POST /people/reveal': '/people/reveal',
  'PUT /calendar': '/calendar',
  'PUT /calendar/local': '/calendar/local',
  'PUT /settings': '/settings',
  'POST /session': '/session',
  'DELETE /session': '/session',
  'PUT /me/password': '/me/password',
  'DELETE /me/sessions': '/me/sessions',
  'DELETE /me/sessions/:id': '/me/sessions/1',
  'POST /me/second-factor': '/me/second-factor',
  'PUT /me/second-factor': '/me/second-factor',
  'POST /me/tokens': '/me/tokens',
  'DELETE /me/tokens/:id': '/me/tokens/1',
  'POST /accounts': '/accounts',
  'PATCH /accounts/:id': '/accounts/1',
  'POST /accounts/:id/password': '/accounts/1/password',
  'DELETE /accounts/:id/sessions': '/accounts/1/sessions',
  'PUT /accounts/:id/identity': '/accounts/1/identity',
  'DELETE /accounts/:id/identity': '/accounts/1/identity',
  'DELETE /accounts/:id/second-factor': '/accounts/1/second-factor',
  'POST /accounts/:id/grants': '/accounts/1/grants',
  'DELETE /grants/:id': '/grants/1',
  'POST /accounts/:id/deputy': '/accounts/1/deputy',
  'POST /accounts/:id/leave': '/accounts/1/leave',
  'POST /accounts/:id/handover': '/accounts/1/handover',
  'PUT /me/acting': '/me/acting',
  'POST /notices/read': '/notices/read',
  'PUT /notices/preferences': '/notices/preferences',
  'POST /notices/preferences/mail': '/notices/preferences/mail',
  'PUT /notices/preferences/mail': '/notices/preferences/mail',
  'DELETE /notices/preferences/mail': '/notices/preferences/mail',
  'POST /webhooks': '/webhooks',
  'PATCH /webhooks/:id': '/webhooks/1',
  'DELETE /webhooks/:id': '/webhooks/1',
  'POST /webhooks/:id/secret': '/webhooks/1/secret',
  'POST /webhooks/:id/test': '/webhooks/1/test',
  'POST /person-rights/person': '/person-rights/person',
  'POST /person-rights/export': '/person-rights/export',
  'POST /person-rights/correct': '/person-rights/correct',
  'POST /person-rights/restrict': '/person-rights/restrict',
  'POST /person-rights/lift': '/person-rights/lift',
  'POST /person-rights/plan': '/person-rights/plan',
  'POST /person-rights/erase': '/person-rights/erase',
  'POST /person-rights/:id/confirm': '/person-rights/1/confirm',
};

let house: AccessHouse;
let tree: AreaTree;
const permissionOf = new Map<string, string>();
/** Whatever names people, by the settlement, community and building that it belongs to. */
let people: { marks: string[]; places: string[] }[];

beforeAll(async () => {
  house = await openAccessHouse();
  await house.app.ready();
  tree = await readAreaTree(house.database);
  const { paths = {} } = house.app.swagger() as { paths?: Record<string, Record<string, { 'x-permission'?: string }>> };
  for (const [path, methods] of Object.entries(paths)) {
    if (!path.startsWith('/api/v1')) continue;
    for (const [method, route] of Object.entries(methods)) {
      permissionOf.set(`${method.toUpperCase()} ${path.slice('/api/v1'.length).replaceAll(/\{([^}]+)\}/g, ':$1')}`, route['x-permission'] ?? '');
    }
  }
  people = await house.database.query(sql`
    select array[household_no, head_name] || (select array_agg(person_no || ' ') from person where person.household_no = household.household_no) as marks,
      array[settlement_code, community_code, building_code] as places from household`);
}, 300_000);
afterAll(() => house.close());

test('every route is asked', () => {
  expect([...permissionOf.keys()].sort()).toEqual([...Object.keys(asked), ...Object.keys(changing)].sort());
});

/** An area of a level with people in it; its sibling lies in another settlement. */
async function lineOf(
  levels: readonly AreaLevel[],
): Promise<{ own: AreaNode; sibling: AreaNode | undefined; parent: AreaNode | undefined; child: AreaNode | undefined }> {
  const level = levels.at(-1) ?? 'prefecture';
  const inhabited = [...tree.nodes.values()].filter((node) => node.level === level && people.some((one) => isIn(one.places, node.code)));
  const [own] = inhabited;
  if (!own) throw new Error(`nobody lives in a ${level}`);
  const settlements = tree.settlementsOf(own.code);
  return {
    own,
    sibling: inhabited.find((node) => node !== own && !tree.settlementsOf(node.code).some((code) => settlements.includes(code))),
    parent: own.parent === null ? undefined : tree.nodes.get(own.parent),
    child: tree.childrenOf(own.code).find((node) => people.some((one) => isIn(one.places, node.code))),
  };
}

/** Whether rows with these places lie in an area. */
const isIn = (places: readonly string[], code: string): boolean => places.some((place) => tree.pathTo(place).some((node) => node.code === code));

async function placeIn(node: AreaNode): Promise<Place> {
  const home = people.find((one) => isIn(one.places, node.code));
  const settlements = tree.settlementsOf(node.code);
  const below = node.level === 'community' || node.level === 'building';
  const warning = await house.database.maybe<{ warning_id: number }>(sql`
    select warning_id from warning where settlement_code = any(${settlements}::text[])
      and (not ${below} or ${node.code} in (community_code, building_code)) and item_code like 'C%' order by warning_id limit 1`);
  const order = await house.database.maybe<{ order_id: number }>(sql`
    select order_id from work_order where settlement_code = any(${settlements}::text[])
      and (not ${below} or ${node.code} in (community_code, building_code)) order by order_id limit 1`);
  const appeal = await house.database.maybe<{ appeal_no: string }>(sql`
    select appeal_no from appeal left join person using (person_no) where appeal.settlement_code = any(${settlements}::text[]) and nature is distinct from '4'
      and (not ${below} or ${node.code} in (person.community_code, person.building_code)) order by appeal_no limit 1`);
  return {
    area: node.code,
    household: home?.marks[0] ?? '',
    warning: warning?.warning_id ?? 0,
    order: order?.order_id ?? 0,
    appeal: appeal?.appeal_no ?? '0',
    account: 0,
  };
}

const mayAsk = (role: RoleCode, permission: string): boolean =>
  permission === 'session.open' || everybodyMay.includes(permission as Permission) || roleOf(role).may.includes(permission as Permission);

describe.each(Object.keys(roles) as RoleCode[])('%s', (role) => {
  test('sees its own and nothing else', async () => {
    const { own, sibling, parent, child } = await lineOf(roleOf(role).levels);
    const department = roleOf(role).ofDepartment ? (role === 'insurer' ? '保险承办机构' : '教育局') : null;
    const { cookie, account } = await signedIn(house, [{ role, area: own.code, department }]);
    if (roleOf(role).administers) await house.database.execute(sql`update account set totp_confirmed_at = now() where account_id = ${account}`);
    const foreign = people.filter((one) => !isIn(one.places, own.code)).flatMap(({ marks }) => marks);
    const known = new Set(people.filter((one) => isIn(one.places, own.code)).flatMap(({ marks }) => marks));
    const secrets = foreign.filter((mark) => !known.has(mark));
    const ask = async (url: string): Promise<{ status: number; body: string }> => {
      const answer = await house.app.inject({ url: `/api/v1${url}`, headers: { cookie } });
      return { status: answer.statusCode, body: answer.body };
    };
    const targets = { own, sibling, parent, child };
    for (const [route, { kind, urls }] of Object.entries(asked)) {
      const allowed = mayAsk(role, permissionOf.get(route) ?? '');
      for (const [name, node] of Object.entries(targets)) {
        if (!node || (kind === 'free' && name !== 'own')) continue;
        const place = await placeIn(node);
        for (const url of urls(place)) {
          const { status, body } = await ask(url);
          const where = `${role} ${route} ${name} ${url}`;
          if (!allowed) expect(status, where).toBe(403);
          else if (kind === 'bound' && (name === 'sibling' || name === 'parent')) {
            // An area above one's own is not one's own; what lies in it may be.
            if (name === 'sibling' || url.includes('area=')) expect(status, where).toBe(404);
          } else expect([200, ...(department === null ? [] : [404]), ...(/\/0(\/|$)/.test(url) ? [404] : [])], where).toContain(status);
          expect(
            secrets.filter((secret) => body.includes(secret)),
            where,
          ).toEqual([]);
        }
      }
    }
  });

  test('changes nothing that it may not', async () => {
    const { own } = await lineOf(roleOf(role).levels);
    const department = roleOf(role).ofDepartment ? '教育局' : null;
    const { cookie } = await signedIn(house, [{ role, area: own.code, department }]);
    for (const [route, url] of Object.entries(changing)) {
      if (mayAsk(role, permissionOf.get(route) ?? '')) continue;
      const [method = 'POST'] = route.split(' ');
      const answer = await house.app.inject({ method: method as 'POST', url: `/api/v1${url}`, headers: { cookie }, payload: {} });
      expect(answer.statusCode, route).toBe(403);
    }
  });
});

test('what lies outside answers as what does not exist does, to the byte', async () => {
  const { own, sibling } = await lineOf(['county']);
  const { cookie } = await signedIn(house, [{ role: 'county', area: own.code, department: null }]);
  const ask = async (url: string): Promise<string> => {
    const answer = await house.app.inject({ url: `/api/v1${url}`, headers: { cookie } });
    return `${answer.statusCode} ${answer.body.replace(/"requestId":"[^"]*"/, '')}`;
  };
  const there = await placeIn(sibling as AreaNode);
  expect(await ask(`/households/${there.household}`)).toBe(await ask('/households/NOT-THERE'));
  expect(await ask(`/warnings/${there.warning}`)).toBe(await ask('/warnings/999999999'));
  expect(await ask(`/warnings/${there.warning}/handling`)).toBe(await ask('/warnings/999999999/handling'));
  expect(there.order).toBeGreaterThan(0);
  for (const path of ['', '/people']) expect(await ask(`/work-orders/${there.order}${path}`)).toBe(await ask(`/work-orders/999999999${path}`));
  expect((await ask(`/board?area=${there.area}`)).replaceAll(there.area, 'X')).toBe((await ask('/board?area=522399')).replaceAll('522399', 'X'));
});
