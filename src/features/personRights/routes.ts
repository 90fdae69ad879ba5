/** Routes of the rights of persons. */
import { PassThrough } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { z } from 'zod';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import {
  correctAnswer,
  correctOrder,
  eraseOrder,
  erasurePlan,
  exportOrder,
  liftOrder,
  personAsked,
  personQuery,
  planQuery,
  restrictOrder,
  rightAnswer,
  rightFilter,
  rightPage,
} from './contract.ts';
import { correctPerson } from './correctPerson.ts';
import { askErasure, confirmErasure, planErasure } from './erasePerson.ts';
import { exportPerson } from './exportPerson.ts';
import { findPersonNo } from './findPerson.ts';
import { problems } from './problems.ts';
import { liftRestriction, restrictPerson } from './restrictPerson.ts';
import { listRights, type RightsHouse } from './rights.ts';
import { viewPerson } from './viewPerson.ts';

const numbered = z.object({ id: z.coerce.number().int() });

export const personRightRoutes =
  ({ database, keys, clock, dataFolder, actorOf, scopedFor, tell }: HouseContext): RouteGroup =>
  (app) => {
    const houseOf = (request: FastifyRequest): RightsHouse => ({ database, keys, clock, dataFolder, actor: actorOf(request) });
    /** The person, where the caller answers for their rights. */
    const personOf = async (request: FastifyRequest, text: string) => findPersonNo(await scopedFor(request), keys, text);
    app.get(
      '/person-rights',
      { config: { permission: 'person-rights.read' }, schema: { querystring: rightFilter, response: { 200: rightPage } } },
      async (request) => listRights(await scopedFor(request), request.query),
    );
    app.post(
      '/person-rights/person',
      { config: { permission: 'person-rights.read' }, schema: { body: personQuery, response: { 200: personAsked } } },
      async (request) => {
        const { personNo, settlement } = await personOf(request, request.body.person);
        const shown = await viewPerson(database, keys, personNo);
        await tell(request, { verb: 'person-rights.read', object: { kind: 'person-right' }, settlement, after: { person: personNo } });
        return shown;
      },
    );
    app.post('/person-rights/export', { config: { permission: 'person-rights.export' }, schema: { body: exportOrder } }, async (request, reply) => {
      const { person, ...asked } = request.body;
      const { personNo } = await personOf(request, person);
      const { viewer } = await scopedFor(request);
      const { right, write } = await exportPerson(houseOf(request), { ...asked, personNo }, viewer);
      const pack = new PassThrough();
      write(pack).catch((error: unknown) => pack.destroy(error as Error));
      const name = `个人信息-${personNo}-${right}.zip`;
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="person-${right}.zip"; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(pack);
    });
    app.post(
      '/person-rights/correct',
      { config: { permission: 'person-rights.correct' }, schema: { body: correctOrder, response: { 200: correctAnswer } } },
      async (request) => {
        const { person, ...asked } = request.body;
        const { personNo } = await personOf(request, person);
        return correctPerson(houseOf(request), { ...asked, personNo });
      },
    );
    for (const [path, order, act] of [
      ['restrict', restrictOrder, restrictPerson],
      ['lift', liftOrder, liftRestriction],
    ] as const) {
      app.post(
        `/person-rights/${path}`,
        { config: { permission: 'person-rights.restrict' }, schema: { body: order, response: { 200: rightAnswer } } },
        async (request) => {
          const { person, ...asked } = request.body;
          const { personNo, settlement } = await personOf(request, person);
          return { right: await act(houseOf(request), { ...asked, personNo }, settlement) };
        },
      );
    }
    app.post(
      '/person-rights/plan',
      { config: { permission: 'person-rights.erase' }, schema: { body: planQuery, response: { 200: erasurePlan } } },
      async (request) => {
        const { personNo, settlement } = await personOf(request, request.body.person);
        const plan = await planErasure(houseOf(request), personNo, request.body.ground);
        await tell(request, {
          verb: 'person-rights.preview',
          object: { kind: 'person-right' },
          settlement,
          after: { person: personNo, ground: request.body.ground },
        });
        return plan;
      },
    );
    app.post(
      '/person-rights/erase',
      { config: { permission: 'person-rights.erase' }, schema: { body: eraseOrder, response: { 200: rightAnswer } } },
      async (request) => {
        const { person, ...asked } = request.body;
        const { personNo } = await personOf(request, person);
        return { right: await askErasure(houseOf(request), { ...asked, personNo }) };
      },
    );
    app.post(
      '/person-rights/:id/confirm',
      { config: { permission: 'person-rights.confirm' }, schema: { params: numbered, response: { 200: rightAnswer } } },
      async (request) => {
        const scoped = await scopedFor(request);
        const right = await scoped.maybe(
          sql`select 1 from person_right where right_id = ${request.params.id} and ${scoped.within('settlement_code')}`,
        );
        if (!right) throw problems['right-not-found']();
        await confirmErasure(houseOf(request), request.params.id);
        return { right: request.params.id };
      },
    );
  };
