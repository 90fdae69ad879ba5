/** What the one who appealed may do now: judge, take back, have it done again, ask for a review. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { satis } from '#catalog/codes/appeals.ts';
import type { ReceiptKey, ResidentAppeal } from '#features/appeals/publicContract.ts';
import { send } from '../parts/ask.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { BigField } from './bigField.tsx';
import classes from './residentPage.module.css';
import { residentWords } from './residentWords.ts';

interface OwnMovesParts {
  readonly appeal: ResidentAppeal;
  readonly receipt: ReceiptKey;
  readonly renew: (appeal: ResidentAppeal) => void;
}

/** Not rated: nobody says that of themselves. */
const notRated = '5';

export function OwnMoves({ appeal, receipt, renew }: OwnMovesParts) {
  const say = useWords(residentWords);
  const language = useLanguage();
  const [verb, choose] = useState<string>();
  const [satisfaction, judge] = useState('');
  const [note, setNote] = useState('');
  const move = useMutation({
    mutationFn: () =>
      send<ResidentAppeal>('POST', `/public/appeals/${verb}`, {
        ...receipt,
        ...(note !== '' && { note }),
        ...(verb === 'judge' && { satisfaction }),
      }),
    onSuccess: renew,
  });
  const offers = appeal.may.filter(({ blocked }) => blocked === null);
  if (offers.length === 0) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    move.mutate();
  };
  return (
    <div className={`${classes.moves} no-print`}>
      <div className={classes.parts}>
        {offers.map((offer) => (
          <button
            key={offer.verb}
            type="button"
            aria-pressed={verb === offer.verb}
            onClick={() => choose(verb === offer.verb ? undefined : offer.verb)}
          >
            {offer[language]}
          </button>
        ))}
      </div>
      {verb !== undefined && (
        <form className={classes.form} onSubmit={submit}>
          {verb === 'judge' && (
            <fieldset className={classes.faces}>
              <legend>{say('judge')}</legend>
              {satis.entries
                .filter(({ code }) => code !== notRated)
                .map((entry) => (
                  <label key={entry.code}>
                    <input type="radio" name="satisfaction" required checked={satisfaction === entry.code} onChange={() => judge(entry.code)} />
                    {entry[language]}
                  </label>
                ))}
            </fieldset>
          )}
          <BigField label={verb === 'judge' || verb === 'withdraw' ? say('note') : say('noteNeeded')}>
            {(ids) => (
              <textarea
                {...ids}
                rows={3}
                maxLength={1000}
                required={verb !== 'judge' && verb !== 'withdraw'}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </BigField>
          <ProblemLine error={move.error} />
          <p className={classes.pair}>
            <button type="submit" className="primary" disabled={move.isPending}>
              {say('confirm')}
            </button>
            <button type="button" onClick={() => choose(undefined)}>
              {say('cancel')}
            </button>
          </p>
        </form>
      )}
    </div>
  );
}
