/** What the columns of a sheet mean: a person says it once, it is remembered for sheets with these headers, and the file is read again. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ColumnSurvey } from '#features/imports/columnContract.ts';
import { send } from '../parts/ask.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { Refused } from '../parts/refused.tsx';
import classes from './columnPage.module.css';
import { columnWords } from './columnWords.ts';
import { ColumnTable } from './columnTable.tsx';
import { columnsQuestion } from './importQuestions.ts';
import { chosenFor, type Choices, claimedTwice, decisionsOf, stillMissing } from './columnChoices.ts';
import { readAgain } from './uploads.ts';

const route = getRouteApi('/imports/columns/$upload');

type Sheet = NonNullable<ColumnSurvey['shown']>;

export function ColumnPage() {
  const say = useWords(columnWords);
  const language = useLanguage();
  const { upload } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const survey = useSuspenseQuery(columnsQuestion(upload, search)).data;
  const { shown } = survey;
  const register = survey.registers.find(({ name }) => name === shown?.register);
  const alike = survey.registers.filter(({ name }) => shown?.alike.includes(name));
  return (
    <>
      <PageHead title={say('title')} note={survey.file} help={[say('helpOnce'), say('helpNone'), say('helpMasked')]}>
        <Link className="button no-print" to="/imports">
          {say('toImports')}
        </Link>
      </PageHead>
      {survey.sheets.length > 1 && (
        <nav className={classes.sheets} aria-label={say('sheets')}>
          {survey.sheets.map((sheet) => (
            <Link
              key={sheet.sheet}
              to="/imports/columns/$upload"
              params={{ upload }}
              search={{ ...search, sheet: String(sheet.sheet), register: undefined }}
              aria-current={sheet.sheet === shown?.sheet ? 'page' : undefined}
              activeProps={{}}
            >
              {sheet.name} {sheet.open > 0 && <span className="small">{say('openOf', { count: sheet.open })}</span>}
            </Link>
          ))}
        </nav>
      )}
      {shown === null ? (
        <p>{say('nothingToRead')}</p>
      ) : (
        <>
          <p className={classes.register}>
            <label>
              {say('register')}
              <select
                value={shown.register ?? ''}
                onChange={(event) =>
                  void navigate({
                    search: { ...search, sheet: String(shown.sheet), register: event.target.value || undefined },
                    replace: true,
                    resetScroll: false,
                  })
                }
              >
                {shown.register === null && <option value="">{say('chooseRegister')}</option>}
                {alike.length > 0 && (
                  <optgroup label={say('alike')}>
                    {alike.map((one) => (
                      <option key={one.name} value={one.name}>
                        {one[language]}
                      </option>
                    ))}
                  </optgroup>
                )}
                <optgroup label={say('allRegisters')}>
                  {survey.registers
                    .filter((one) => !alike.includes(one))
                    .map((one) => (
                      <option key={one.name} value={one.name}>
                        {one.no} {one[language]}
                      </option>
                    ))}
                </optgroup>
              </select>
            </label>
            <span className={register ? 'small quiet' : classes.first}>
              {register ? say('headerAt', { row: shown.headerRow }) : say(alike.length > 0 ? 'alikeHint' : 'registerHint')}
            </span>
          </p>
          <SheetColumns key={`${shown.sheet} ${shown.register ?? ''} ${shown.form}`} survey={survey} sheet={shown} />
        </>
      )}
    </>
  );
}

function SheetColumns({ survey, sheet }: { readonly survey: ColumnSurvey; readonly sheet: Sheet }) {
  const say = useWords(columnWords);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [choices, setChoices] = useState<Choices>({});
  const others = survey.sheets.filter((one) => one.sheet !== sheet.sheet && one.open > 0 && one.register !== null);
  const twice = claimedTwice(sheet, choices);
  const missing = stillMissing(sheet, choices);
  const undecided = sheet.columns.filter((column) => chosenFor(column, choices) === null && column.itself === null).length;
  const remember = useMutation({
    mutationFn: () => send('PUT', `/header-mappings/${sheet.register}/${sheet.form}`, { decisions: decisionsOf(sheet, choices) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['imports'] });
      const [next] = others;
      if (next) {
        void navigate({
          to: '/imports/columns/$upload',
          params: { upload: survey.upload },
          search: { ...search, sheet: String(next.sheet), register: undefined },
        });
        return;
      }
      const wishes = {
        register: '',
        dataDate: search.dataDate ?? '',
        mode: search.mode === 'full' ? ('full' as const) : ('changes' as const),
        dryRun: search.dryRun === 'yes',
      };
      readAgain(survey.upload, survey.file, wishes, () => void queries.invalidateQueries());
      void navigate({ to: '/imports' });
    },
  });
  const isTaken = sheet.columns.some((column) => ![null, 'none'].includes(chosenFor(column, choices)));
  const nameOf = (field: string): string => sheet.choices.find((choice) => choice.field === field)?.[language] ?? field;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        remember.mutate();
      }}
    >
      <ColumnTable sheet={sheet} choices={choices} twice={twice} choose={(key, field) => setChoices({ ...choices, [key]: field })} />
      {remember.error && <Refused error={remember.error} />}
      {sheet.register !== null && (
        <div className={classes.foot}>
          <ul className={classes.left}>
            {twice.size > 0 && <li>{say('twice')}</li>}
            {missing.length > 0 && <li>{say('missing', { fields: missing.map(nameOf).join('、') })}</li>}
            {undecided > 0 && <li>{say('undecided', { count: undecided })}</li>}
            {undecided === 0 && twice.size === 0 && missing.length === 0 && <li>{say('complete')}</li>}
          </ul>
          <p className={classes.actions}>
            <button type="submit" className="primary" disabled={twice.size > 0 || !isTaken || remember.isPending}>
              {say(others.length > 0 ? 'rememberNext' : 'remember')}
            </button>
            <Link to="/imports">{say('leave')}</Link>
          </p>
        </div>
      )}
    </form>
  );
}
