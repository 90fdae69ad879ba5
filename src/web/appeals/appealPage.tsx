/** One appeal: what was said and by whom, who has it, how its clocks stand, what can be done, and what was done. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import type { AppealFile } from '#features/appeals/contract.ts';
import { day, moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { AppealAppellant } from './appealAppellant.tsx';
import { AppealClocks } from './appealClocks.tsx';
import { AppealDeeds } from './appealDeeds.tsx';
import { AppealOffers } from './appealOffers.tsx';
import classes from './appealPage.module.css';
import { appealQuestion } from './appealQuestions.ts';
import { appealWords } from './appealWords.ts';
import { CodeReplacement } from './codeReplacement.tsx';
import { SimilarList } from './similarList.tsx';
import { WarningFromAppeal } from './warningFromAppeal.tsx';

const route = getRouteApi('/appeals/$no');

export function AppealPage() {
  const say = useWords(appealWords);
  const language = useLanguage();
  const { no } = route.useParams();
  const appeal = useSuspenseQuery(appealQuestion(no)).data;
  return (
    <>
      <PageHead title={`${say('what')} ${appeal.no}`} help={[say('helpClock'), say('helpAgainst'), say('helpFollowUp')]} />
      <section className="case">
        <p className="case-state">
          <strong>{appealLifecycle.states[appeal.state][language]}</strong>
          <span>{appeal.nature[language]}</span>
          {appeal.category !== null && <span>{appeal.category[language]}</span>}
          <span>{appeal.channel[language]}</span>
          <span>{appeal.track[language]}</span>
          <span>{appeal.urgency[language]}</span>
          <span>{appeal.settlement}</span>
          {appeal.marks.map((mark) => (
            <span key={mark} className={classes.tag}>
              {say(mark)}
            </span>
          ))}
        </p>
        <p className={classes.words}>{appeal.content}</p>
        <AppealAppellant appeal={appeal} />
      </section>
      <div className={classes.columns}>
        <div>
          <AppealOffers key={`${appeal.state}${appeal.deeds.length}`} appeal={appeal} />
          <SimilarList appeal={appeal} />
          <Outcome appeal={appeal} />
        </div>
        <div>
          <AppealClocks appeal={appeal} />
          <Units appeal={appeal} />
          <Links appeal={appeal} />
          <AppealDeeds appeal={appeal} />
        </div>
      </div>
    </>
  );
}

/** What the appellant was told. */
function Outcome({ appeal }: { readonly appeal: AppealFile }) {
  const say = useWords(appealWords);
  const language = useLanguage();
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    [say('refusal'), appeal.refusal?.[language]],
    [say('refusal'), appeal.told],
    [say('reply'), appeal.reply],
    [say('elsewhere'), appeal.elsewhere],
    [say('opinion'), appeal.opinion],
    [say('result'), appeal.result?.[language]],
    [say('satisfaction'), appeal.satisfaction?.[language]],
  ];
  const filled = lines.filter(([, text]) => text);
  if (filled.length === 0) return null;
  return (
    <section>
      <h2>{say('reply')}</h2>
      <dl className={classes.lines}>
        {filled.map(([name, text]) => (
          <div key={`${name}${text}`}>
            <dt>{name}</dt>
            <dd className={classes.text}>{text}</dd>
          </div>
        ))}
      </dl>
      {appeal.repliedAt !== null && <p className="small quiet">{moment(appeal.repliedAt, language)}</p>}
    </section>
  );
}

function Units({ appeal }: { readonly appeal: AppealFile }) {
  const say = useWords(appealWords);
  const language = useLanguage();
  const { extension } = appeal;
  if (appeal.units.length === 0 && extension === null && appeal.unit === null) return null;
  return (
    <section>
      <h2>{say('unit')}</h2>
      <dl className={classes.lines}>
        {appeal.units.map(({ part, name }) => (
          <div key={`${part}${name.zh}`}>
            <dt>{say(part)}</dt>
            <dd>{name[language]}</dd>
          </div>
        ))}
        {appeal.units.length === 0 && appeal.unit !== null && (
          <div>
            <dt>{say('handles')}</dt>
            <dd>{appeal.unit}</dd>
          </div>
        )}
      </dl>
      {extension !== null && (
        <p className="small">
          {say({ asked: 'extensionAsked', granted: 'extensionGranted', denied: 'extensionDenied' }[extension.state] as 'extensionAsked', {
            day: day(extension.until, language),
          })}
        </p>
      )}
    </section>
  );
}

function Links({ appeal }: { readonly appeal: AppealFile }) {
  const say = useWords(appealWords);
  const to = (no: string) => (
    <Link key={no} to="/appeals/$no" params={{ no }}>
      {no}
    </Link>
  );
  return (
    <section className={`${classes.links} no-print`}>
      {appeal.mainAppeal !== null && (
        <p>
          {say('repeatOf')} {to(appeal.mainAppeal)}
        </p>
      )}
      {appeal.mergedAppeals.length > 0 && (
        <p>
          {say('mergedHere')} {appeal.mergedAppeals.map(to)}
        </p>
      )}
      <WarningFromAppeal appeal={appeal} />
      {appeal.mayReplaceCode && <CodeReplacement no={appeal.no} />}
    </section>
  );
}
