/** Routes of the imports. */
import type { MultipartFile } from '@fastify/multipart';
import { z } from 'zod';
import { defineProblems } from '#platform/problems/problem.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { importFile, importFilter, importPage, undoPreview, uploadFields, uploadProgress } from './contract.ts';
import { asideFilter, asidePage } from './rowContract.ts';
import { mappingRoutes } from './mappingRoutes.ts';
import { refuseTooLarge, startUploads, type UploadOrder } from './receiveUploads.ts';
import { shownUndo } from './shownUndo.ts';
import { previewUndo, undoImport } from './undoImport.ts';
import { bringerOf, uploadLimitsOf } from './bringer.ts';
import { houseOf } from './houseOf.ts';
import { getImport, getOwnImport, listAsideRows, listImports } from './viewImports.ts';

const problems = defineProblems('imports', {
  'no-file': { kind: 'invalid', zh: '没有收到文件：请选择一个表格文件。', en: 'No file came: choose a spreadsheet.' },
  'wrong-field': { kind: 'invalid', zh: '“{field}”填写有误，请核对。', en: '“{field}” is not right; please check it.' },
});

const numbered = z.object({ id: z.coerce.number().int() });

export const importRoutes =
  (context: HouseContext): RouteGroup =>
  (app) => {
    const { scopedFor, sightFor, callerOf } = context;
    const uploads = startUploads(context.dataFolder);
    mappingRoutes(context, uploads)(app);
    app.get(
      '/imports',
      { config: { permission: 'imports.read' }, schema: { querystring: importFilter, response: { 200: importPage } } },
      async (request) => {
        const [scope, { mine, ...filter }] = [await scopedFor(request), request.query];
        return listImports(scope, { ...filter, ...(mine === 'yes' && { statedBy: bringerOf(callerOf(request), scope).statedBy }) });
      },
    );
    const upload = { permission: 'imports.create', allowance: 'upload' } as const;
    app.post('/imports', { config: { ...upload, form: uploadFields }, schema: { response: { 202: uploadProgress } } }, async (request, reply) => {
      const limits = uploadLimitsOf(callerOf(request));
      refuseTooLarge(request.headers['content-length'], limits);
      uploads.refuseTooMany(callerOf(request).account, limits);
      const part: MultipartFile | undefined = await request.file({ limits: { fileSize: Number.POSITIVE_INFINITY } });
      if (!part) throw problems['no-file']();
      const stated = Object.fromEntries(
        Object.entries(part.fields).flatMap(([name, field]) =>
          field && !Array.isArray(field) && field.type === 'field' ? [[name, String(field.value)]] : [],
        ),
      );
      reply.code(202);
      const order = { ...orderOf(part.filename, stated), ...bringerOf(callerOf(request), await scopedFor(request)) };
      return uploads
        .receive(houseOf(context, request), part.file, order, limits, (error) => request.log.error(error))
        .catch((error: unknown) => {
          // What still comes is let run out, so that the sender reads why it was refused.
          request.raw.unpipe().resume();
          throw error;
        });
    });
    app.get(
      '/imports/uploads/:upload',
      { config: { permission: 'imports.read' }, schema: { params: z.object({ upload: z.string() }), response: { 200: uploadProgress } } },
      async (request) => uploads.progressOf(request.params.upload, callerOf(request).account),
    );
    app.get(
      '/imports/:id',
      { config: { permission: 'imports.read' }, schema: { params: numbered, response: { 200: importFile } } },
      async (request) => {
        const scope = await scopedFor(request);
        return getImport(scope, request.params.id, await sightFor(request), bringerOf(callerOf(request), scope).statedBy);
      },
    );
    app.get(
      '/imports/:id/undo',
      { config: { permission: 'imports.undo' }, schema: { params: numbered, response: { 200: undoPreview } } },
      async (request) => {
        const scope = await scopedFor(request);
        await getOwnImport(scope, request.params.id);
        return shownUndo(scope, await previewUndo(houseOf(context, request), request.params.id));
      },
    );
    app.post(
      '/imports/:id/undo',
      { config: { permission: 'imports.undo' }, schema: { params: numbered, response: { 200: undoPreview } } },
      async (request) => {
        const scope = await scopedFor(request);
        await getOwnImport(scope, request.params.id);
        return shownUndo(scope, await undoImport(houseOf(context, request), request.params.id));
      },
    );
    app.get(
      '/aside-rows',
      { config: { permission: 'imports.read' }, schema: { querystring: asideFilter, response: { 200: asidePage } } },
      async (request) => listAsideRows(await scopedFor(request), context.keys, request.query),
    );
  };

/** The fields that come before the file in the form. */
function orderOf(fileName: string, stated: Record<string, string>): UploadOrder {
  const read = uploadFields.safeParse(Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== '')));
  if (!read.success) throw problems['wrong-field']({ field: String(read.error.issues[0]?.path[0] ?? '') });
  const { register, dataDate, mode, covers, dryRun, mapping } = read.data;
  return {
    fileName,
    mode,
    dryRun: dryRun === 'true',
    ...(register && { register }),
    ...(dataDate && { dataDate }),
    ...(mapping && { mapping: readMapping(mapping) }),
    ...(covers && { covers: covers.split(/[,、\s]+/).filter(Boolean) }),
  };
}

function readMapping(text: string): Record<string, string | null> {
  try {
    return z.record(z.string(), z.string().nullable()).parse(JSON.parse(text));
  } catch (cause) {
    throw problems['wrong-field']({ field: 'mapping' }, { cause });
  }
}
