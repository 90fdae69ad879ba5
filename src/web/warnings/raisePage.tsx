/** Raises a warning that people found: told by the household, seen on a visit, known to a department or the county of origin. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useId } from 'react';
import { clue } from '#catalog/codes/warnings.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { send } from '../parts/ask.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import classes from '../parts/moveForm.module.css';
import { moveWords } from '../parts/moveWords.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { partWords } from '../parts/partWords.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { workOrderWords } from '../workOrders/workOrderWords.ts';

const route = getRouteApi('/warnings/raise');
const levels = ['red', 'orange', 'yellow', 'blue'] as const;
/** Rules raise by themselves; the other ways are people's. */
const ways = clue.entries.filter(({ code }) => code !== '1');

export function RaisePage() {
  const say = useWords(workOrderWords);
  const sayMove = useWords(moveWords);
  const sayPart = useWords(partWords);
  const language = useLanguage();
  const { items } = useSuspenseQuery(itemsQuestion).data;
  const { subject = '', item = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const fields = { item: useId(), subject: useId(), level: useId(), source: useId(), note: useId() };
  const raise = useMutation({
    mutationFn: (form: FormData) => send<{ id: number }>('POST', '/warnings', Object.fromEntries(form)),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['warnings'] });
      await navigate({ to: '/warnings/$id', params: { id: String(id) } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    raise.mutate(new FormData(event.currentTarget));
  };
  return (
    <>
      <PageHead title={say('raise')} note={say('raiseHint')} />
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.field}>
          <label htmlFor={fields.item}>{say('item')}</label>
          <select id={fields.item} name="item" required defaultValue={item}>
            <option value="">{sayMove('pick')}</option>
            {items.map(({ code, name }) => (
              <option key={code} value={code}>
                {`${code} ${inLanguage(name, language)}`}
              </option>
            ))}
          </select>
        </div>
        <div className={classes.field}>
          <label htmlFor={fields.subject}>{say('subjectKey')}</label>
          <input id={fields.subject} name="subject" required maxLength={80} defaultValue={subject} />
        </div>
        <div className={classes.field}>
          <label htmlFor={fields.level}>{say('level')}</label>
          <select id={fields.level} name="level" required defaultValue="yellow">
            {levels.map((level) => (
              <option key={level} value={level}>
                {sayPart(level)}
              </option>
            ))}
          </select>
        </div>
        <div className={classes.field}>
          <label htmlFor={fields.source}>{say('source')}</label>
          <select id={fields.source} name="source" required defaultValue="3">
            {ways.map((way) => (
              <option key={way.code} value={way.code}>
                {inLanguage(way, language)}
              </option>
            ))}
          </select>
        </div>
        <div className={classes.field}>
          <label htmlFor={fields.note}>{say('whatFound')}</label>
          <textarea id={fields.note} name="note" rows={4} required maxLength={2000} />
        </div>
        <ProblemLine error={raise.error} />
        <p className={classes.buttons}>
          <button type="submit" className="primary" disabled={raise.isPending}>
            {say('raise')}
          </button>
          <Link className="button" to="/warnings">
            {say('back')}
          </Link>
        </p>
      </form>
    </>
  );
}
