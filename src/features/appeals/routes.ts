/** Routes of appeals for those who work on them: the list, one appeal, taking one down, what is like it, and one route for each verb of the lifecycle. */
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { routedVerbs } from '#catalog/lifecycles/lifecycle.ts';
import { moveRequest } from '#derive/moveRequest.ts';
import { may } from '#features/accounts/caller.ts';
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { watermark } from '#features/audit/watermark.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { HouseContext } from '../context.ts';
import {
  appealExport,
  appealExportQuery,
  appealFile,
  appealFilter,
  appealOrder,
  appealPage,
  codeOrder,
  codeReplaced,
  enteredFilter,
  enteredPage,
  entryPlaces,
  mostExported,
  receipt,
  similarAppeals,
  similarOrder,
  warningFromAppeal,
} from './contract.ts';
import { appealRateFilter, appealRates, appealRatesExport } from './rateContract.ts';
import { enterAppeal, personOf } from './enterAppeal.ts';
import { listEntered } from './listEntered.ts';
import { listPlaces } from './entryPlaces.ts';
import { viewAppealRates } from './rates.ts';
import { mustSeeAppeal, mustSeeMain } from './findAppeal.ts';
import { findSimilar } from './findSimilar.ts';
import { moveAppeal } from './moveAppeal.ts';
import { problems } from './problems.ts';
import { replaceCode } from './replaceCode.ts';
import { listAppeals, type Looking, viewAppeal } from './viewAppeals.ts';
import { warnFromAppeal } from './warnFromAppeal.ts';

const numbered = z.object({ no: z.string().max(30) });

