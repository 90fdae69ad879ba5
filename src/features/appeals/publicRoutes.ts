/** Routes for residents without an account: the check, the settlements, telling us something, and following it by number and code. They say nothing of the house. */
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { appellantVerbs } from '#catalog/lifecycles/lifecycle.ts';
import type { Actor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { z } from 'zod';
import type { HouseContext } from '../context.ts';
import { openCaptchas } from './captcha.ts';
import { receipt } from './contract.ts';
import { captcha, captchaQuery, publicPlaces, receiptKey, residentAppeal, residentMove, residentOrder } from './publicContract.ts';
import { enterAppeal } from './enterAppeal.ts';
import { followAppeal, openReceipt } from './followAppeal.ts';
import { moveAppeal } from './moveAppeal.ts';
import { problems } from './problems.ts';
import { partyOf } from './partyOf.ts';

/** Nobody has to be known for these. */
const permission = 'session.open';
/** A text of the longest allowed length in Chinese, with all that stands beside it; no file is taken. */
const bodyLimit = 24 * 1024;
const qrCode = '5';
const internal = '3';
const normal = '3';

const residentOf = ({ ip, id }: FastifyRequest): Actor => ({ account: null, name: '群众', via: 'web', address: ip, requestId: id });

export const residentRoutes =
  ({ database, clock, keys }: HouseContext): RouteGroup =>
  (app) => {
    const captchas = openCaptchas(keys, clock);
    const houseOf = (request: FastifyRequest) => ({ database, clock, keys, actor: residentOf(request), caller: null });
    app.get('/public/captcha', { config: { permission }, schema: { querystring: captchaQuery, response: { 200: captcha } } }, async (request) =>
      captchas.ask(request.query.kind),
    );
    app.get(
      '/public/captcha/picture',
      { config: { permission }, schema: { querystring: z.object({ token: z.string().max(600) }) } },
      async (request, reply) => {
        const picture = captchas.draw(request.query.token);
        if (picture === undefined) return reply.callNotFound();
        return reply.type('image/svg+xml').send(picture);
      },
    );
    app.get('/public/settlements', { config: { permission }, schema: { response: { 200: publicPlaces } } }, async () => ({
      settlements: await database.query<{ code: string; name: string }>(
        sql`select settlement_code as code, settlement_name as name from settlement where missing_since is null order by settlement_code`,
      ),
    }));
    app.post(
      '/public/appeals',
      { bodyLimit, config: { permission, allowance: 'appeal' }, schema: { body: residentOrder, response: { 200: receipt } } },
      async (request) => {
        const { captcha: passed, about, ...said } = request.body;
        if (!captchas.passes(passed)) throw problems['captcha-wrong']();
        const known = await database.maybe(sql`select 1 from settlement where settlement_code = ${said.settlement}`);
        if (!known) throw problems['settlement-unknown']();
        const against = await partyOf(database, said.settlement, about);
        return enterAppeal(houseOf(request), {
          ...said,
          channel: qrCode,
          track: internal,
          urgency: normal,
          personNo: null,
          enteredBy: null,
          ...(against !== undefined && { against }),
        });
      },
    );
    app.post(
      '/public/appeals/follow',
      { bodyLimit, config: { permission, allowance: 'sign-in' }, schema: { body: receiptKey, response: { 200: residentAppeal } } },
      async (request) => {
        const no = await openReceipt(database, request.body);
        const shown = await followAppeal(database, no, clock.now());
        await appendAudit(database, residentOf(request), { verb: 'appeals.follow', object: { kind: 'appeal', key: no } });
        return shown;
      },
    );
    for (const verb of appellantVerbs(appealLifecycle)) {
      app.post(
        `/public/appeals/${verb}`,
        { bodyLimit, config: { permission, allowance: 'sign-in' }, schema: { body: residentMove, response: { 200: residentAppeal } } },
        async (request) => {
          const { no: stated, code, ...given } = request.body;
          const no = await openReceipt(database, { no: stated, code });
          await moveAppeal(houseOf(request), no, verb, given);
          return followAppeal(database, no, clock.now());
        },
      );
    }
  };
