/** What the pages of notices ask. */
import { queryOptions } from '@tanstack/react-query';
import type { NoticePage, NoticePreferences } from '#features/notices/contract.ts';
import { ask } from '../parts/ask.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

export const noticeSearch = keepTexts('show', 'page');
export type NoticeSearch = ReturnType<typeof noticeSearch>;

export const noticesPerPage = 30;

/** A page of the own notices, the newest first. */
export const noticesQuestion = ({ show, page }: NoticeSearch) => {
  const query = { show: show === 'unread' ? 'unread' : 'all', page: pageOf(page), size: noticesPerPage };
  return queryOptions({ queryKey: ['notices', 'list', query], queryFn: () => ask<NoticePage>('/notices', query) });
};

/** How the person wants to be told. */
export const preferencesQuestion = queryOptions({
  queryKey: ['notices', 'preferences'],
  queryFn: () => ask<NoticePreferences>('/notices/preferences'),
});
