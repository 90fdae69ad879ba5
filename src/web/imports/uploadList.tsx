/** The files on their way: how far each has come, and what became of it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { UploadProgress } from '#features/imports/contract.ts';
import { count, fileSize } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { registersQuestion } from '../registers/registerQuestions.ts';
import classes from './importListPage.module.css';
import { importWords } from './importWords.ts';
import { ProblemTable } from './problemTable.tsx';
import { forget, isFinished, isTried, type Upload, useUploads } from './uploads.ts';

export function UploadList() {
  const uploads = useUploads();
  const say = useWords(importWords);
  const tried = uploads.filter((upload) => isTried(upload) && hasRows(upload));
  if (uploads.length === 0) return null;
  return (
    <>
      <ul className={classes.uploads} aria-live="polite">
        {uploads.map((upload) => (
          <OneUpload key={upload.key} upload={upload} />
        ))}
      </ul>
      {tried.length > 1 && (
        <p className={classes.wishes}>
          <button
            type="button"
            className="primary"
            onClick={() => {
              for (const upload of tried.toReversed()) upload.repeat(false);
            }}
          >
            {say('storeAll', { count: tried.length })}
          </button>
        </p>
      )}
    </>
  );
}

function OneUpload({ upload }: { readonly upload: Upload }) {
  const say = useWords(importWords);
  const language = useLanguage();
  const { progress, refusal } = upload;
  const said = refusal ?? progress?.problem;
  return (
    <li className={classes.upload}>
      <p className={classes.uploadHead}>
        <strong>{upload.file}</strong>
        {upload.bytes !== undefined && <span className="quiet">{fileSize(upload.bytes)}</span>}
        <span className={classes.phase}>{say(phaseOf(upload))}</span>
        {progress && !isFinished(upload) && progress.rows > 0 && (
          <span>
            {progress.total === null
              ? say('rowsSoFar', { rows: count(progress.rows) })
              : say('rowsOf', { rows: count(progress.rows), total: count(progress.total) })}
          </span>
        )}
        {isFinished(upload) && (
          <button type="button" className="plain" onClick={() => forget(upload.key)} aria-label={say('remove')} title={say('remove')}>
            ×
          </button>
        )}
      </p>
      {!isFinished(upload) && <progress className={classes.bar} {...shareOf(upload)} />}
      {said && (
        <p role="alert">
          {inLanguage(said, language)} {refusal?.requestId !== undefined && <span className="code quiet">{refusal.requestId}</span>}
        </p>
      )}
      {progress?.reports.map((report) => (
        <Report key={report.register ?? report.dataDate} report={report} upload={upload} />
      ))}
      {isTried(upload) && <Tried upload={upload} />}
    </li>
  );
}

/** Whether a try found rows: without any there is nothing to store. */
const hasRows = ({ progress }: Upload): boolean =>
  progress?.reports.some(({ added, changed, unchanged, refused, aside, missing }) => added + changed + unchanged + refused + aside + missing > 0) ===
  true;

/** The step from a try to storing. */
function Tried({ upload }: { readonly upload: Upload }) {
  const say = useWords(importWords);
  const isClean = upload.progress?.reports.every(({ refused, aside, problem }) => refused + aside === 0 && problem === null) === true;
  if (!hasRows(upload)) return <p>{say('nothingIn')}</p>;
  return (
    <>
      {!isClean && <p className="small quiet">{say('triedHint')}</p>}
      <p className={classes.wishes}>
        <button type="button" className="primary" onClick={() => upload.repeat(false)}>
          {say('storeTried')}
        </button>
        <button type="button" onClick={() => upload.repeat(true)}>
          {say('tryAgain')}
        </button>
      </p>
    </>
  );
}

/** What a file is at; one of which nothing went in is not called done. */
function phaseOf(upload: Upload): 'failed' | 'sending' | 'notStored' | 'tried' | UploadProgress['phase'] {
  const { refusal, progress } = upload;
  if (refusal) return 'failed';
  if (!progress) return 'sending';
  if (isTried(upload)) return 'tried';
  const isRefused = progress.reports.length > 0 && progress.reports.every(({ state }) => state === 'refused' || state === 'waiting');
  return progress.phase === 'done' && isRefused ? 'notStored' : progress.phase;
}

/** The bar knows its end only while bytes go out and when the number of rows is known. */
function shareOf({ sent, progress }: Upload): { value?: number; max?: number } {
  if (!progress) return { value: sent, max: 1 };
  return progress.total === null || progress.total === 0 ? {} : { value: progress.rows, max: progress.total };
}

type Outcome = UploadProgress['reports'][number];

function Report({ report, upload }: { readonly report: Outcome; readonly upload: Upload }) {
  const say = useWords(importWords);
  const language = useLanguage();
  const register = useQuery(registersQuestion).data?.find((candidate) => candidate.name === report.register);
  const { added, changed, unchanged, refused, aside } = report;
  return (
    <div className={classes.report}>
      <p>
        <strong>{register?.[language] ?? say('notStored')}</strong>{' '}
        {report.state !== 'refused' &&
          say('result', {
            added: count(added),
            changed: count(changed),
            unchanged: count(unchanged),
            refused: count(refused),
            aside: count(aside),
          })}{' '}
        {report.import !== null && (
          <Link to="/imports/$id" params={{ id: String(report.import) }}>
            {say('openImport')}
          </Link>
        )}
      </p>
      {[report.problem, ...report.notes.filter(({ code }) => code !== 'imports.headers-unknown')].map(
        (said) => said && <p key={said.code}>{inLanguage(said, language)}</p>,
      )}
      <ToColumns report={report} upload={upload} />
      {report.import === null && report.problems.length > 0 && <ProblemTable problems={report.problems} isTrial />}
    </div>
  );
}

/** What the columns of a file leave open, with the way to the page where a person says it. */
function ToColumns({ report, upload: { wishes } }: { readonly report: Outcome; readonly upload: Upload }) {
  const say = useWords(importWords);
  const isUnclear = mendedByColumns.includes(report.problem?.code ?? '');
  if (report.upload === null || (report.unread.length === 0 && !isUnclear)) return null;
  const search = {
    register: wishes.register,
    dataDate: wishes.dataDate,
    mode: wishes.mode === 'full' ? 'full' : undefined,
    dryRun: wishes.dryRun ? 'yes' : undefined,
  };
  return (
    <p className={classes.unread}>
      {report.unread.length > 0 && (
        <span>{say('unread', { count: report.unread.length, headers: report.unread.map(({ header }) => header).join('、') })}</span>
      )}
      <Link
        className="button"
        to="/imports/columns/$upload"
        params={{ upload: report.upload }}
        search={report.register !== null && isUnclear ? { ...search, register: report.register } : search}
      >
        {say('toColumns')}
      </Link>
    </p>
  );
}

/** Refusals that are mended by saying what the columns mean. */
const mendedByColumns = ['imports.register-not-recognised', 'imports.register-ambiguous', 'imports.header-not-found', 'imports.two-columns'];
