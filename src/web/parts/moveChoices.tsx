/** The buttons of a case, read from what the server offers: those that decide it side by side, the others in a row; each opens the form of its move, one that has to wait says why. */
import { type ReactNode, useState } from 'react';
import type { OfferShown } from '#derive/moveShown.ts';
import { Decisions } from './decisions.tsx';
import { inLanguage, useLanguage, useWords } from './language.ts';
import classes from './moveChoices.module.css';
import { moveWords } from './moveWords.ts';
import { named } from './named.ts';

interface MoveChoicesParts {
  readonly offers: readonly OfferShown[];
  /** The verb that is most likely next. */
  readonly first?: string | undefined;
  /** The form of the chosen move. */
  readonly form: (offer: OfferShown, close: () => void) => ReactNode;
}

export function MoveChoices({ offers, first, form }: MoveChoicesParts) {
  const say = useWords(moveWords);
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
      {chosen && form(chosen, () => setOpen(null))}
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
