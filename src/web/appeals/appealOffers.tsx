/** What a person may do with an appeal now. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AppealFile } from '#features/appeals/contract.ts';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { MoveChoices } from '../parts/moveChoices.tsx';
import { MoveForm } from '../parts/moveForm.tsx';
import classes from './appealPage.module.css';
import { appealWords } from './appealWords.ts';

export function AppealOffers({ appeal }: { readonly appeal: AppealFile }) {
  const say = useWords(appealWords);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isGone, setGone] = useState(false);
  const move = useMutation({
    mutationFn: ({ verb, given }: { verb: string; given: Readonly<Record<string, string>> }) =>
      send<{ file: AppealFile | null }>('POST', `/appeals/${encodeURIComponent(appeal.no)}/${verb}`, given),
    onSuccess: async ({ file }) => {
      if (file === null) {
        setGone(true);
        await navigate({ to: '/appeals' });
        return;
      }
      queries.setQueryData(['appeals', 'one', appeal.no], file);
      await queries.invalidateQueries({ queryKey: ['appeals'], refetchType: 'none' });
    },
  });
  return (
    <section className="no-print">
      <h2>{say('verbs')}</h2>
      {isGone && <p role="status">{say('gone')}</p>}
      {appeal.offers.length === 0 && <p className={classes.text}>{say('nothingToDo')}</p>}
      <MoveChoices
        offers={appeal.offers}
        form={(offer, close) => (
          <MoveForm
            key={offer.verb}
            offer={offer}
            isSending={move.isPending}
            error={move.variables?.verb === offer.verb ? move.error : null}
            cancel={() => {
              move.reset();
              close();
            }}
            submit={(given) => move.mutate({ verb: offer.verb, given }, { onSuccess: close })}
          />
        )}
      />
    </section>
  );
}
