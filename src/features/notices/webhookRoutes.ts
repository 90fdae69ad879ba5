/** Routes of webhooks, for the administrator. */
import { z } from 'zod';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { messageList, webhookChange, webhookList, webhookMade, webhookOrder, webhookSecret, webhookTest } from './contract.ts';
import { testWebhook } from './testWebhook.ts';
import { listMessages, listWebhooks } from './webhookQueries.ts';
import { changeWebhook, makeWebhook, removeWebhook, renewSecret } from './webhooks.ts';

const numbered = z.object({ id: z.coerce.number().int() });
const nothing = { 204: z.undefined() };
const read = { permission: 'webhooks.read' };
const change = { permission: 'webhooks.change' };

export const webhookRoutes =
  ({ database, keys, clock, outgoing, callerOf, actorOf }: HouseContext): RouteGroup =>
  (app) => {
    const object = (id: number) => ({ kind: 'webhook', key: id }) as const;
    app.get('/webhooks', { config: read, schema: { response: { 200: webhookList } } }, async () => ({
      webhooks: await listWebhooks(database, clock.now()),
    }));
    app.get('/webhooks/:id/messages', { config: read, schema: { params: numbered, response: { 200: messageList } } }, async (request) => ({
      messages: await listMessages(database, request.params.id),
    }));
    app.post('/webhooks', { config: change, schema: { body: webhookOrder, response: { 201: webhookMade } } }, async (request, reply) => {
      const by = { relays: outgoing.relays, madeBy: callerOf(request).account, now: clock.now() };
      const made = await database.transaction(async (tx) => {
        const webhook = await makeWebhook(tx, keys, request.body, by);
        const { name, format, kinds, area, url } = request.body;
        const after = { name, format, kinds, area, host: new URL(url).host };
        await appendAudit(tx, actorOf(request), { verb: 'webhooks.create', object: object(webhook.id), after });
        return webhook;
      });
      return reply.code(201).send(made);
    });
    app.patch('/webhooks/:id', { config: change, schema: { params: numbered, body: webhookChange, response: nothing } }, async (request, reply) => {
      const { id } = request.params;
      await database.transaction(async (tx) => {
        await changeWebhook(tx, id, request.body, clock.now());
        await appendAudit(tx, actorOf(request), { verb: 'webhooks.change', object: object(id), after: request.body });
      });
      return reply.code(204).send();
    });
    app.post('/webhooks/:id/secret', { config: change, schema: { params: numbered, response: { 200: webhookSecret } } }, (request) =>
      database.transaction(async (tx) => {
        const secret = await renewSecret(tx, keys, request.params.id, clock.now());
        await appendAudit(tx, actorOf(request), { verb: 'webhooks.secret', object: object(request.params.id) });
        return { secret };
      }),
    );
    app.post('/webhooks/:id/test', { config: change, schema: { params: numbered, response: { 200: webhookTest } } }, async (request) => {
      const outcome = await testWebhook({ database, keys, outgoing }, request.params.id, clock.now());
      await appendAudit(database, actorOf(request), {
        verb: 'webhooks.test',
        object: object(request.params.id),
        after: { outcome: outcome.error ?? 'arrived' },
      });
      return outcome;
    });
    app.delete('/webhooks/:id', { config: change, schema: { params: numbered, response: nothing } }, async (request, reply) => {
      await database.transaction(async (tx) => {
        await removeWebhook(tx, keys, request.params.id, clock.now());
        await appendAudit(tx, actorOf(request), { verb: 'webhooks.remove', object: object(request.params.id) });
      });
      return reply.code(204).send();
    });
  };
