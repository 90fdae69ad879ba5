/** The file of one household (一户一档): how it stands, its members, every register row about it, and what changed. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { seen } from '../parts/seen.ts';
import { FieldValue } from '../registers/fieldValue.tsx';
import { EarlierVisits } from '../visits/earlierVisits.tsx';
import { homeOf } from './homeOf.ts';
import { FieldList } from '../registers/fieldList.tsx';
import { HouseholdFindings } from './householdFindings.tsx';
import { HouseholdMembers } from './householdMembers.tsx';
import classes from './householdPage.module.css';
import { householdQuestion } from './householdQuestions.ts';
import { HouseholdRegisters } from './householdRegisters.tsx';
import { HouseholdTimeline } from './householdTimeline.tsx';
import { householdWords } from './householdWords.ts';

const route = getRouteApi('/households/$no');

export function HouseholdPage() {
  const say = useWords(householdWords);
  const language = useLanguage();
  const { no } = route.useParams();
  const file = useSuspenseQuery(householdQuestion(no)).data;
  const places = ['settlement_code', 'community_code', 'building_code'].flatMap((name) => file.fields.find((field) => field.name === name) ?? []);
  const speaker = file.persons.find(({ left, isWithheld, isRestricted }) => !left && !isWithheld && !isRestricted)?.no;
  const status = file.fields.find((field) => field.name === 'status');
  return (
    <>
      <PageHead
        title={say('fileOf', { head: seen(file.head, language) })}
        note={
          <>
            {places.map((field) => (
              <Fragment key={field.name}>
                <FieldValue field={field} />{' '}
              </Fragment>
            ))}
            {homeOf(say, { ...file, community: null, building: null })} · {say('membersOf', { count: file.members })} ·{' '}
            {status ? <FieldValue field={status} /> : language === 'en' ? file.statusEn : file.status} · {file.no}
          </>
        }
        help={[say('helpFile'), say('helpFind')]}
      >
        <span className="actions no-print">
          <May needs="appeals.create">
            <Link className="button" to="/appeals/new" search={{ person: speaker }}>
              {say('takeAppeal')}
            </Link>
          </May>
          <May needs="visits.write">
            <Link className="button" to="/visits/$household" params={{ household: no }} preload={false}>
              {say('visit')}
            </Link>
          </May>
          <Link className="button" to="/warnings" search={{ household: file.no, state: 'all' }}>
            {say('allWarnings')}
          </Link>
        </span>
      </PageHead>
      <div className={classes.columns}>
        <div>
          <HouseholdFindings findings={file.findings} />
          <HouseholdMembers persons={file.persons} />
          <section>
            <h2>{say('details')}</h2>
            <div className={classes.details}>
              <FieldList fields={file.fields} of={{ register: 'household', key: file.no }} />
            </div>
          </section>
          <May needs="visits.read">
            <EarlierVisits household={no} />
          </May>
          <HouseholdRegisters registers={file.registers} />
        </div>
        <HouseholdTimeline timeline={file.timeline} />
      </div>
    </>
  );
}
