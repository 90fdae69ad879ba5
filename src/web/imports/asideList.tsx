/** The rows that match nobody yet, and what they wait for. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import { Refused } from '../parts/refused.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import classes from './importListPage.module.css';
import { AsideFilters } from './asideFilters.tsx';
import { asideQuestion, importsPerPage, type ImportSearch } from './importQuestions.ts';
import { importWords } from './importWords.ts';

interface AsideListParts {
  readonly search: ImportSearch;
  readonly change: (changed: ImportSearch) => void;
}

export function AsideList({ search, change }: AsideListParts) {
  const say = useWords(importWords);
  const language = useLanguage();
  const { data, error, refetch } = useQuery({ ...asideQuestion(search), placeholderData: keepPreviousData });
  const isNarrowed = [search.register, search.reason, search.import, search.text].some((wish) => wish !== undefined);
  if (error) return <Refused error={error} again={() => void refetch()} />;
  if (!data) return <Skeleton />;
  return (
    <>
      <p className={classes.hint}>{say(data.total > 0 ? 'asideNote' : isNarrowed ? 'asideNone' : 'asideEmpty')}</p>
      {(data.total > 0 || isNarrowed) && <AsideFilters key={search.text} groups={data.groups} search={search} change={change} />}
      {data.total > 0 && (
        <>
          <table className={classes.imports}>
            <thead>
              <tr>
                <th scope="col">{say('file')}</th>
                <th scope="col">{say('reason')}</th>
                <th scope="col">{say('since')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={`${row.import} ${row.sheet} ${row.line}`}>
                  <th scope="row">
                    <Link to="/imports/$id" params={{ id: String(row.import) }} preload={false}>
                      {inLanguage(row.registerName, language)}
                    </Link>
                    <span className={classes.fileName}>
                      {say('lineOf', { file: row.file ?? say('byApi'), sheet: row.sheet + 1, line: row.line })}
                    </span>
                  </th>
                  <td>{inLanguage(row, language)}</td>
                  <td className={classes.at}>{moment(row.since, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pager page={pageOf(search.page)} size={importsPerPage} total={data.total} turn={(page) => change({ page: String(page) })} />
        </>
      )}
    </>
  );
}
