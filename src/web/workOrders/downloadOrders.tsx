/** Saves the work orders that fit the filter as a CSV file. */
import { useMutation } from '@tanstack/react-query';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import type { OrderExport } from '#features/workOrders/contract.ts';
import { ask } from '../parts/ask.ts';
import { moment, today } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { partWords } from '../parts/partWords.ts';
import { saveCsv } from '../parts/saveCsv.ts';
import { seen } from '../parts/seen.ts';
import type { OrderSearch } from './workOrderQuestions.ts';
import { workOrderWords } from './workOrderWords.ts';

export function DownloadOrders({ search, total }: { readonly search: OrderSearch; readonly total: number }) {
  const say = useWords(workOrderWords);
  const sayPart = useWords(partWords);
  const language = useLanguage();
  const download = useMutation({
    mutationFn: async () => {
      const { page: _, ...filter } = search;
      const { rows, watermark } = await ask<OrderExport>('/work-orders/export', filter);
      const at = (text: string | null): string => (text === null ? '' : moment(text, language));
      const head = [
        'no',
        'level',
        'subject',
        'where',
        'state',
        'mark',
        'owner',
        'unit',
        'departments',
        'warnings',
        'returns',
        'openedAt',
        'due',
        'closedAt',
      ] as const;
      const lines = rows.map((row) => [
        row.no,
        sayPart(row.level),
        seen(row.subject, language),
        [row.settlement, row.community, row.building].filter(Boolean).join(' '),
        inLanguage(workOrderLifecycle.states[row.state], language),
        row.marks.map((mark) => say(mark)).join(' '),
        row.owner ?? '',
        row.unit ?? '',
        row.departments.join(' '),
        row.warnings,
        row.returns,
        at(row.openedAt),
        at(row.dueAt),
        at(row.closedAt),
      ]);
      saveCsv(`${say('title')}-${today()}.csv`, [head.map((word) => say(word)), ...lines], watermark);
    },
  });
  return (
    <button type="button" disabled={download.isPending || total === 0} onClick={() => download.mutate()}>
      {download.isPending ? say('downloading') : download.isError ? say('downloadFailed') : say('download')}
    </button>
  );
}
