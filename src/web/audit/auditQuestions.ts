/** What the auditor's page asks. */
import { queryOptions } from '@tanstack/react-query';
import type { AuditPage, AuditState } from '#features/audit/contract.ts';
import { apiAddress, ask } from '../parts/ask.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

export const auditSearch = keepTexts('from', 'to', 'who', 'verb', 'object', 'settlement', 'request', 'page');
export type AuditSearch = ReturnType<typeof auditSearch>;

export const entriesPerPage = 50;

/** A page of entries, the newest first. */
export const auditQuestion = ({ page, ...filter }: AuditSearch) => {
  const query = { ...filter, page: pageOf(page), size: entriesPerPage };
  return queryOptions({ queryKey: ['audit', query], queryFn: () => ask<AuditPage>('/audit', query) });
};

/** How the chain stands. */
export const auditStateQuestion = queryOptions({ queryKey: ['audit', 'state'], queryFn: () => ask<AuditState>('/audit/verify') });

/** The file of all entries that fit. */
export const auditExportAddress = ({ page: _, ...filter }: AuditSearch, format: 'csv' | 'jsonl'): string =>
  apiAddress('/audit/export', { ...filter, format });
