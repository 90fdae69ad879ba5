/** Tells us something: where, what kind, what, about whom; name and phone only if one likes. Then the receipt. */
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useCallback, useState } from 'react';
import { nature } from '#catalog/codes/appeals.ts';
import { complainedAbout } from '#catalog/lifecycles/appealWays.ts';
import type { Receipt } from '#features/appeals/contract.ts';
import { ReceiptSheet } from '../appeals/receiptSheet.tsx';
import { send } from '../parts/ask.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { BigField } from './bigField.tsx';
import { CheckField } from './checkField.tsx';
import classes from './residentPage.module.css';
import { settlementsQuestion } from './residentQuestions.ts';
import { residentWords } from './residentWords.ts';

const aboutWords = { nobody: 'aboutNobody', community: 'aboutCommunity', street: 'aboutStreet', county: 'aboutCounty' } as const;

export function TellPart({ at }: { readonly at: string | undefined }) {
  const say = useWords(residentWords);
  const language = useLanguage();
  const { settlements } = useSuspenseQuery(settlementsQuestion).data;
  const known = settlements.some(({ code }) => code === at) ? at : undefined;
  const [said, setSaid] = useState({ settlement: known ?? '', nature: '2', content: '', address: '', about: 'nobody', name: '', contact: '' });
  const [check, setCheck] = useState<{ round: number; kind: 'picture' | 'words'; answer: string; token: string }>({
    round: 0,
    kind: 'picture',
    answer: '',
    token: '',
  });
  const tell = useMutation({
    mutationFn: () => {
      const filled = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
      return send<Receipt>('POST', '/public/appeals', { ...filled, captcha: { token: check.token, answer: check.answer } });
    },
    // An answer serves once, a right one too.
    onError: () => setCheck((before) => ({ ...before, round: before.round + 1, answer: '' })),
  });
  const take = useCallback((token: string) => setCheck((before) => ({ ...before, token })), []);
  const change = (name: keyof typeof said) => (event: { target: { value: string } }) => setSaid({ ...said, [name]: event.target.value });
  if (tell.data) {
    return (
      <>
        <p className={classes.done}>
          {say('received')}
          {language === 'zh' ? '。' : '. '}
          {say('keepReceipt')}
        </p>
        <ReceiptSheet receipt={tell.data} />
      </>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    tell.mutate();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <BigField label={say('settlement')}>
        {(ids) => (
          <select {...ids} required value={said.settlement} onChange={change('settlement')}>
            <option value="">{say('choose')}</option>
            {settlements.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </BigField>
      <BigField label={say('nature')}>
        {(ids) => (
          <select {...ids} value={said.nature} onChange={change('nature')}>
            {nature.entries.map((entry) => (
              <option key={entry.code} value={entry.code}>
                {entry[language]}
              </option>
            ))}
          </select>
        )}
      </BigField>
      <BigField label={say('content')} hint={say('contentHint')}>
        {(ids) => <textarea {...ids} required minLength={5} maxLength={2000} rows={5} value={said.content} onChange={change('content')} />}
      </BigField>
      <BigField label={say('address')} hint={say('addressHint')}>
        {(ids) => <input {...ids} maxLength={200} autoComplete="off" value={said.address} onChange={change('address')} />}
      </BigField>
      <BigField label={say('about')} hint={say('aboutHint')}>
        {(ids) => (
          <select {...ids} value={said.about} onChange={change('about')}>
            {complainedAbout.map((one) => (
              <option key={one} value={one}>
                {say(aboutWords[one])}
              </option>
            ))}
          </select>
        )}
      </BigField>
      <BigField label={say('name')}>
        {(ids) => <input {...ids} maxLength={50} autoComplete="name" value={said.name} onChange={change('name')} />}
      </BigField>
      <BigField label={say('contact')} hint={say('contactHint')}>
        {(ids) => <input {...ids} maxLength={40} inputMode="tel" autoComplete="tel" value={said.contact} onChange={change('contact')} />}
      </BigField>
      <CheckField
        {...check}
        changeKind={(kind) => setCheck({ ...check, kind, answer: '', token: '' })}
        change={(answer) => setCheck({ ...check, answer })}
        take={take}
      />
      <ProblemLine error={tell.error} />
      <button type="submit" className="primary" disabled={tell.isPending || check.token === ''}>
        {tell.isPending ? say('sending') : say('send')}
      </button>
      <p className={classes.hint}>{say('noFiles')}</p>
    </form>
  );
}
