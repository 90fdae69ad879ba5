/** A post that changes hands (岗位移交): its open work, a deputy for an absence, the end of a leaver's grants, a successor. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../parts/ask.ts';
import { day } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { ProblemLine } from '../parts/problemLine.tsx';
import { SystemTabs } from '../parts/systemTabs.tsx';
import classes from './accounts.module.css';
import list from './accountList.module.css';
import { postQuestion } from './accountQuestions.ts';
import { postWords } from './postWords.ts';

const route = getRouteApi('/accounts/$id');

export function PostPage() {
  const say = useWords(postWords);
  const language = useLanguage();
  const { id } = route.useParams();
  const post = useSuspenseQuery(postQuestion(id)).data;
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: ({ verb, order }: { verb: 'deputy' | 'leave' | 'handover'; order: object }) =>
      send<{ grants: number }>('POST', `/accounts/${id}/${verb}`, order),
    onSuccess: () => queries.invalidateQueries(),
  });
  const [deputy, setDeputy] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [leavesOn, setLeavesOn] = useState('');
  const [successor, setSuccessor] = useState('');
  const [on, setOn] = useState('');
  return (
    <>
      <PageHead title={say('title')} note={`${post.name} · ${post.login}`} help={[say('helpOnly'), say('helpDeputy'), say('helpWork')]}>
        <Link className="button" to="/accounts" search={{ q: post.login }}>
          {say('back')}
        </Link>
      </PageHead>
      <SystemTabs />
      <ProblemLine error={change.error} />
      {change.data && <p role="status">{say('done', { count: change.data.grants })}</p>}
      <div className={classes.sections}>
        <section className={`${classes.section} ${classes.wide}`}>
          <h2>{say('work')}</h2>
          {post.work.map((kind) => (
            <div key={kind.kind}>
              <h3>
                {kind[language]} · {kind.count}
              </h3>
              <ul>
                {kind.lines.map((line) => (
                  <li key={line.en}>{inLanguage(line, language)}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
        <section className={classes.section}>
          <h2>{say('deputy')}</h2>
          {post.deputies.map((one) => (
            <p key={`${one.login} ${one.from}`}>
              {one.name} · {say('span', { from: day(one.from, language), to: one.to === null ? '' : day(one.to, language) })}
            </p>
          ))}
          <form
            className={list.line}
            onSubmit={(event) => {
              event.preventDefault();
              change.mutate({ verb: 'deputy', order: { deputy, to, ...(from !== '' && { from }) } });
            }}
          >
            <label>
              {say('deputyLogin')}
              <input required value={deputy} onChange={(event) => setDeputy(event.target.value)} />
            </label>
            <label>
              {say('from')}
              <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
            </label>
            <label>
              {say('to')}
              <input type="date" required value={to} onChange={(event) => setTo(event.target.value)} />
            </label>
            <button type="submit" disabled={change.isPending}>
              {say('nameDeputy')}
            </button>
          </form>
        </section>
        <section className={classes.section}>
          <h2>{say('handover')}</h2>
          {post.handovers.map((one) => (
            <p key={`${one.successor} ${one.on}`}>
              {say('handedOver', { day: day(one.on, language), successor: one.successor })}
              {one.doneAt === null && ` · ${say('waits')}`}
            </p>
          ))}
          <form
            className={list.line}
            onSubmit={(event) => {
              event.preventDefault();
              change.mutate({ verb: 'handover', order: { successor, ...(on !== '' && { on }) } });
            }}
          >
            <label>
              {say('successor')}
              <input required value={successor} onChange={(event) => setSuccessor(event.target.value)} />
            </label>
            <label>
              {say('on')}
              <input type="date" value={on} onChange={(event) => setOn(event.target.value)} />
            </label>
            <button type="submit" disabled={change.isPending}>
              {say('handOver')}
            </button>
          </form>
        </section>
        <section className={classes.section}>
          <h2>{say('leave')}</h2>
          <form
            className={list.line}
            onSubmit={(event) => {
              event.preventDefault();
              change.mutate({ verb: 'leave', order: { on: leavesOn } });
            }}
          >
            <label>
              {say('leavesOn')}
              <input type="date" required value={leavesOn} onChange={(event) => setLeavesOn(event.target.value)} />
            </label>
            <button type="submit" disabled={change.isPending}>
              {say('endAll')}
            </button>
          </form>
        </section>
      </div>
    </>
  );
}
