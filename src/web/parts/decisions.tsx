/** What a case is decided by, one way or the other: the buttons side by side and alike, each with what comes of it, and why one has to wait. */
import { useId } from 'react';
import type { OfferShown } from '#derive/moveShown.ts';
import { inLanguage, useLanguage } from './language.ts';
import { named } from './named.ts';
import classes from './moveChoices.module.css';

interface DecisionsParts {
  readonly offers: readonly OfferShown[];
  readonly open: string | null;
  readonly toggle: (verb: string) => void;
}

export function Decisions({ offers, open, toggle }: DecisionsParts) {
  const language = useLanguage();
  const group = useId();
  const id = (verb: string): string => `${group}${verb}`;
  return (
    <ul className={classes.decisions}>
      {offers.map((offer) => (
        <li key={offer.verb}>
          <button
            type="button"
            disabled={offer.blocked !== null}
            aria-expanded={offer.verb === open}
            aria-describedby={id(offer.verb)}
            onClick={() => toggle(offer.verb)}
          >
            {named(offer, language)}
          </button>
          <div id={id(offer.verb)}>
            {offer.outcome && <p>{inLanguage(offer.outcome, language)}</p>}
            {offer.blocked && <p className={classes.wait}>{inLanguage(offer.blocked, language)}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
