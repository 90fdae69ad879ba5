/** Routes of the own notices, and of how one wants to be told. */
import { z } from 'zod';
import { appendAudit, type AuditAct } from '#features/audit/appendAudit.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { mailCodeOrder, mailOrder, noticeFilter, noticePage, noticePreferences, preferenceOrder, readOrder, unreadCount } from './contract.ts';
import { confirmMail, forgetMail, offerMail } from './mailAddress.ts';
import { readPreferences, writePreferences } from './preferences.ts';
import { countUnread, markRead } from './queries.ts';
import { listNotices } from './viewNotices.ts';

const own = { permission: 'notices.read' };
const preferences = { 200: noticePreferences };

export const noticeRoutes =
  ({ database, keys, clock, outgoing, callerOf, actorOf }: HouseContext): RouteGroup =>
  (app) => {
    const prefer = (account: number, after: NonNullable<AuditAct['after']>): AuditAct => ({
      verb: 'notices.prefer',
      object: { kind: 'account', key: account },
      after,
    });
    const shown = (account: number) =>
      readPreferences(database, keys, account, { hasMail: outgoing.mail !== undefined, hasSms: outgoing.sms !== undefined });

    app.get('/notices', { config: own, schema: { querystring: noticeFilter, response: { 200: noticePage } } }, (request) =>
      listNotices(database, callerOf(request).account, request.query),
    );
    app.get('/notices/unread', { config: { ...own, isBackground: true }, schema: { response: { 200: unreadCount } } }, async (request) => ({
      unread: await countUnread(database, callerOf(request).account),
    }));
    app.post('/notices/read', { config: own, schema: { body: readOrder, response: { 200: unreadCount } } }, async (request) => {
      const { account } = callerOf(request);
      const { ids, read } = request.body;
      await database.transaction(async (tx) => {
        const count = await markRead(tx, account, ids, read, clock.now());
        await appendAudit(tx, actorOf(request), { verb: 'notices.read', object: { kind: 'account', key: account }, after: { count, read } });
      });
      return { unread: await countUnread(database, account) };
    });
    app.get('/notices/preferences', { config: own, schema: { response: preferences } }, (request) => shown(callerOf(request).account));
    app.put('/notices/preferences', { config: own, schema: { body: preferenceOrder, response: preferences } }, async (request) => {
      const { account } = callerOf(request);
      const { mailWhen, smsWhen, ...others } = request.body;
      await database.transaction(async (tx) => {
        await writePreferences(tx, account, request.body);
        await appendAudit(tx, actorOf(request), prefer(account, { mail: mailWhen, sms: smsWhen, ...others }));
      });
      return shown(account);
    });
    app.post(
      '/notices/preferences/mail',
      { config: { ...own, allowance: 'sign-in' }, schema: { body: mailOrder, response: { 204: z.undefined() } } },
      async (request, reply) => {
        const { account } = callerOf(request);
        const tell = async (tx: Queryable) => void (await appendAudit(tx, actorOf(request), prefer(account, { mail: 'offered' })));
        await offerMail({ database, keys, outgoing }, account, request.body.address, clock.now(), tell);
        return reply.code(204).send();
      },
    );
    app.put('/notices/preferences/mail', { config: own, schema: { body: mailCodeOrder, response: preferences } }, async (request) => {
      const { account } = callerOf(request);
      const tell = async (tx: Queryable) => void (await appendAudit(tx, actorOf(request), prefer(account, { mail: 'confirmed' })));
      await confirmMail(database, keys, account, request.body.code, clock.now(), tell);
      return shown(account);
    });
    app.delete('/notices/preferences/mail', { config: own, schema: { response: preferences } }, async (request) => {
      const { account } = callerOf(request);
      await database.transaction(async (tx) => {
        await forgetMail(tx, account);
        await appendAudit(tx, actorOf(request), prefer(account, { mail: null }));
      });
      return shown(account);
    });
  };
