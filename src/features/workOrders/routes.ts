/** Routes of work orders: the list, one order, dispatching, the rates, and one route for each verb of the lifecycle. */
import { routedVerbs } from '#catalog/lifecycles/lifecycle.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import { moveRequest } from '#derive/moveRequest.ts';
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import { watermark } from '#features/audit/watermark.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { z } from 'zod';
import type { HouseContext } from '../context.ts';
import { batchDispatch } from './batchDispatch.ts';
import {
  batchAnswer,
  batchOrder,
  candidates,
  mostExported,
  orderExport,
  orderExportQuery,
  orderFile,
  orderFilter,
  orderPage,
  rateFilter,
  rates,
  ratesExport,
} from './contract.ts';
import { mustSeeOrder, orderCase } from './findCases.ts';
import { ownersOf } from './findOwners.ts';
import { lookingOf, workHouseOf } from './lookingOf.ts';
import { moveOrder } from './moveOrder.ts';
import { viewRates } from './rates.ts';
import { listOrders, viewOrder } from './viewWorkOrders.ts';

const numbered = z.object({ id: z.coerce.number().int() });

export const workOrderRoutes =
  (context: HouseContext): RouteGroup =>
  (app) => {
    const { database, scopedFor, tell, actorOf, clock, keys } = context;
    const open = (sealed: Uint8Array): string => keys.openText(Buffer.from(sealed));
    app.get(
      '/work-orders',
      { config: { permission: 'work-orders.read' }, schema: { querystring: orderFilter, response: { 200: orderPage } } },
      async (request) => listOrders(await lookingOf(context, request, request.query.area), request.query),
    );
    app.get(
      '/work-orders/export',
      {
        config: { permission: 'work-orders.export', allowance: 'export' },
        schema: { querystring: orderExportQuery, response: { 200: orderExport } },
      },
      async (request) => {
        const page = await listOrders(await lookingOf(context, request, request.query.area), { ...request.query, page: 1, size: mostExported });
        await tell(request, {
          verb: 'work-orders.export',
          object: { kind: 'work-orders' },
          after: { filter: request.query, rows: page.rows.length },
        });
        return { ...page, watermark: watermark(actorOf(request), clock.now()) };
      },
    );
    app.get(
      '/work-orders/rates',
      { config: { permission: 'work-orders.read' }, schema: { querystring: rateFilter, response: { 200: rates } } },
      async (request) => viewRates(await narrowToArea(await scopedFor(request), request.query.area), request.query, clock.now()),
    );
    app.get(
      '/work-orders/rates/export',
      { config: { permission: 'work-orders.export', allowance: 'export' }, schema: { querystring: rateFilter, response: { 200: ratesExport } } },
      async (request) => {
        const found = await viewRates(await narrowToArea(await scopedFor(request), request.query.area), request.query, clock.now());
        await tell(request, {
          verb: 'work-orders.export',
          object: { kind: 'work-orders' },
          after: { filter: request.query, rows: found.rows.length },
        });
        return { ...found, watermark: watermark(actorOf(request), clock.now()) };
      },
    );
    app.post(
      '/work-orders/dispatch',
      { config: { permission: 'work-orders.dispatch' }, schema: { body: batchOrder, response: { 200: batchAnswer } } },
      async (request) => {
        const looking = await lookingOf(context, request);
        const { orders, owner, preview } = request.body;
        const lines: { id: number; no: string; subject: string }[] = [];
        for (const id of new Set(orders)) {
          await mustSeeOrder(looking.scope, id);
          const { no, subject } = await viewOrder(looking, database, id, open);
          lines.push({ id, no, subject });
        }
        return batchDispatch(workHouseOf(context, request), lines, owner, preview);
      },
    );
    app.get(
      '/work-orders/:id',
      { config: { permission: 'work-orders.read' }, schema: { params: numbered, response: { 200: orderFile } } },
      async (request) => {
        const order = await viewOrder(await lookingOf(context, request), database, request.params.id, open);
        await tell(request, { verb: 'work-orders.read', object: { kind: 'work-order', key: order.no }, after: { household: order.household } });
        return order;
      },
    );
    app.get(
      '/work-orders/:id/people',
      { config: { permission: 'work-orders.dispatch' }, schema: { params: numbered, response: { 200: candidates } } },
      async (request) => {
        await mustSeeOrder(await scopedFor(request), request.params.id);
        const people = await ownersOf(database, await orderCase(database, request.params.id, clock.today(), false), clock.today());
        return { people: people.map(({ account, name, role, unit, deputy, open: has }) => ({ account, name, role, unit, deputy, open: has })) };
      },
    );
    for (const verb of routedVerbs(workOrderLifecycle)) {
      app.post(
        `/work-orders/:id/${verb}`,
        {
          config: { permission: workOrderLifecycle.verbs[verb].by },
          schema: { params: numbered, body: moveRequest(workOrderLifecycle, verb), response: { 200: orderFile } },
        },
        async (request) => {
          const { id } = request.params;
          await mustSeeOrder(await scopedFor(request), id);
          await moveOrder(workHouseOf(context, request), id, verb, request.body);
          return viewOrder(await lookingOf(context, request), database, id, open);
        },
      );
    }
  };
