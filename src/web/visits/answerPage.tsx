/** Answers that wait for a person (待核定): what was answered, what stood and what stands, side by side, and the decision. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { AnswerRow } from '#features/visits/answerContract.ts';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { day, moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { useMay } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import { MendLink } from './mendLink.tsx';
import { SettleForm } from './settleForm.tsx';
import { answersPerPage, answersQuestion } from './visitQuestions.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

const route = getRouteApi('/visits/answers');
const states = { open: 'stateOpen', conflict: 'stateConflict', refused: 'stateRefused', settled: 'stateSettled' } as const;
const settledWords = { taken: 'taken', kept: 'kept', mended: 'mended', refused: 'stateRefused', conflict: 'stateConflict' } as const;

export function AnswerPage() {
  const say = useWords(visitWords);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const maySettle = useMay('visits.settle');
  const { total, rows } = useSuspenseQuery(answersQuestion(search)).data;
  return (
    <>
      <PageHead title={say('answersTitle')} note={say('answersNote', { count: total })} help={[say('answersHelp'), say('answersHelpWho')]} />
      <AreaTrail
        area={search.area}
        deepest="building"
        link={(area, name) => (
          <Link to="/visits/answers" search={{ ...search, area, page: undefined }}>
            {name}
          </Link>
        )}
        choose={(area) => void navigate({ search: { ...search, area, page: undefined } })}
      />
      <div className={`${classes.bar} no-print`}>
        <select
          aria-label={say('show')}
          value={search.state ?? 'open'}
          onChange={(event) => void navigate({ search: { ...search, state: event.target.value, page: undefined } })}
        >
          {Object.entries(states).map(([state, word]) => (
            <option key={state} value={state}>
              {say(word)}
            </option>
          ))}
        </select>
        <Link to="/visits">{say('back')}</Link>
      </div>
      {rows.length === 0 ? (
        <p>{say('noAnswers')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
        <section className={classes.sheet} tabIndex={0} aria-label={say('answersTitle')}>
          <table className={classes.answers}>
            <thead>
              <tr>
                {(['household', 'what', 'given', 'stood', 'nowValue', 'decide'] as const).map((word) => (
                  <th key={word} scope="col">
                    {say(word)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <May needs="households.read" otherwise={row.household}>
                      <Link to="/households/$no" params={{ no: row.household }} preload={false}>
                        {row.household}
                      </Link>
                    </May>{' '}
                    {row.person}
                    <div className="small quiet">{say('byOn', { by: row.by, day: day(row.answeredOn, language) })}</div>
                  </th>
                  <td data-whole="">
                    {inLanguage(row.field, language)}
                    <div className="small quiet">{inLanguage(row.register, language)}</div>
                  </td>
                  <td data-whole="" data-label={say('given')}>
                    <strong>{inLanguage(row.given, language)}</strong>
                    {row.said && <div className="small">{inLanguage(row.said, language)}</div>}
                  </td>
                  <td data-label={say('stood')}>{row.stood === null ? '—' : inLanguage(row.stood, language)}</td>
                  <td data-label={say('nowValue')}>{inLanguage(row.now, language)}</td>
                  <td>
                    {row.settledAt !== null ? (
                      <>
                        {say(settledWords[row.state])}
                        <div className="small quiet">{say('settledBy', { by: row.settledBy ?? '', at: moment(row.settledAt, language) })}</div>
                      </>
                    ) : (
                      <Decision row={row} maySettle={maySettle} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {total > answersPerPage && (
        <Pager
          page={pageOf(search.page)}
          size={answersPerPage}
          total={total}
          turn={(page) => void navigate({ search: { ...search, page: String(page) } })}
        />
      )}
    </>
  );
}

/** What the reader may do about an answer that waits: decide, or mend what came back of an own visit. */
function Decision({ row, maySettle }: { readonly row: AnswerRow; readonly maySettle: boolean }) {
  if (row.version === '') return null;
  if (maySettle) return <SettleForm row={row} />;
  return row.isOwn && row.state === 'refused' ? <MendLink id={row.id} /> : null;
}
