/** Posters of settlements: a QR code that opens the page for residents with the settlement already chosen. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { QrCode } from '../parts/qrCode.tsx';
import { placesQuestion } from './appealQuestions.ts';
import { appealWords } from './appealWords.ts';
import classes from './posterPage.module.css';

export function PosterPage() {
  const say = useWords(appealWords);
  const { settlements } = useSuspenseQuery(placesQuestion).data;
  const [chosen, choose] = useState(settlements[0]?.code ?? '');
  const settlement = settlements.find(({ code }) => code === chosen);
  const address = `${location.origin}/appeal?at=${encodeURIComponent(chosen)}`;
  return (
    <>
      <div className="no-print">
        <PageHead title={say('posters')} note={say('posterNote')}>
          <span className={classes.choice}>
            <select aria-label={say('settlement')} value={chosen} onChange={(event) => choose(event.target.value)}>
              {settlements.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
            <button type="button" className="primary" onClick={() => print()}>
              {say('printPoster')}
            </button>
          </span>
        </PageHead>
      </div>
      {settlement && (
        <section className={classes.poster}>
          <h2>{say('posterTitle')}</h2>
          <p className={classes.place}>{settlement.name}</p>
          <QrCode text={address} label={address} />
          <p className={classes.address}>{address}</p>
          <p>{say('posterSteps')}</p>
          <p>{say('posterPhone')}</p>
        </section>
      )}
    </>
  );
}
