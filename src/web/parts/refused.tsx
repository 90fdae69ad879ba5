/** What a page shows when the server refused or cannot be reached: what happened, what to do, and the number of the request. */
import { Link, useRouter } from '@tanstack/react-router';
import { Refusal } from './ask.ts';
import { inLanguage, useLanguage, useWords } from './language.ts';
import { partWords } from './partWords.ts';
import classes from './refused.module.css';

/** The problem alone, for a place inside a page. */
export function Refused({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const say = useWords(partWords);
  const language = useLanguage();
  const problem = error instanceof Refusal ? error.problem : undefined;
  return (
    <div className={classes.refused} role="alert">
      <h2>{say('failed')}</h2>
      <p>{problem ? inLanguage(problem, language) : error instanceof Error ? error.message : String(error)}</p>
      {problem?.issues?.map((issue) => (
        <p key={issue.path} className="small code">
          {issue.path} {issue.message}
        </p>
      ))}
      {problem?.requestId !== undefined && (
        <p className="small quiet">
          {say('requestId')} <span className="code">{problem.requestId}</span>
          {problem.status >= 500 && <>。{say('tellAdministrator')}</>}
        </p>
      )}
      <div className={classes.actions}>
        {again && !isSettled(problem?.status) && (
          <button type="button" onClick={again}>
            {say('again')}
          </button>
        )}
        <Link to="/">{say('toStart')}</Link>
      </div>
    </div>
  );
}

/** Whether asking again would bring the same answer: nothing is there, or it is not the reader's. */
const isSettled = (status: number | undefined): boolean => status === 403 || status === 404;

/** The problem as a whole page. */
export function RefusedPage({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const router = useRouter();
  return (
    <Refused
      error={error}
      again={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}

/** The page of an address that leads nowhere. */
export function NoSuchPage() {
  const say = useWords(partWords);
  return (
    <div className={classes.refused}>
      <h1>{say('notFound')}</h1>
      <p>{say('notFoundHint')}</p>
      <Link to="/">{say('toStart')}</Link>
    </div>
  );
}
