/** Routes of the meaning of columns: how an upload is read, what people decided about its headers, and reading it again. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RouteGroup } from '#platform/http/routes.ts';
import sql from 'sql-template-tag';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { HouseContext } from '../context.ts';
import { bringerOf, uploadLimitsOf } from './bringer.ts';
import { uploadProgress } from './contract.ts';
import { columnSurvey, headerMappings, mappingOrder, readAgainOrder, surveyQuery } from './columnContract.ts';
import { listMappings, replaceMapping } from './headerMappings.ts';
import { houseOf } from './houseOf.ts';
import { importProblems } from './problems.ts';
import type { Uploads } from './receiveUploads.ts';
import { surveyColumns } from './surveyColumns.ts';
import { streamUpload } from './uploads.ts';

const uploaded = z.object({ upload: z.string().regex(/^[0-9a-f]{64}$/) });
const formed = z.object({ register: z.string(), form: z.string() });

export const mappingRoutes =
  (context: HouseContext, uploads: Uploads): RouteGroup =>
  (app) => {
    const { database, dataFolder, keys, callerOf, scopedFor } = context;
    /** The upload, where the caller sent it or sees all that it brought. */
    const getOwnUpload = async (request: FastifyRequest<{ Params: { upload: string } }>): Promise<{ file_name: string }> => {
      const { upload } = request.params;
      const seen = await scopedFor(request);
      const { statedBy } = bringerOf(callerOf(request), seen);
      const record = await database.maybe<{ file_name: string; uploaded_by: string }>(sql`
        select file_name, uploaded_by from upload where sha256 = ${upload}`);
      const isOwn = record?.uploaded_by === statedBy || (await seen.maybe(sql`select 1 from upload where sha256 = ${upload}`)) !== undefined;
      if (!record || !isOwn) throw importProblems['upload-gone']();
      return record;
    };
    app.get(
      '/uploads/:upload/columns',
      { config: { permission: 'imports.create' }, schema: { params: uploaded, querystring: surveyQuery, response: { 200: columnSurvey } } },
      async (request) => {
        await getOwnUpload(request);
        return surveyColumns(houseOf(context, request), request.params.upload, request.query);
      },
    );
    app.post(
      '/uploads/:upload/import',
      {
        config: { permission: 'imports.create', allowance: 'upload' },
        schema: { params: uploaded, body: readAgainOrder, response: { 202: uploadProgress } },
      },
      async (request, reply) => {
        const { upload } = request.params;
        const record = await getOwnUpload(request);
        const { register, dataDate, ...order } = request.body;
        reply.code(202);
        return uploads.receive(
          houseOf(context, request),
          await streamUpload(dataFolder, keys, upload),
          {
            fileName: record.file_name,
            ...order,
            ...bringerOf(callerOf(request), await scopedFor(request)),
            ...(register && { register }),
            ...(dataDate && { dataDate }),
          },
          // The file is here already, whatever the size was that its sender might send.
          { ...uploadLimitsOf(callerOf(request)), megabytes: Number.POSITIVE_INFINITY },
          (error) => request.log.error(error),
        );
      },
    );
    app.get('/header-mappings', { config: { permission: 'imports.read' }, schema: { response: { 200: headerMappings } } }, async () => ({
      mappings: await listMappings(database),
    }));
    app.put(
      '/header-mappings/:register/:form',
      { config: { permission: 'imports.create' }, schema: { params: formed, body: mappingOrder, response: { 200: headerMappings } } },
      async (request) => {
        const { register, form } = request.params;
        const { decisions } = request.body;
        await database.transaction(async (tx) => {
          await replaceMapping(tx, register, form, new Map(Object.entries(decisions)), context.actorOf(request).name);
          await appendAudit(tx, context.actorOf(request), {
            verb: 'imports.map',
            object: { kind: 'register', key: register },
            after: { headers: decisions },
          });
        });
        return { mappings: await listMappings(database) };
      },
    );
  };
