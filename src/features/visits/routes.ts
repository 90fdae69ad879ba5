/** Routes of visits: the round, a household's form, visits as they come from devices, their photos, and answers that wait for a person. */
import type { FastifyRequest } from 'fastify';
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { z } from 'zod';
import type { HouseContext } from '../context.ts';
import { photoKept, visitBatch, visitFates, visitFilter, visitForm, visitPage } from './contract.ts';
import { answerFilter, answerMend, answerPage, mendOrder, settled, settleOrder } from './answerContract.ts';
import { round, roundFilter } from './roundContract.ts';
import { keepPhoto, largestPhoto, openPhoto } from './keepPhoto.ts';
import { problems } from './problems.ts';
import { sendVisits } from './sendVisits.ts';
import { settleAnswer } from './settleAnswer.ts';
import { showForm } from './showForm.ts';
import { showMend } from './showMend.ts';
import { showRound } from './showRound.ts';
import { listAnswers } from './viewAnswers.ts';
import { listVisits } from './viewVisits.ts';
import type { VisitHouse } from './visitHouse.ts';

const numbered = z.object({ id: z.coerce.number().int() });
/** Fifty visits with their signatures. */
const largestBatch = 4 * 1024 * 1024;

export const visitRoutes =
  ({ database, keys, clock, dataFolder, scopedFor, sightFor, callerOf, actorOf, tell }: HouseContext): RouteGroup =>
  (app) => {
    const houseOf = (request: FastifyRequest): VisitHouse => ({
      database,
      keys,
      clock,
      dataFolder,
      actor: actorOf(request),
      caller: callerOf(request),
    });
    app.get(
      '/visits/round',
      { config: { permission: 'visits.read' }, schema: { querystring: roundFilter, response: { 200: round } } },
      async (request) =>
        showRound(await narrowToArea(await scopedFor(request), request.query.area), database, await sightFor(request), clock.now(), request.query),
    );
    app.get(
      '/visits/form/:household',
      { config: { permission: 'visits.write' }, schema: { params: z.object({ household: z.string() }), response: { 200: visitForm } } },
      async (request) => {
        const looking = { scope: await scopedFor(request), sight: await sightFor(request), caller: callerOf(request), keys };
        const form = await showForm(looking, database, request.params.household);
        await tell(request, { verb: 'visits.read', object: { kind: 'household', key: form.household } });
        return form;
      },
    );
    app.get(
      '/visits',
      { config: { permission: 'visits.read' }, schema: { querystring: visitFilter, response: { 200: visitPage } } },
      async (request) => {
        const { area, household } = request.query;
        const looking = {
          scope: await narrowToArea(await scopedFor(request), area),
          sight: await sightFor(request),
          caller: callerOf(request),
          keys,
        };
        const page = await listVisits(looking, request.query);
        if (household !== undefined) await tell(request, { verb: 'visits.read', object: { kind: 'household', key: household } });
        return page;
      },
    );
    app.post(
      '/visits',
      { config: { permission: 'visits.write' }, bodyLimit: largestBatch, schema: { body: visitBatch, response: { 200: visitFates } } },
      async (request) => ({
        visits: await sendVisits(houseOf(request), await scopedFor(request), await sightFor(request), request.body.visits, (error) =>
          request.log.error(error),
        ),
      }),
    );
    app.post(
      '/visits/:id/photos',
      {
        config: { permission: 'visits.write', form: z.object({}) },
        bodyLimit: (largestPhoto + 1) * 1024 * 1024,
        schema: { params: numbered, response: { 200: photoKept } },
      },
      async (request) => {
        const file = request.isMultipart()
          ? await request.file({ limits: { fileSize: largestPhoto * 1024 * 1024, files: 1 }, throwFileSizeLimit: false })
          : undefined;
        if (!file) throw problems['photo-missing']();
        const bytes = await file.toBuffer();
        if (file.file.truncated) throw problems['photo-size']({ megabytes: largestPhoto });
        return { id: await keepPhoto(houseOf(request), await scopedFor(request), request.params.id, bytes) };
      },
    );
    app.get(
      '/visits/:id/photos/:photo',
      { config: { permission: 'visits.read' }, schema: { params: numbered.extend({ photo: z.coerce.number().int() }) } },
      async (request, reply) => {
        const { id, photo } = request.params;
        const { mediaType, household, bytes } = await openPhoto({ dataFolder, keys }, await scopedFor(request), await sightFor(request), id, photo);
        await tell(request, { verb: 'visits.read', object: { kind: 'visit', key: id }, after: { household, photo } });
        return reply.type(mediaType).header('content-disposition', 'inline').header('x-content-type-options', 'nosniff').send(bytes);
      },
    );
    app.get(
      '/visits/answers',
      { config: { permission: 'visits.read' }, schema: { querystring: answerFilter, response: { 200: answerPage } } },
      async (request) => {
        const page = await listAnswers(
          await narrowToArea(await scopedFor(request), request.query.area),
          await sightFor(request),
          keys,
          callerOf(request).account,
          request.query,
        );
        await tell(request, { verb: 'visits.read', object: { kind: 'visit-answers' }, after: { filter: request.query, rows: page.rows.length } });
        return page;
      },
    );
    app.get(
      '/visits/answers/:id',
      { config: { permission: 'visits.write' }, schema: { params: numbered, response: { 200: answerMend } } },
      async (request) => {
        const looking = { scope: await scopedFor(request), sight: await sightFor(request), caller: callerOf(request), keys };
        const shown = await showMend(looking, request.params.id);
        await tell(request, { verb: 'visits.read', object: { kind: 'visit-answer', key: shown.id }, after: { household: shown.household } });
        return shown;
      },
    );
    app.post(
      '/visits/answers/:id/settle',
      { config: { permission: 'visits.settle' }, schema: { params: numbered, body: settleOrder, response: { 200: settled } } },
      async (request) => settleAnswer(houseOf(request), await scopedFor(request), await sightFor(request), request.params.id, request.body),
    );
    app.post(
      '/visits/answers/:id/mend',
      { config: { permission: 'visits.write' }, schema: { params: numbered, body: mendOrder, response: { 200: settled } } },
      async (request) =>
        settleAnswer(houseOf(request), await scopedFor(request), await sightFor(request), request.params.id, { as: 'other', ...request.body }, true),
    );
  };
