/** Saves the warnings that fit the filter as a CSV file. */
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import type { WarningExport, WarningRow } from '#features/warnings/contract.ts';
import { itemName } from '../items/itemName.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { ask } from '../parts/ask.ts';
import { count, today } from '../parts/format.ts';
import { inLanguage, type Language, useLanguage, useWords } from '../parts/language.ts';
import { partWords } from '../parts/partWords.ts';
import { seen } from '../parts/seen.ts';
import { saveCsv } from '../parts/saveCsv.ts';
import { placeOf } from './placeOf.ts';
import type { WarningSearch } from './warningQuestions.ts';
import { warningWords } from './warningWords.ts';

/** As many as an export holds. */
const mostRows = 20_000;

export function DownloadWarnings({ search, total }: { readonly search: WarningSearch; readonly total: number }) {
  const say = useWords(warningWords);
  const sayPart = useWords(partWords);
  const language = useLanguage();
  const { items } = useSuspenseQuery(itemsQuestion).data;
  const download = useMutation({
    mutationFn: async () => {
      const { rows, watermark } = await allWarnings(search);
      const head = [say('no'), say('level'), say('subject'), say('where'), say('item'), say('why'), say('raisedOn'), say('state')];
      const lines = rows.map((row) => lineOf(row, itemName(items, row.item, language), sayPart(row.level), say(row.state), language));
      saveCsv(`${say('title')}-${today()}.csv`, [head, ...lines], watermark);
    },
  });
  return (
    <button
      type="button"
      disabled={download.isPending || total === 0 || total > mostRows}
      title={total > mostRows ? say('tooMany', { most: count(mostRows) }) : undefined}
      onClick={() => download.mutate()}
    >
      {download.isPending ? say('downloading') : download.isError ? say('downloadFailed') : say('download')}
    </button>
  );
}

async function allWarnings({ page: _, ...filter }: WarningSearch): Promise<WarningExport> {
  return ask<WarningExport>('/warnings/export', filter);
}

function lineOf(row: WarningRow, item: string, level: string, state: string, language: Language): string[] {
  return [row.no, level, seen(row.subjectName, language), placeOf(row), item, inLanguage(row.why, language), row.raisedOn, state];
}
