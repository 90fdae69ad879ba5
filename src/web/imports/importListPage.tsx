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
import { ImportFilters } from './importFilters.tsx';
import { type ImportSearch, importsPerPage, importsQuestion } from './importQuestions.ts';
import { ImportTable } from './importTable.tsx';
import { importWords } from './importWords.ts';
import { MappingList } from './mappingList.tsx';
import { UploadForm } from './uploadForm.tsx';
import { UploadList } from './uploadList.tsx';

const route = getRouteApi('/imports');

export function ImportListPage() {
  const say = useWords(importWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { total, rows } = useSuspenseQuery(importsQuestion(search)).data;
  const mayBring = useMay('imports.create');
  const seesHealth = useMay('data-health.read');
  const sayColumns = useWords(columnWords);
  const change = (changed: ImportSearch) => void navigate({ search: { ...search, page: undefined, ...changed }, resetScroll: false });
  const isNarrowed = [search.register, search.state, search.mode, search.mine].some((one) => one !== undefined);
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
        {show === undefined && <ImportFilters search={search} change={change} />}
      </nav>
      {show === 'columns' ? (
        <MappingList />
      ) : show === 'aside' ? (
        <AsideList search={search} change={change} />
      ) : total === 0 ? (
        <div className="empty">
          <h2>{say(isNarrowed ? 'noneFits' : 'empty')}</h2>
          {isNarrowed ? <Link to="/imports">{say('clearFilters')}</Link> : <p>{say('emptyHint')}</p>}
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
