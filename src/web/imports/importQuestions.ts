/** What the pages ask about imports, and what they send. */
import { queryOptions } from '@tanstack/react-query';
import type { AsidePage, ImportFile, ImportPage, keptRow, UndoPreview } from '#features/imports/contract.ts';
import type { z } from 'zod';
import { ask } from '../parts/ask.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

/** What the address of the list may name; `show=aside` opens the queue of rows that wait. */
export const importSearch = keepTexts('show', 'register', 'state', 'page');
export type ImportSearch = ReturnType<typeof importSearch>;

export const importsPerPage = 50;

/** A page of imports, the newest first. */
export const importsQuestion = ({ register, state, page, show }: ImportSearch) => {
  const query = { register, state, page: show === 'aside' ? 1 : pageOf(page), size: importsPerPage };
  return queryOptions({ queryKey: ['imports', query], queryFn: () => ask<ImportPage>('/imports', query) });
};

/** One import with its problems. */
export const importQuestion = (id: string) =>
  queryOptions({ queryKey: ['imports', 'one', id], queryFn: () => ask<ImportFile>(`/imports/${encodeURIComponent(id)}`) });

/** Rows that wait for somebody or something that a later import may bring. */
export const asideQuestion = (page: number) => {
  const query = { page, size: importsPerPage };
  return queryOptions({ queryKey: ['imports', 'aside', query], queryFn: () => ask<AsidePage>('/aside-rows', query) });
};

/** A row that came back or waits, cell by cell. */
export const keptRowQuestion = (id: number, sheet: number, line: number) =>
  queryOptions({
    queryKey: ['imports', 'kept', id, sheet, line],
    queryFn: () => ask<z.infer<typeof keptRow>>(`/imports/${id}/rows/${sheet}/${line}`),
    staleTime: 0,
    gcTime: 0,
  });

/** What undoing an import would take back. */
export const undoQuestion = (id: number) =>
  queryOptions({ queryKey: ['imports', 'undo', id], queryFn: () => ask<UndoPreview>(`/imports/${id}/undo`), staleTime: 0 });
