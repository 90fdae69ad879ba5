/** The buttons of a case, read from what the server offers: each opens the fields that its move asks for, one that has to wait says why. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { OfferShown } from '#derive/moveShown.ts';
import { send } from '../parts/ask.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { NeedField } from './needField.tsx';
import { named } from './named.ts';
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
  const chosen = offers.find(({ verb, blocked }) => verb === open && blocked === null);
  if (offers.length === 0) return null;
  return (
    <div className={`${classes.moves} no-print`}>
      <div className={classes.buttons}>
        {offers
          .filter(({ blocked }) => blocked === null)
          .map((offer) => (
            <button
              key={offer.verb}
              type="button"
              className={offer.verb === first ? 'primary' : undefined}
              aria-expanded={offer.verb === open}
              onClick={() => setOpen(offer.verb === open ? null : offer.verb)}
            >
              {named(offer, language)}
            </button>
          ))}
      </div>
      {chosen && <MoveForm key={chosen.verb} path={path} offer={chosen} order={order} close={() => setOpen(null)} />}
      {offers
        .filter(({ blocked }) => blocked !== null)
        .map((offer) => (
          <p key={offer.verb} className={classes.blocked}>
            <strong>{say('notNow', { verb: named(offer, language) })}</strong> {offer.blocked && inLanguage(offer.blocked, language)}
          </p>
        ))}
    </div>
  );
}

interface MoveFormParts {
  readonly path: string;
  readonly offer: OfferShown;
  readonly order: number | undefined;
  readonly close: () => void;
}

function MoveForm({ path, offer, order, close }: MoveFormParts) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const title = useId();
  const asked = offer.needs.filter(({ onlyWith }) => onlyWith === null || given[onlyWith.input] === onlyWith.is);
  const act = useMutation({
    mutationFn: () =>
      send('POST', `${path}/${offer.verb}`, Object.fromEntries(asked.flatMap(({ name }) => (given[name] ? [[name, given[name]]] : [])))),
    onSuccess: async () => {
      await Promise.all([queries.invalidateQueries({ queryKey: ['work-orders'] }), queries.invalidateQueries({ queryKey: ['warnings'] })]);
      close();
    },
  });
  return (
    <form
      className={classes.form}
      aria-labelledby={title}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <h3 id={title}>{named(offer, language)}</h3>
      {asked.map((need) => (
        <NeedField
          key={need.name}
          need={need}
          order={order}
          value={given[need.name] ?? ''}
          change={(value) => setGiven({ ...given, [need.name]: value })}
        />
      ))}
      <ProblemLine error={act.error} />
      <p className={classes.buttons}>
        <button type="submit" className="primary" disabled={act.isPending}>
          {say('confirm', { verb: named(offer, language) })}
        </button>
        <button type="button" onClick={close}>
          {say('cancel')}
        </button>
      </p>
    </form>
  );
}
