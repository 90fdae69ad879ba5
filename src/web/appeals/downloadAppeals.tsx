/** Saves the appeals that fit the filter as a CSV file. */
import { useMutation } from '@tanstack/react-query';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import type { AppealExport } from '#features/appeals/contract.ts';
import { ask } from '../parts/ask.ts';
import { today } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { saveCsv } from '../parts/saveCsv.ts';
import type { AppealSearch } from './appealQuestions.ts';
import { appealWords } from './appealWords.ts';

/** As many as an export holds. */
const mostRows = 20_000;

export function DownloadAppeals({ search, total }: { readonly search: AppealSearch; readonly total: number }) {
  const say = useWords(appealWords);
  const language = useLanguage();
  const download = useMutation({
    mutationFn: async () => {
      const { page: _, ...filter } = search;
      const { rows, watermark } = await ask<AppealExport>('/appeals/export', filter);
      const head = [
        say('number'),
        say('state'),
        say('nature'),
        say('channel'),
        say('track'),
        say('category'),
        say('where'),
        say('unit'),
        say('takenAt'),
        say('due'),
        say('result'),
        say('satisfaction'),
      ];
      const lines = rows.map((row) => [
        row.no,
        appealLifecycle.states[row.state][language],
        row.nature[language],
        row.channel[language],
        row.track[language],
        row.category?.[language] ?? '',
        row.settlement,
        row.unit ?? '',
        row.takenAt,
        row.dueAt ?? '',
        row.result?.[language] ?? '',
        row.satisfaction?.[language] ?? '',
      ]);
      saveCsv(`${say('title')}-${today()}.csv`, [head, ...lines], watermark);
    },
  });
  return (
    <button type="button" disabled={download.isPending || total === 0 || total > mostRows} onClick={() => download.mutate()}>
      {download.isPending ? say('downloading') : download.isError ? say('downloadFailed') : say('download')}
    </button>
  );
}
