/** Said before saving: for which orders the visit signs, and who is in charge of them. */
import type { VisitForm } from '#features/visits/contract.ts';
import { useWords } from '../parts/language.ts';
import type { Draft } from './draft.ts';
import { visitWords } from './visitWords.ts';

export function SigningLines({ warnings, draft }: { readonly warnings: VisitForm['warnings']; readonly draft: Draft }) {
  const say = useWords(visitWords);
  const orders = new Map(warnings.flatMap(({ id, signs }) => (signs !== null && draft.deeds[id] !== undefined ? [[signs.id, signs]] : [])));
  return [...orders.values()].map(({ id, no, owner }) => (
    <p key={id} role="status">
      {owner === null ? say('signsOwn', { no }) : say('signsOther', { no, owner })}
    </p>
  ));
}
