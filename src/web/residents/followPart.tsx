/** Opens an appeal by number and code. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ResidentAppeal } from '#features/appeals/publicContract.ts';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { BigField } from './bigField.tsx';
import { Progress } from './progress.tsx';
import classes from './residentPage.module.css';
import { residentWords } from './residentWords.ts';

export function FollowPart({ no }: { readonly no: string | undefined }) {
  const say = useWords(residentWords);
  const [key, setKey] = useState({ no: no ?? '', code: '' });
  const [appeal, setAppeal] = useState<ResidentAppeal>();
  const follow = useMutation({ mutationFn: () => send<ResidentAppeal>('POST', '/public/appeals/follow', key), onSuccess: setAppeal });
  if (appeal) {
    return (
      <>
        <Progress appeal={appeal} receipt={key} renew={setAppeal} />
        <p>
          <button type="button" className={classes.big} onClick={() => setAppeal(undefined)}>
            {say('again')}
          </button>
        </p>
      </>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    follow.mutate();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <BigField label={say('no')} hint={say('noHint')}>
        {(ids) => (
          <input
            {...ids}
            required
            maxLength={30}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={key.no}
            onChange={(event) => setKey({ ...key, no: event.target.value })}
          />
        )}
      </BigField>
      <BigField label={say('code')} hint={say('codeHint')}>
        {(ids) => (
          <input
            {...ids}
            required
            maxLength={30}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={key.code}
            onChange={(event) => setKey({ ...key, code: event.target.value })}
          />
        )}
      </BigField>
      <ProblemLine error={follow.error} />
      <button type="submit" className="primary" disabled={follow.isPending}>
        {say('look')}
      </button>
      <p className={classes.hint}>{say('codeLost')}</p>
    </form>
  );
}
