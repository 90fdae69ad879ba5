/** The page for residents without an account (/appeal): tell us something, or see how far it is. Large type, plain words, one thing after another. */
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useWords } from '../parts/language.ts';
import { LanguageSwitch } from '../parts/languageSwitch.tsx';
import { partWords } from '../parts/partWords.ts';
import { FollowPart } from './followPart.tsx';
import classes from './residentPage.module.css';
import { residentWords } from './residentWords.ts';
import { TellPart } from './tellPart.tsx';

const route = getRouteApi('/appeal');

export function ResidentPage() {
  const say = useWords(residentWords);
  const brand = useWords(partWords)('name');
  const { at, no } = route.useSearch();
  const [part, choose] = useState<'tell' | 'follow'>(no === undefined ? 'tell' : 'follow');
  const title = say('title');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  return (
    <main className={classes.page}>
      <div className={`${classes.top} no-print`}>
        <span className={classes.brand}>
          <img src="/mark.svg" alt="" width="32" height="32" />
          {brand}
        </span>
        <LanguageSwitch />
      </div>
      <h1 className="no-print">{title}</h1>
      <p className="no-print">{say('lead')}</p>
      <p className={`${classes.urgent} no-print`}>{say('urgent')}</p>
      <div className={`${classes.parts} no-print`}>
        {(['tell', 'follow'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={part === one} onClick={() => choose(one)}>
            {say(one)}
          </button>
        ))}
      </div>
      {part === 'tell' ? <TellPart at={at} /> : <FollowPart no={no} />}
      <div className={`${classes.foot} no-print`}>
        <p>{say('help')}</p>
        <p>{say('privacy')}</p>
        <p>
          <Link to="/sign-in">{say('signIn')}</Link>
        </p>
      </div>
    </main>
  );
}
