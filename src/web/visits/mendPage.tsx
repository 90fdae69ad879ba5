/** A refused answer of a visit and the row that it belongs to: why it came back, and the form in which it is mended and tried again. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../parts/ask.ts';
import { day } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { ProblemLine } from '../parts/problemLine.tsx';
import { seen } from '../parts/seen.ts';
import { OneField } from './oneField.tsx';
import { mendQuestion } from './visitQuestions.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

const route = getRouteApi('/visits/answers/$id');

export function MendPage() {
  const say = useWords(visitWords);
  const language = useLanguage();
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const { household, by, answeredOn, isOwn, field, row, refused } = useSuspenseQuery(mendQuestion(id)).data;
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(refused.map((answer) => [answer.field, answer.value])),
  );
  const own = row.fields.filter(({ name }) => refused.some((answer) => answer.field === name));
  const mend = useMutation({
    mutationFn: () => {
      const stated = row.fields.flatMap(({ name, version }) => {
        const value = values[name]?.trim();
        return value ? [{ field: name, value, base: version }] : [];
      });
      const { value, base } = stated.find((one) => one.field === field) ?? {};
      const beside = stated.filter((one) => one.field !== field);
      return send('POST', `/visits/answers/${id}/${isOwn ? 'mend' : 'settle'}`, { value, base, beside, ...(!isOwn && { as: 'other' }) });
    },
    onSuccess: async () => {
      await Promise.all(['visits', 'households'].map((room) => queries.invalidateQueries({ queryKey: [room], refetchType: 'none' })));
      await navigate({ to: '/visits/answers', search: { state: 'settled' } });
    },
    onError: () => queries.invalidateQueries({ queryKey: ['visits', 'answers'] }),
  });
  return (
    <>
      <PageHead
        title={say('mendTitle', { what: inLanguage(row, language) })}
        note={say('byOn', { by, day: day(answeredOn, language) })}
        help={[say('mendHelp')]}
      />
      <p className={classes.bar}>
        <Link to="/visits/answers">{say('toAnswers')}</Link>
        <Link to="/visits/$household" params={{ household }} preload={false}>
          {household}
        </Link>
        {row.personName !== null && <span>{seen(row.personName, language)}</span>}
      </p>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          mend.mutate();
        }}
      >
        <section className={classes.done}>
          <h2>{say('whyRefused')}</h2>
          <ul>
            {refused.map(({ field: name, given, said }) => {
              const asked = row.fields.find((one) => one.name === name);
              return (
                <li key={name}>
                  <strong>{asked ? inLanguage(asked, language) : name}</strong> {say('answered', { value: inLanguage(given, language) })}
                  {said && <div>{inLanguage(said, language)}</div>}
                </li>
              );
            })}
          </ul>
        </section>
        <div className={classes.part}>
          <p className="small quiet">{say('mendHint')}</p>
          {[...own, ...row.fields.filter((one) => !own.includes(one))].map((one) => (
            <OneField
              key={one.name}
              field={one}
              value={values[one.name] ?? ''}
              set={(value) => setValues((before) => ({ ...before, [one.name]: value }))}
            />
          ))}
          <ProblemLine error={mend.error} />
          <p className={classes.actions}>
            <button type="submit" className="primary" disabled={mend.isPending || (values[field] ?? '').trim() === ''}>
              {say(mend.isPending ? 'saving' : 'tryAgain')}
            </button>
          </p>
        </div>
      </form>
    </>
  );
}
