/** What the pages ask about imports, and what they send. */
import { queryOptions } from '@tanstack/react-query';
import type { ImportFile, ImportPage, UndoPreview } from '#features/imports/contract.ts';
import type { ColumnSurvey, headerMappings } from '#features/imports/columnContract.ts';
import type { AsidePage, DroppedPage, keptRow } from '#features/imports/rowContract.ts';
import type { z } from 'zod';
import { ask } from '../parts/ask.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

/** What the address of the list may name; `show` opens the rows that wait (`aside`) or the remembered columns (`columns`). */
export const importSearch = keepTexts('show', 'register', 'state', 'mode', 'mine', 'reason', 'import', 'text', 'page');
export type ImportSearch = ReturnType<typeof importSearch>;

export const importsPerPage = 50;

/** A page of imports, the newest first. */
export const importsQuestion = ({ register, state, mode, mine, page, show }: ImportSearch) => {
  const query = { register, state, mode, mine, page: show === undefined ? pageOf(page) : 1, size: importsPerPage };
  return queryOptions({ queryKey: ['imports', query], queryFn: () => ask<ImportPage>('/imports', query) });
};

/** One import with its problems. */
export const importQuestion = (id: string) =>
  queryOptions({ queryKey: ['imports', 'one', id], queryFn: () => ask<ImportFile>(`/imports/${encodeURIComponent(id)}`) });

/** Rows that wait for somebody or something that a later import may bring. */
export const asideQuestion = ({ register, reason, import: id, text, page }: ImportSearch) => {
  const query = { register, reason, import: id, text, page: pageOf(page), size: importsPerPage };
  return queryOptions({ queryKey: ['imports', 'aside', query], queryFn: () => ask<AsidePage>('/aside-rows', query) });
};

/** A row that came back or waits, cell by cell; one column may be asked for whole. */
export const keptRowQuestion = (id: number, sheet: number, line: number, corrected?: string) =>
  queryOptions({
    queryKey: ['imports', 'kept', id, sheet, line, corrected ?? ''],
    queryFn: () => ask<z.infer<typeof keptRow>>(`/imports/${id}/rows/${sheet}/${line}`, { corrected }),
    staleTime: 0,
    gcTime: 0,
  });

/** A page of the rows that a full list leaves out while it waits. */
export const droppedQuestion = (id: number, page: number) => {
  const query = { page, size: importsPerPage };
  return queryOptions({ queryKey: ['imports', 'dropped', id, query], queryFn: () => ask<DroppedPage>(`/imports/${id}/dropped`, query) });
};

/** What undoing an import would take back. */
export const undoQuestion = (id: number) =>
  queryOptions({ queryKey: ['imports', 'undo', id], queryFn: () => ask<UndoPreview>(`/imports/${id}/undo`), staleTime: 0 });

/** What the address of the page of columns may name: the sheet, the register chosen for it, what was stated with the file, and whether it was only tried. */
export const columnSearch = keepTexts('sheet', 'register', 'dataDate', 'mode', 'dryRun');
export type ColumnSearch = ReturnType<typeof columnSearch>;

/** How the columns of a sheet of an upload are read. */
export const columnsQuestion = (upload: string, { sheet, register }: Pick<ColumnSearch, 'sheet' | 'register'>) =>
  queryOptions({
    queryKey: ['imports', 'columns', upload, sheet ?? '', register ?? ''],
    queryFn: () => ask<ColumnSurvey>(`/uploads/${encodeURIComponent(upload)}/columns`, { sheet, register }),
    staleTime: 0,
  });

/** What the address of the page of nil reports may name. */
export const nilSearch = keepTexts('register', 'area', 'day');

/** What people decided about headers. */
export const mappingsQuestion = queryOptions({
  queryKey: ['imports', 'mappings'],
  queryFn: () => ask<z.infer<typeof headerMappings>>('/header-mappings').then((answer) => answer.mappings),
});
