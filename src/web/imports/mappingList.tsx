/** What people decided about headers, form by form, each to be deleted and brought back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HeaderMapping } from '#features/imports/columnContract.ts';
import { send } from '../parts/ask.ts';
import { moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { Refused } from '../parts/refused.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { columnWords } from './columnWords.ts';
import classes from './importListPage.module.css';
import { mappingsQuestion } from './importQuestions.ts';

type Decisions = Readonly<Record<string, string | null>>;

export function MappingList() {
  const say = useWords(columnWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(mappingsQuestion);
  const [deleted, setDeleted] = useState<HeaderMapping>();
  const write = useMutation({
    mutationFn: ({ mapping, decisions }: { mapping: HeaderMapping; decisions: Decisions }) =>
      send('PUT', `/header-mappings/${mapping.register}/${mapping.form}`, { decisions }),
    onSuccess: (_, { mapping, decisions }) => {
      setDeleted(Object.keys(decisions).length === 0 ? mapping : undefined);
      return queries.invalidateQueries({ queryKey: mappingsQuestion.queryKey });
    },
  });
  if (error) return <Refused error={error} again={() => void refetch()} />;
  if (!data) return <Skeleton />;
  return (
    <>
      <p className={classes.hint}>{say(data.length === 0 ? 'listEmpty' : 'listNote')}</p>
      {write.error && <Refused error={write.error} />}
      {deleted && (
        <p className={classes.done} role="status">
          {say('deleted', { register: inLanguage(deleted.registerName, language) })}{' '}
          <button
            type="button"
            onClick={() =>
              write.mutate({ mapping: deleted, decisions: Object.fromEntries(deleted.columns.map(({ header, field }) => [header, field])) })
            }
          >
            {say('undo')}
          </button>
        </p>
      )}
      {data.length > 0 && (
        <table className={classes.imports}>
          <thead>
            <tr>
              <th scope="col">{say('register')}</th>
              <th scope="col">{say('remembered')}</th>
              <th scope="col">{say('when')}</th>
              <th scope="col">
                <span className="heard">{say('delete')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((mapping) => {
              const name = inLanguage(mapping.registerName, language);
              return (
                <tr key={`${mapping.register} ${mapping.form}`}>
                  <th scope="row">
                    {name}
                    {mapping.file !== null && <span className={classes.fileName}>{mapping.file}</span>}
                  </th>
                  <td>
                    <Remembered columns={mapping.columns} />
                  </td>
                  <td className={classes.at}>{moment(mapping.at, language)}</td>
                  <td className="number">
                    <May needs="imports.create">
                      <button
                        type="button"
                        className="plain"
                        aria-label={say('deleteOf', { register: name })}
                        disabled={write.isPending}
                        onClick={() => write.mutate({ mapping, decisions: {} })}
                      >
                        {say('delete')}
                      </button>
                    </May>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}

/** Headers that say the same as the field need no words. */
function Remembered({ columns }: { readonly columns: HeaderMapping['columns'] }) {
  const say = useWords(columnWords);
  const language = useLanguage();
  // A header that stands again in a sheet is kept with its number.
  const shown = (header: string): string => header.replace(/#(\d+)$/, (_, nth) => say('nth', { nth }));
  const taken = columns.filter((column) => column.field !== null);
  const notTaken = columns.filter((column) => column.field === null).map(({ header }) => shown(header));
  return (
    <>
      <span className={classes.pairs}>
        {taken.map((column) => (
          <span key={column.header}>
            {column.header === column.zh && language === 'zh' ? column.header : `${shown(column.header)} → ${column[language] ?? ''}`}
          </span>
        ))}
      </span>
      {notTaken.length > 0 && <span className={classes.fileName}>{say('notTaken', { headers: notTaken.join('、') })}</span>}
    </>
  );
}
