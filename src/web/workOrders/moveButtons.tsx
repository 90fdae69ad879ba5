/** The buttons of a case, read from what the server offers: each opens the fields that its move asks for, one that has to wait says why. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfferShown } from '#derive/moveShown.ts';
import { send } from '../parts/ask.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { MoveForm } from '../parts/moveForm.tsx';
import { named } from '../parts/named.ts';
import { Decisions } from './decisions.tsx';
import { PersonChoice } from './personChoice.tsx';
import classes from './workOrderPage.module.css';
import { workOrderWords } from './workOrderWords.ts';

interface MoveButtonsParts {
  /** Where the moves of the case go: `/work-orders/7`. */
  readonly path: string;
  readonly offers: readonly OfferShown[];
  /** The order whose people may be put in charge. */
  readonly order?: number;
  /** The verb that is most likely next. */
  readonly first?: string;
}

export function MoveButtons({ path, offers, order, first }: MoveButtonsParts) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const toggle = (verb: string): void => setOpen(verb === open ? null : verb);
  const chosen = offers.find(({ verb, blocked }) => verb === open && blocked === null);
  const decisions = offers.filter(({ outcome }) => outcome !== null);
  const others = offers.filter(({ outcome }) => outcome === null);
  if (offers.length === 0) return null;
  return (
    <div className={`${classes.moves} no-print`}>
      {decisions.length > 0 && <Decisions offers={decisions} open={open} toggle={toggle} />}
      <div className={classes.buttons}>
        {others
          .filter(({ blocked }) => blocked === null)
          .map((offer) => (
            <button
              key={offer.verb}
              type="button"
              className={offer.verb === first ? 'primary' : undefined}
              aria-expanded={offer.verb === open}
              onClick={() => toggle(offer.verb)}
            >
              {named(offer, language)}
            </button>
          ))}
      </div>
      {chosen && <MovePart key={chosen.verb} path={path} offer={chosen} order={order} close={() => setOpen(null)} />}
      {others
        .filter(({ blocked }) => blocked !== null)
        .map((offer) => (
          <p key={offer.verb} className={classes.blocked}>
            <strong>{say('notNow', { verb: named(offer, language) })}</strong> {offer.blocked && inLanguage(offer.blocked, language)}
          </p>
        ))}
    </div>
  );
}

interface MovePartParts {
  readonly path: string;
  readonly offer: OfferShown;
  readonly order: number | undefined;
  readonly close: () => void;
}

/** The form of the chosen move; both lists are asked anew when it is done. */
function MovePart({ path, offer, order, close }: MovePartParts) {
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (given: Readonly<Record<string, string>>) => send('POST', `${path}/${offer.verb}`, given),
    onSuccess: async () => {
      await Promise.all([queries.invalidateQueries({ queryKey: ['work-orders'] }), queries.invalidateQueries({ queryKey: ['warnings'] })]);
      close();
    },
  });
  return (
    <MoveForm
      offer={offer}
      isSending={act.isPending}
      error={act.error}
      person={order === undefined ? undefined : (field) => <PersonChoice order={order} {...field} />}
      cancel={close}
      submit={(given) => act.mutate(given)}
    />
  );
}
