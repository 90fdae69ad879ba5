/** What each route does in words: the verb of a lifecycle that it carries out, else the permission that it needs. */
import { lifecycles } from '#catalog/lifecycles/lifecycles.ts';
import { type Permission, permissions } from '#catalog/permissions.ts';

const open = { zh: '无需登录', en: 'open to everybody' };
const nouns: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  warnings: { zh: '预警', en: 'warning' },
  'work-orders': { zh: '工单', en: 'work order' },
  appeals: { zh: '诉求', en: 'appeal' },
};

/** Words for a route of the API; `/api/v1/work-orders/{id}/sign` → 签收（工单）. */
export function routeWords(permission: string, method: string, url: string): { readonly zh: string; readonly en: string } {
  const [noun = '', last = ''] = [url.split('/')[3], url.split('/').at(-1)];
  const cycle = lifecycles.find((one) => one.noun === noun);
  const verb = method === 'POST' && /[:{]/.test(url) ? (cycle?.verbs as Readonly<Record<string, typeof open>> | undefined)?.[last] : undefined;
  const thing = nouns[noun];
  if (verb && thing) return { zh: `${verb.zh}（${thing.zh}）`, en: `${verb.en} (${thing.en})` };
  return permissions[permission as Permission] ?? open;
}
