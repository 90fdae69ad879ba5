/** What a person may do with an appeal now: a button for each verb of the lifecycle, and the form of the one that was chosen. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OfferShown } from '#derive/moveShown.ts';
import type { AppealFile } from '#features/appeals/contract.ts';
import { send } from '../parts/ask.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { MoveForm } from '../parts/moveForm.tsx';
import { named } from '../parts/named.ts';
import classes from './appealPage.module.css';
import { appealWords } from './appealWords.ts';

export function AppealOffers({ appeal }: { readonly appeal: AppealFile }) {
  const say = useWords(appealWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [chosen, choose] = useState<OfferShown>();
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
      <div className={classes.offers}>
        {appeal.offers.map((offer) => (
          <button
            key={offer.verb}
            type="button"
            disabled={offer.blocked !== null}
            title={offer.blocked?.[language]}
            aria-pressed={chosen?.verb === offer.verb}
            onClick={() => {
              move.reset();
              choose(chosen?.verb === offer.verb ? undefined : offer);
            }}
          >
            {named(offer, language)}
          </button>
        ))}
      </div>
      {chosen && (
        <MoveForm
          key={chosen.verb}
          offer={chosen}
          isSending={move.isPending}
          error={move.error}
          cancel={() => choose(undefined)}
          submit={(given) => move.mutate({ verb: chosen.verb, given })}
        />
      )}
    </section>
  );
}
