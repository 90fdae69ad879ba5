/** People who hold a post where an order lies, each with how many orders they have. */
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../parts/language.ts';
import { moveWords } from '../parts/moveWords.ts';
import type { FieldParts } from '../parts/needField.tsx';
import { peopleQuestion } from './workOrderQuestions.ts';
import { workOrderWords } from './workOrderWords.ts';

export function PersonChoice({ id, order, value, change }: FieldParts & { readonly order: number }) {
  const say = useWords(workOrderWords);
  const sayMove = useWords(moveWords);
  const people = useQuery(peopleQuestion(order)).data?.people ?? [];
  return (
    <select id={id} required value={value} onChange={(event) => change(event.target.value)}>
      <option value="">{sayMove('pick')}</option>
      {people.map(({ account, name, unit, open, deputy }) => (
        <option key={`${account} ${unit}`} value={account}>
          {`${unit} · ${name} · ${say('openOrders', { count: open })}${deputy === null ? '' : ` · ${say('deputy', { name: deputy })}`}`}
        </option>
      ))}
    </select>
  );
}
