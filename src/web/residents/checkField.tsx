/** The check that a person sends the page: a picture, or a question in words for those who cannot see it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Captcha } from '#features/appeals/publicContract.ts';
import { apiAddress, ask } from '../parts/ask.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { BigField } from './bigField.tsx';
import classes from './residentPage.module.css';
import { residentWords } from './residentWords.ts';

interface CheckFieldParts {
  /** Raised when the answer was used up: another question is asked then. */
  readonly round: number;
  readonly kind: 'picture' | 'words';
  readonly answer: string;
  readonly changeKind: (kind: 'picture' | 'words') => void;
  readonly change: (answer: string) => void;
  readonly take: (token: string) => void;
}

export function CheckField({ round, kind, answer, changeKind, change, take }: CheckFieldParts) {
  const say = useWords(residentWords);
  const language = useLanguage();
  const asked = useQuery({
    queryKey: ['residents', 'check', kind, round],
    queryFn: () => ask<Captcha>('/public/captcha', { kind }),
    // A question is good for a quarter of an hour.
    refetchInterval: 12 * 60_000,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const token = asked.data?.token;
  useEffect(() => {
    if (token !== undefined) take(token);
  }, [token, take]);
  if (!asked.data) return <ProblemLine error={asked.error} />;
  const { picture, question } = asked.data;
  return (
    <div className={classes.check}>
      {picture !== null && <img src={apiAddress(picture)} alt={say('checkPicture')} width="190" height="64" />}
      <BigField label={question[language]}>
        {(ids) => (
          <input
            {...ids}
            required
            maxLength={20}
            inputMode="numeric"
            autoComplete="off"
            value={answer}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </BigField>
      <p className={classes.others}>
        {picture !== null && (
          <button type="button" className="plain" onClick={() => void asked.refetch()}>
            {say('otherPicture')}
          </button>
        )}
        <button type="button" className="plain" onClick={() => changeKind(kind === 'picture' ? 'words' : 'picture')}>
          {say(kind === 'picture' ? 'inWords' : 'asPicture')}
        </button>
      </p>
    </div>
  );
}
