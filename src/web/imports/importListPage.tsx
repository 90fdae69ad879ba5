/** Imports (导入): bringing spreadsheets in, what came before, and the rows that wait. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import { AsideList } from './asideList.tsx';
import { columnWords } from './columnWords.ts';
import classes from './importListPage.module.css';
import { importsPerPage, importsQuestion } from './importQuestions.ts';
import { ImportTable } from './importTable.tsx';
import { importWords } from './importWords.ts';
import { MappingList } from './mappingList.tsx';
import { UploadForm } from './uploadForm.tsx';
import { UploadList } from './uploadList.tsx';

const route = getRouteApi('/imports');
const states = ['stored', 'waiting', 'refused', 'undone'] as const;

export function ImportListPage() {
  const say = useWords(importWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { total, rows } = useSuspenseQuery(importsQuestion(search)).data;
  const mayBring = useMay('imports.create');
  const seesHealth = useMay('data-health.read');
  const sayColumns = useWords(columnWords);
  const show = search.show === 'aside' || search.show === 'columns' ? search.show : undefined;
  return (
    <>
      <PageHead title={say('title')} help={[say('helpFlow'), say('helpUndo'), say('helpEval')]}>
        {mayBring && seesHealth && (
          <Link className="button no-print" to="/imports/nil">
            {say('nil')}
          </Link>
        )}
      </PageHead>
      {mayBring && <UploadForm />}
      <UploadList />
      <nav className={`${classes.tabs} no-print`} aria-label={say('tabs')}>
        <Link
          to="/imports"
          aria-current={show === undefined ? 'page' : undefined}
          activeProps={{}}
          activeOptions={{ exact: true }}
          resetScroll={false}
        >
          {say('listTab')}
        </Link>
        <Link
          to="/imports"
          search={{ show: 'aside' }}
          aria-current={show === 'aside' ? 'page' : undefined}
          activeProps={{}}
          activeOptions={{ exact: true }}
          resetScroll={false}
        >
          {say('asideTab')}
        </Link>
        <Link
          to="/imports"
          search={{ show: 'columns' }}
          aria-current={show === 'columns' ? 'page' : undefined}
          activeProps={{}}
          activeOptions={{ exact: true }}
          resetScroll={false}
        >
          {sayColumns('remembered')}
        </Link>
        {show === undefined && (
          <label className={classes.state}>
            {say('state')}
            <select
              value={search.state ?? ''}
              onChange={(event) =>
                void navigate({ search: { ...search, state: event.target.value || undefined, page: undefined }, resetScroll: false })
              }
            >
              <option value="">{say('anyState')}</option>
              {states.map((state) => (
                <option key={state} value={state}>
                  {say(state === 'refused' ? 'refusedState' : state)}
                </option>
              ))}
            </select>
          </label>
        )}
      </nav>
      {show === 'columns' ? (
        <MappingList />
      ) : show === 'aside' ? (
        <AsideList search={search} change={(changed) => void navigate({ search: { ...search, page: undefined, ...changed }, resetScroll: false })} />
      ) : total === 0 ? (
        <div className="empty">
          <h2>{say('empty')}</h2>
          <p>{say('emptyHint')}</p>
        </div>
      ) : (
        <>
          <ImportTable rows={rows} />
          <Pager
            page={pageOf(search.page)}
            size={importsPerPage}
            total={total}
            turn={(page) => void navigate({ search: { ...search, page: String(page) } })}
          />
        </>
      )}
    </>
  );
}
