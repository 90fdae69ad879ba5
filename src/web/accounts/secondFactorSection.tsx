/** Sets the second factor up: the secret as a QR code, the first code from the app, then the recovery codes, shown once. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { recoveryCodes, secondFactorOffer } from '#features/accounts/contract.ts';
import type { z } from 'zod';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { useMe } from '../parts/me.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import classes from './accounts.module.css';
import { accountWords } from './accountWords.ts';
import { QrCode } from '../parts/qrCode.tsx';
import { ShownOnce } from './shownOnce.tsx';

export function SecondFactorSection({ done }: { readonly done: () => Promise<void> }) {
  const say = useWords(accountWords);
  const me = useMe();
  const [code, setCode] = useState('');
  const offer = useMutation({ mutationFn: () => send<z.infer<typeof secondFactorOffer>>('POST', '/me/second-factor') });
  const confirm = useMutation({
    mutationFn: () => send<z.infer<typeof recoveryCodes>>('PUT', '/me/second-factor', { code: code.replace(/\s/g, '') }),
  });
  return (
    <section className={classes.section}>
      <h2>{say('secondFactor')}</h2>
      {me.owes === 'second-factor' && <p>{say('owesSecondFactor')}</p>}
      {confirm.data ? (
        <ShownOnce
          hint={say('recoveryHint')}
          text={confirm.data.codes.join('\n')}
          doneWord={say('kept')}
          done={() => void done().then(confirm.reset)}
        >
          <h3>{say('recovery')}</h3>
          <ol>
            {confirm.data.codes.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        </ShownOnce>
      ) : me.hasSecondFactor ? (
        <p>{say('hasSecondFactor')}</p>
      ) : offer.data ? (
        <div className={classes.factor}>
          <QrCode text={offer.data.address} label={say('qrCode')} />
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault();
              confirm.mutate();
            }}
          >
            <p>{say('scan')}</p>
            <p>
              {say('secret')} <span className="code">{offer.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
            </p>
            <div className={classes.field}>
              <label htmlFor="first-code">{say('confirmCode')}</label>
              <input
                id="first-code"
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                maxLength={10}
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            </div>
            <ProblemLine error={confirm.error} />
            <button type="submit" className="primary" disabled={confirm.isPending}>
              {say('confirm')}
            </button>
          </form>
        </div>
      ) : (
        <>
          {me.owes !== 'second-factor' && <p>{say('noSecondFactor')}</p>}
          <ProblemLine error={offer.error} />
          <button type="button" className={me.owes === 'second-factor' ? 'primary' : ''} disabled={offer.isPending} onClick={() => offer.mutate()}>
            {say('setUp')}
          </button>
        </>
      )}
    </section>
  );
}
