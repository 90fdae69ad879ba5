/** Routes of single rows and of what came back: the marked file, mending, confirming, rows as JSON, nil reports. */
import { PassThrough } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SeenSubject } from '#derive/decideShown.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { watermark } from '#features/audit/watermark.ts';
import type { RowReading } from '#features/registers/readRows.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { type Bringer, bringerOf } from './bringer.ts';
import { confirmImport } from './confirmImport.ts';
import { type ImportRow, nilOrder, uploadReport } from './contract.ts';
import { droppedExport, droppedFilter, droppedPage, keptRow, keptRowQuery, mendOrder, rowsOrder } from './rowContract.ts';
import { houseOf } from './houseOf.ts';
import { listDropped } from './listDropped.ts';
import { importRows } from './importRows.ts';
import { mendRow, readKeptRow } from './mendRow.ts';
import { reportShown } from './receiveUploads.ts';
import { importProblems } from './problems.ts';
import { reportNil } from './reportNil.ts';
import { getOwnImport, readerOfImport, seesWhole } from './viewImports.ts';
import { writeMarkedImport } from './writeMarkedFile.ts';

const numbered = z.object({ id: z.coerce.number().int() });
/** Rows as JSON come from systems, in portions of a few thousand. */
const largestRows = 8 * 1024 * 1024;
const placed = numbered.extend({ sheet: z.coerce.number().int(), line: z.coerce.number().int() });

export const importRowRoutes =
  (context: HouseContext): RouteGroup =>
  (app) => {
    const { scopedFor, sightFor, callerOf } = context;
    const bringerFor = async (request: FastifyRequest): Promise<Bringer> => bringerOf(callerOf(request), await scopedFor(request));
    const readerOf = async (request: FastifyRequest, run: Pick<ImportRow, 'register' | 'settlements'>): Promise<SeenSubject> =>
      readerOfImport(await sightFor(request), run);
    app.get(
      '/imports/:id/marked',
      { config: { permission: 'imports.read', allowance: 'export' }, schema: { params: numbered } },
      async (request, reply) => {
        const run = await getOwnImport(await scopedFor(request), request.params.id);
        const house = houseOf(context, request);
        const isOwn = run.by === (await bringerFor(request)).statedBy;
        const reader = await readerOf(request, run);
        if (!isOwn && !seesWhole(reader)) throw importProblems['marked-withheld']();
        await appendAudit(house.database, house.actor, {
          verb: 'imports.download',
          object: { kind: 'import', key: run.id },
          after: { file: run.file },
        });
        const workbook = new PassThrough();
        writeMarkedImport(house, run.id, workbook, await sightFor(request)).catch((error: unknown) => workbook.destroy(error as Error));
        const name = `退回-${(run.file ?? run.registerName.zh).replace(/\.(xlsx|xls|csv|xlsb|ods)$/i, '')}.xlsx`;
        return reply
          .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
          .header('content-disposition', `attachment; filename="returned-${run.id}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)
          .send(workbook);
      },
    );
    app.post(
      '/imports/:id/confirm',
      { config: { permission: 'imports.confirm' }, schema: { params: numbered, response: { 200: uploadReport } } },
      async (request) => {
        await getOwnImport(await scopedFor(request), request.params.id);
        return reportShown(await confirmImport(houseOf(context, request), request.params.id, (await bringerFor(request)).statedBy));
      },
    );
    const readingFor = async (request: FastifyRequest): Promise<Omit<RowReading, 'showing'>> => ({
      sight: await sightFor(request),
      open: (sealed) => context.keys.openText(Buffer.from(sealed)),
    });
    app.get(
      '/imports/:id/dropped',
      { config: { permission: 'imports.read' }, schema: { params: numbered, querystring: droppedFilter, response: { 200: droppedPage } } },
      async (request) => {
        const scope = await scopedFor(request);
        const { id } = await getOwnImport(scope, request.params.id);
        const page = await listDropped(scope, id, await readingFor(request), request.query);
        await context.tell(request, { verb: 'imports.read-dropped', object: { kind: 'import', key: id }, after: { rows: page.rows.length } });
        return page;
      },
    );
    app.get(
      '/imports/:id/dropped/export',
      { config: { permission: 'imports.read', allowance: 'export' }, schema: { params: numbered, response: { 200: droppedExport } } },
      async (request) => {
        const scope = await scopedFor(request);
        const { id } = await getOwnImport(scope, request.params.id);
        const page = await listDropped(scope, id, await readingFor(request));
        await context.tell(request, { verb: 'imports.export-dropped', object: { kind: 'import', key: id }, after: { rows: page.rows.length } });
        return { ...page, watermark: watermark(context.actorOf(request), context.clock.now()) };
      },
    );
    app.get(
      '/imports/:id/rows/:sheet/:line',
      { config: { permission: 'imports.mend' }, schema: { params: placed, querystring: keptRowQuery, response: { 200: keptRow } } },
      async (request) => {
        const { id, sheet, line } = request.params;
        const seen = await readerOf(request, await getOwnImport(await scopedFor(request), id));
        const house = houseOf(context, request);
        const cells = [...(await readKeptRow(house, { import: id, sheet, line }, { seen, sight: await sightFor(request) }, request.query.corrected))];
        await appendAudit(house.database, house.actor, { verb: 'imports.read-row', object: { kind: 'import-row', key: `${id}/${sheet}/${line}` } });
        return { cells };
      },
    );
    app.post(
      '/imports/:id/rows/:sheet/:line',
      { config: { permission: 'imports.mend' }, schema: { params: placed, body: mendOrder, response: { 200: uploadReport } } },
      async (request) => {
        const { id, sheet, line } = request.params;
        await getOwnImport(await scopedFor(request), id);
        return reportShown(await mendRow(houseOf(context, request), { import: id, sheet, line }, request.body.changes));
      },
    );
    app.post(
      '/imports/rows',
      {
        config: { permission: 'imports.create', allowance: 'upload' },
        bodyLimit: largestRows,
        schema: { body: rowsOrder, response: { 200: uploadReport } },
      },
      async (request) => {
        const { register, rows, dataDate, covers, ...order } = request.body;
        return reportShown(
          await importRows(houseOf(context, request), register, rows, {
            ...order,
            ...(await bringerFor(request)),
            ...(dataDate && { dataDate }),
            ...(covers && { covers }),
          }),
        );
      },
    );
    app.post(
      '/imports/nil',
      { config: { permission: 'imports.create' }, schema: { body: nilOrder, response: { 200: uploadReport } } },
      async (request) => {
        const { register, dataDate, covers, all: isForAll } = request.body;
        const said = { register, isForAll, ...(await bringerFor(request)), ...(dataDate && { dataDate }), ...(covers && { covers }) };
        return reportShown(await reportNil(houseOf(context, request), said));
      },
    );
  };
