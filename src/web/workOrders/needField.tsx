/** One field that a move asks for: words, a choice, a day, or a person with the work that they have. */
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { NeedShown } from '#derive/moveShown.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { named } from './named.ts';
import classes from './workOrderPage.module.css';
import { peopleQuestion } from './workOrderQuestions.ts';
import { workOrderWords } from './workOrderWords.ts';

interface NeedFieldParts {
  readonly need: NeedShown;
  readonly order: number | undefined;
  readonly value: string;
  readonly change: (value: string) => void;
}

export function NeedField({ need, order, value, change }: NeedFieldParts) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  const id = useId();
  const label = `${named(need, language)}${need.optional ? say('optional') : ''}`;
  const isRequired = !need.optional;
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {need.kind === 'text' && <textarea id={id} rows={3} required={isRequired} value={value} onChange={(event) => change(event.target.value)} />}
      {(need.kind === 'coming-day' || need.kind === 'past-day') && (
        <input id={id} type="date" required={isRequired} value={value} onChange={(event) => change(event.target.value)} />
      )}
      {(need.kind === 'code' || need.kind === 'department') && (
        <select id={id} required={isRequired} value={value} onChange={(event) => change(event.target.value)}>
          <option value="">{say('pick')}</option>
          {need.choices.map((choice) => (
            <option key={choice.code} value={choice.code}>
              {named(choice, language)}
            </option>
          ))}
        </select>
      )}
      {need.kind === 'person' && order !== undefined && <PersonChoice id={id} order={order} value={value} change={change} />}
    </div>
  );
}

/** People who hold a post where the order lies, each with how many orders they have. */
function PersonChoice({
  id,
  order,
  value,
  change,
}: {
  readonly id: string;
  readonly order: number;
  readonly value: string;
  readonly change: (value: string) => void;
}) {
  const say = useWords(workOrderWords);
  const people = useQuery(peopleQuestion(order)).data?.people ?? [];
  return (
    <select id={id} required value={value} onChange={(event) => change(event.target.value)}>
      <option value="">{say('pick')}</option>
      {people.map(({ account, name, unit, open, deputy }) => (
        <option key={`${account} ${unit}`} value={account}>
          {`${unit} · ${name} · ${say('openOrders', { count: open })}${deputy === null ? '' : ` · ${say('deputy', { name: deputy })}`}`}
        </option>
      ))}
    </select>
  );
}