export const appealRoutes =
  (context: HouseContext): RouteGroup =>
  (app) => {
    const { database, scopedFor, sightFor, callerOf, actorOf, tell, clock, keys } = context;
    const lookingOf = async (request: FastifyRequest, area?: string): Promise<Looking> => ({
      scope: await narrowToArea(await scopedFor(request), area),
      sight: await sightFor(request),
      caller: callerOf(request),
      now: clock.now(),
    });
    const houseOf = (request: FastifyRequest) => ({ database, clock, keys, actor: actorOf(request), caller: callerOf(request) });
    const show = async (request: FastifyRequest, no: string) => viewAppeal(await lookingOf(request), database, keys, no);
    app.get(
      '/appeals',
      { config: { permission: 'appeals.read' }, schema: { querystring: appealFilter, response: { 200: appealPage } } },
      async (request) => listAppeals(await lookingOf(request, request.query.area), request.query),
    );
    app.get(
      '/appeals/export',
      { config: { permission: 'appeals.export', allowance: 'export' }, schema: { querystring: appealExportQuery, response: { 200: appealExport } } },
      async (request) => {
        const page = await listAppeals(await lookingOf(request, request.query.area), { ...request.query, page: 1, size: mostExported });
        await tell(request, { verb: 'appeals.export', object: { kind: 'appeals' }, after: { filter: request.query, rows: page.rows.length } });
        return { ...page, watermark: watermark(actorOf(request), clock.now()) };
      },
    );
    app.get(
      '/appeals/rates',
      { config: { permission: 'appeals.read' }, schema: { querystring: appealRateFilter, response: { 200: appealRates } } },
      async (request) => viewAppealRates(await narrowToArea(await scopedFor(request), request.query.area), request.query, clock.now()),
    );
    app.get(
      '/appeals/rates/export',
      {
        config: { permission: 'appeals.export', allowance: 'export' },
        schema: { querystring: appealRateFilter, response: { 200: appealRatesExport } },
      },
      async (request) => {
        const found = await viewAppealRates(await narrowToArea(await scopedFor(request), request.query.area), request.query, clock.now());
        await tell(request, { verb: 'appeals.export', object: { kind: 'appeals' }, after: { filter: request.query, rows: found.rows.length } });
        return { ...found, watermark: watermark(actorOf(request), clock.now()) };
      },
    );
    app.get(
      '/appeals/entered',
      { config: { permission: 'appeals.create' }, schema: { querystring: enteredFilter, response: { 200: enteredPage } } },
      async (request) => listEntered(database, await scopedFor(request), callerOf(request).account, request.query),
    );
    app.get('/appeals/places', { config: { permission: 'appeals.create' }, schema: { response: { 200: entryPlaces } } }, async (request) =>
      listPlaces(await scopedFor(request), database),
    );
    app.post('/appeals', { config: { permission: 'appeals.create' }, schema: { body: appealOrder, response: { 200: receipt } } }, async (request) => {
      const scope = await scopedFor(request);
      const { person, ...order } = request.body;
      mustTouch(scope, order.settlement);
      if (order.repeats !== undefined) await mustSeeAppeal(scope, order.repeats);
      return enterAppeal(houseOf(request), { ...order, personNo: await personOf(scope, keys, person), enteredBy: callerOf(request).name });
    });
    app.post(
      '/appeals/similar',
      { config: { permission: 'appeals.create' }, schema: { body: similarOrder, response: { 200: similarAppeals } } },
      async (request) => {
        const scope = await scopedFor(request);
        const { settlement, content, address = null, contact = null, person } = request.body;
        mustTouch(scope, settlement);
        const personNo = await personOf(scope, keys, person).catch(() => null);
        const found = await findSimilar(scope, keys, { settlement, content, address, personNo, contact }, clock.now());
        await tell(request, { verb: 'appeals.compare', object: { kind: 'appeals' }, settlement, after: { rows: found.length } });
        const isRead = may(callerOf(request), 'appeals.read');
        return { appeals: found.map((one) => (isRead ? one : { ...one, content: '' })) };
      },
    );
    app.get(
      '/appeals/:no',
      { config: { permission: 'appeals.read' }, schema: { params: numbered, response: { 200: appealFile } } },
      async (request) => {
        const file = await show(request, request.params.no);
        await tell(request, {
          verb: file.marks.includes('accusation') ? 'appeals.read-accusation' : 'appeals.read',
          object: { kind: 'appeal', key: file.no },
          after: { household: file.household },
        });
        return file;
      },
    );
    app.post(
      '/appeals/:no/code',
      { config: { permission: 'appeals.follow-up' }, schema: { params: numbered, body: codeOrder, response: { 200: codeReplaced } } },
      async (request) => {
        await mustSeeAppeal(await scopedFor(request), request.params.no);
        return replaceCode(houseOf(request), request.params.no, request.body.proof);
      },
    );
    app.post(
      '/appeals/:no/warning',
      {
        config: { permission: 'warnings.raise' },
        schema: { params: numbered, body: warningFromAppeal, response: { 200: z.object({ warning: z.number() }) } },
      },
      async (request) => {
        const scope = await scopedFor(request);
        await mustSeeAppeal(scope, request.params.no);
        return { warning: await warnFromAppeal(houseOf(request), scope, request.params.no, request.body.level) };
      },
    );
    for (const verb of routedVerbs(appealLifecycle)) {
      const { by } = appealLifecycle.verbs[verb];
      app.post(
        `/appeals/:no/${verb}`,
        {
          config: { permission: by },
          schema: { params: numbered, body: moveRequest(appealLifecycle, verb), response: { 200: z.object({ file: appealFile.nullable() }) } },
        },
        async (request) => {
          const { no } = request.params;
          const scope = await scopedFor(request);
          await mustSeeAppeal(scope, no);
          if (verb === 'merge') await mustSeeMain(scope, request.body.into ?? '');
          await moveAppeal(houseOf(request), no, verb, request.body);
          // Whoever named their own unit as the one complained about sees it no more.
          return { file: await show(request, no).catch(goneForCaller) };
        },
      );
    }
  };

const goneForCaller = (error: unknown): null => {
  if ((error as { code?: string }).code === 'appeals.not-found') return null;
  throw error;
};

function mustTouch({ touched }: ScopedDatabase, settlement: string): void {
  if (!touched.includes(settlement)) throw problems['settlement-not-here']();
}
