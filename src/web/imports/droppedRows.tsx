/** The rows that a full list leaves out, page by page and as a file, for the second person who confirms it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DroppedExport, DroppedPage } from '#features/imports/rowContract.ts';
import { ask } from '../parts/ask.ts';
import { count, day } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { Pager } from '../parts/pager.tsx';
import { Refused } from '../parts/refused.tsx';
import { saveCsv } from '../parts/saveCsv.ts';
import { FieldValue } from '../registers/fieldValue.tsx';
import classes from './importListPage.module.css';
import { ImportLink } from './importLink.tsx';
import { droppedQuestion, importsPerPage } from './importQuestions.ts';
import { importWords } from './importWords.ts';

export function DroppedRows({ id }: { readonly id: number }) {
  const say = useWords(importWords);
  const language = useLanguage();
  const [page, setPage] = useState(1);
  const { data, error } = useQuery(droppedQuestion(id, page));
  const download = useMutation({
    mutationFn: async () => {
      const all = await ask<DroppedExport>(`/imports/${id}/dropped/export`);
      const head = [...all.columns.map((column) => column[language]), say('dataDate')];
      const lines = all.rows.map((row) => [...all.columns.map(({ name }) => written(row, name)), row.dataDate]);
      saveCsv(`${say('droppedTitle')}-${id}.csv`, [head, ...lines], all.watermark);
    },
  });
  if (error) return <Refused error={error} />;
  if (!data) return null;
  const columns = data.columns.filter(({ name }) => data.rows.some((row) => row.fields.some((field) => field.name === name)));
  return (
    <section className={classes.section}>
      <h2>{say('droppedTitle')}</h2>
      <p className={classes.hint}>{say('droppedNote', { count: data.total })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keys. */}
      <section className={classes.frame} tabIndex={0} aria-label={say('droppedTitle')}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {column[language]}
                </th>
              ))}
              <th scope="col">{say('dataDate')}</th>
              <th scope="col">{say('source')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.rowId}>
                {columns.map(({ name }) => {
                  const field = row.fields.find((one) => one.name === name);
                  return <td key={name}>{field && <FieldValue field={field} />}</td>;
                })}
                <td>{day(row.dataDate, language)}</td>
                <td>
                  <ImportLink id={row.importId}>{say('ofImport', { id: count(row.importId) })}</ImportLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Pager page={page} size={importsPerPage} total={data.total} turn={setPage} />
      <p className={`${classes.markedFile} no-print`}>
        <button type="button" disabled={download.isPending} onClick={() => download.mutate()}>
          {download.isPending ? say('downloading') : download.isError ? say('downloadFailed') : say('downloadDropped')}
        </button>
      </p>
    </section>
  );
}

const written = (row: DroppedPage['rows'][number], name: string): string => row.fields.find((field) => field.name === name)?.value ?? '';
