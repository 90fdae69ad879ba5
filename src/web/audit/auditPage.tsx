/** The auditor's page (审计): how the chain stands, and what was done, filtered, with what stood before and after side by side. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import { AuditChain } from './auditChain.tsx';
import { AuditFilters } from './auditFilters.tsx';
import { auditQuestion, entriesPerPage } from './auditQuestions.ts';
import { AuditTable } from './auditTable.tsx';
import { auditWords } from './auditWords.ts';
import { SystemTabs } from '../parts/systemTabs.tsx';

const route = getRouteApi('/audit');

export function AuditPage() {
  const say = useWords(auditWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { total, isMore, rows } = useSuspenseQuery(auditQuestion(search)).data;
  return (
    <>
      <PageHead title={say('title')} note={say('note')} help={[say('helpWhat'), say('helpChain'), say('helpKept')]} />
      <SystemTabs />
      <AuditChain />
      <AuditFilters
        key={JSON.stringify(search)}
        search={search}
        isEmpty={total === 0}
        change={(changed) => void navigate({ search: { ...search, page: undefined, ...changed } })}
      />
      {total === 0 ? (
        <div className="empty">
          <h2>{say('empty')}</h2>
          <p>{say('emptyHint')}</p>
          <p>
            <Link to="/audit">{say('clear')}</Link>
          </p>
        </div>
      ) : (
        <>
          <AuditTable rows={rows} />
          <Pager
            page={pageOf(search.page)}
            size={entriesPerPage}
            total={total}
            turn={(page) => void navigate({ search: { ...search, page: String(page) } })}
          />
          {isMore && <p className="quiet small">{say('more')}</p>}
        </>
      )}
    </>
  );
}
