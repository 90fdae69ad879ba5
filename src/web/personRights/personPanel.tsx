/** One person: which right is asked for, by whom, why, and what it needs. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Permission } from '#catalog/permissions.ts';
import { type Asker, askers, type ErasureGround, erasureGrounds } from '#catalog/personRights.ts';
import type { ErasurePlan, PersonAsked } from '#features/personRights/contract.ts';
import { send } from '../parts/ask.ts';
import { day } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { mayOf, useMe } from '../parts/me.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { CorrectionFields } from './correctionFields.tsx';
import { ErasureLines } from './erasureLines.tsx';
import { savePackage } from './personRightQuestions.ts';
import classes from './personRights.module.css';
import { personRightWords } from './personRightWords.ts';

const acts = {
  export: 'person-rights.export',
  correct: 'person-rights.correct',
  restrict: 'person-rights.restrict',
  lift: 'person-rights.restrict',
  erase: 'person-rights.erase',
} as const satisfies Record<string, Permission>;
type Act = keyof typeof acts;

interface PersonPanelParts {
  readonly person: PersonAsked;
  /** Reads the person again after a change. */
  readonly again: () => void;
  readonly close: () => void;
}

export function PersonPanel({ person, again, close }: PersonPanelParts) {
  const say = useWords(personRightWords);
  const language = useLanguage();
  const me = useMe();
  const queries = useQueryClient();
  const offered = (Object.keys(acts) as Act[]).filter(
    (one) => mayOf(me, acts[one]) && one !== (person.restrictedSince === null ? 'lift' : 'restrict'),
  );
  const [act, setAct] = useState<Act>(offered[0] ?? 'export');
  const [asker, setAsker] = useState<Asker>('self');
  const [purpose, setPurpose] = useState('');
  const [proof, setProof] = useState('');
  const [ground, setGround] = useState<ErasureGround>('purpose-done');
  const [correction, setCorrection] = useState<{ register: string; row: number; values: Record<string, string> }>();
  const request = { person: person.person, asker, purpose, ...(proof !== '' && { proof }) };
  const submit = useMutation({
    mutationFn: async (): Promise<{ right: number | undefined }> => {
      if (act === 'export') {
        await savePackage(request, `${person.person}.zip`);
        return { right: undefined };
      }
      const more = act === 'correct' ? correction : act === 'erase' ? { ground } : {};
      return send<{ right: number }>('POST', `/person-rights/${act}`, { ...request, ...more });
    },
    onSettled: () => {
      void queries.invalidateQueries();
      if (act !== 'export') again();
    },
  });
  const plan = useMutation({ mutationFn: () => send<ErasurePlan>('POST', '/person-rights/plan', { person: person.person, ground }) });
  const needsPlan = act === 'erase' && plan.data === undefined;
  const isRefused = act === 'erase' && (plan.data?.against.length ?? 0) > 0;
  return (
    <section className={classes.panel} aria-live="polite">
      <h2>
        {person.name} <span className="small quiet">{person.person}</span>
      </h2>
      <p className="small quiet">
        {person.household !== null && say('household', { no: person.household })}
        {person.restrictedSince !== null && ` · ${say('restrictedSince', { day: day(person.restrictedSince, language) })}`}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (needsPlan) plan.mutate();
          else submit.mutate();
        }}
      >
        <div className={classes.fields}>
          <label>
            {say('right')}
            <select value={act} onChange={(event) => setAct(event.target.value as Act)}>
              {offered.map((one) => (
                <option key={one} value={one}>
                  {say(one)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('asker')}
            <select value={asker} onChange={(event) => setAsker(event.target.value as Asker)}>
              {Object.entries(askers).map(([key, word]) => (
                <option key={key} value={key}>
                  {word[language]}
                </option>
              ))}
            </select>
          </label>
          <label className={classes.wide}>
            {say('purpose')}
            <input required minLength={2} maxLength={200} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
          </label>
          {askers[asker].needsProof && (
            <label className={classes.wide}>
              {say('proof')}
              <input required maxLength={200} value={proof} onChange={(event) => setProof(event.target.value)} />
            </label>
          )}
          {act === 'erase' && (
            <label className={classes.wide}>
              {say('ground')}
              <select
                value={ground}
                onChange={(event) => {
                  setGround(event.target.value as ErasureGround);
                  plan.reset();
                }}
              >
                {Object.entries(erasureGrounds).map(([key, word]) => (
                  <option key={key} value={key}>
                    {word[language]}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        {act === 'correct' && <CorrectionFields rows={person.rows} change={setCorrection} />}
        {act === 'erase' && plan.data && <ErasureLines plan={plan.data} />}
        <ProblemLine error={submit.error ?? plan.error} />
        {submit.data && <p role="status">{submit.data.right === undefined ? say('exported') : say('done', { right: submit.data.right })}</p>}
        <p className={classes.bar}>
          <button type="submit" className={isRefused ? '' : 'primary'} disabled={submit.isPending || plan.isPending}>
            {say(act !== 'erase' ? 'submit' : needsPlan ? 'plan' : isRefused ? 'askRefused' : 'askErase')}
          </button>
          <button type="button" onClick={close}>
            {say('cancel')}
          </button>
        </p>
      </form>
    </section>
  );
}
