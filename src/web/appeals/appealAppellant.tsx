/** Who appeals, where it is, and how they are reached; a hidden number is shown for a purpose. */
import { Link } from '@tanstack/react-router';
import { appeal as register } from '#catalog/registers/appeal.ts';
import type { AppealFile } from '#features/appeals/contract.ts';
import { moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { seen } from '../parts/seen.ts';
import { RevealButton } from '../people/revealButton.tsx';
import classes from './appealPage.module.css';
import { appealWords } from './appealWords.ts';

export function AppealAppellant({ appeal }: { readonly appeal: AppealFile }) {
  const say = useWords(appealWords);
  const language = useLanguage();
  const { zh, en } = register.fields.contact;
  return (
    <dl className={classes.appellant}>
      <div>
        <dt>{say('appellant')}</dt>
        <dd>{appeal.appellant === null ? say('nameless') : seen(appeal.appellant, language)}</dd>
      </div>
      {appeal.contact !== null && (
        <div>
          <dt>{say('contact')}</dt>
          <dd>
            {appeal.contact} <RevealButton of={{ register: 'appeal', row: appeal.row }} field={{ name: 'contact', zh, en }} />
          </dd>
        </div>
      )}
      {appeal.address !== null && (
        <div>
          <dt>{say('address')}</dt>
          <dd>{appeal.address}</dd>
        </div>
      )}
      {appeal.people !== null && (
        <div>
          <dt>{say('people')}</dt>
          <dd>{appeal.people}</dd>
        </div>
      )}
      {appeal.item !== null && (
        <div>
          <dt>{say('item')}</dt>
          <dd>
            <Link to="/items/$code" params={{ code: appeal.item }}>
              {appeal.item}
            </Link>
          </dd>
        </div>
      )}
      <div>
        <dt>{say('takenAt')}</dt>
        <dd>{moment(appeal.takenAt, language)}</dd>
      </div>
      {appeal.enteredBy !== null && (
        <div>
          <dt>{say('enteredBy')}</dt>
          <dd>{appeal.enteredBy}</dd>
        </div>
      )}
      {appeal.household !== null && (
        <May needs="households.read">
          <div>
            <dt>{say('household')}</dt>
            <dd>
              <Link to="/households/$no" params={{ no: appeal.household }}>
                {appeal.household}
              </Link>
            </dd>
          </div>
        </May>
      )}
    </dl>
  );
}
