/** The nil report (零报告): a department says that a register had nothing to report, for settlements and up to a day. */
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { uploadReport } from '#features/imports/contract.ts';
import type { z } from 'zod';
import { dataHealthQuestion } from '../dataHealth/dataHealthQuestions.ts';
import { RhythmWords } from '../dataHealth/rhythmWords.tsx';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { send } from '../parts/ask.ts';
import { count, day } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { Refused } from '../parts/refused.tsx';
import { registersQuestion } from '../registers/registerQuestions.ts';
import { importsQuestion } from './importQuestions.ts';
import classes from './nilPage.module.css';
import { NilSettlements } from './nilSettlements.tsx';
import { nilWords } from './nilWords.ts';
import { UndoPanel } from './undoPanel.tsx';

const route = getRouteApi('/imports/nil');

export function NilPage() {
  const say = useWords(nilWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const health = useSuspenseQuery(dataHealthQuestion(search)).data;
  const modes = new Map(useSuspenseQuery(registersQuestion).data.map(({ name, mode }) => [name, mode]));
  const register = health.registers.find(({ name }) => name === search.register);
  const dataDate = search.day ?? health.asOf;
  const report = useMutation({
    mutationFn: (covers: readonly string[]) =>
      send<z.infer<typeof uploadReport>>('POST', '/imports/nil', { register: register?.name, dataDate, covers }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const change = (changed: typeof search) => {
    report.reset();
    void navigate({ search: { ...search, ...changed }, replace: true, resetScroll: false });
  };
  const optionsOf = (mode: 'state' | 'event') =>
    health.registers
      .filter(({ name }) => modes.get(name) === mode)
      .map((one) => (
        <option key={one.name} value={one.name}>
          {one[language]}
        </option>
      ));
  return (
    <>
      <PageHead title={say('title')} note={say('note')} help={[say('helpWhat'), say('helpUndo')]}>
        <Link className="button no-print" to="/imports">
          {say('toImports')}
        </Link>
      </PageHead>
      <AreaTrail
        area={search.area}
        link={(area, name) => (
          <Link to="/imports/nil" search={{ ...search, area }}>
            {name}
          </Link>
        )}
        choose={(area) => change({ area })}
      />
      <div className={classes.form}>
        <label>
          {say('register')}
          <select value={search.register ?? ''} onChange={(event) => change({ register: event.target.value || undefined })}>
            <option value="">{say('choose')}</option>
            <optgroup label={say('events')}>{optionsOf('event')}</optgroup>
            <optgroup label={say('lists')}>{optionsOf('state')}</optgroup>
          </select>
        </label>
        <label>
          {say('dataDate')}
          <input type="date" value={dataDate} max={health.asOf} onChange={(event) => change({ day: event.target.value || undefined })} />
        </label>
        {register && (
          <p className="small quiet">
            {register.departments.join('、')} · <RhythmWords register={register} /> · {say('standing', { rows: count(register.rows) })}
          </p>
        )}
      </div>
      {health.settlements.length === 0 ? (
        <p>{say('noSettlements')}</p>
      ) : !register ? (
        <p className={classes.hint}>{say('chooseHint')}</p>
      ) : (
        <>
          <p className={classes.hint}>{say(modes.get(register.name) === 'state' ? 'listHint' : 'eventHint')}</p>
          {report.error && <Refused error={report.error} />}
          {report.data && report.data.import !== null && (
            <div className={classes.sent} role="status">
              <p>
                {say('sent', { register: register[language], day: day(report.data.dataDate, language), count: report.data.settlements.length })}{' '}
                <Link to="/imports/$id" params={{ id: String(report.data.import) }}>
                  {say('open', { id: report.data.import })}
                </Link>
              </p>
              <May needs="imports.undo">
                <UndoPanel id={report.data.import} done={report.reset} />
              </May>
            </div>
          )}
          <NilSettlements
            key={`${register.name} ${dataDate} ${search.area ?? ''} ${report.data?.import ?? ''}`}
            health={health}
            register={register}
            dataDate={dataDate}
            isSending={report.isPending}
            send={(covers) => report.mutate(covers)}
          />
          <EarlierReports register={register.name} />
        </>
      )}
    </>
  );
}

function EarlierReports({ register }: { readonly register: string }) {
  const say = useWords(nilWords);
  const language = useLanguage();
  const { data } = useQuery(importsQuestion({ register, mode: 'nil' }));
  if (!data) return null;
  return (
    <section className={classes.earlier}>
      <h2>{say('earlier')}</h2>
      {data.total === 0 && <p className="quiet">{say('none')}</p>}
      <ul>
        {data.rows.slice(0, 12).map((row) => (
          <li key={row.id} className={row.state === 'undone' ? 'quiet' : undefined}>
            <Link to="/imports/$id" params={{ id: String(row.id) }} preload={false}>
              {say('line', { id: row.id, day: day(row.dataDate, language), count: row.settlements.length })}
            </Link>{' '}
            {row.state === 'undone' && say('undone')}
          </li>
        ))}
      </ul>
    </section>
  );
}
