/** The form of a visit: who was met, the warnings of the household, the questions that are due, photo, place and signature; saved as one. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { VisitFate } from '#features/visits/contract.ts';
import { ask, send } from '../parts/ask.ts';
import { day } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { LeftPanel } from '../parts/leftPanel.tsx';
import { May } from '../parts/may.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { ProblemLine } from '../parts/problemLine.tsx';
import { seen } from '../parts/seen.ts';
import { useKeptDraft } from '../parts/useKeptDraft.ts';
import { newDraft, orderOf } from './draft.ts';
import { EarlierVisits } from './earlierVisits.tsx';
import { EvidencePart } from './evidencePart.tsx';
import { FatePanel } from './fatePanel.tsx';
import { FoundPart } from './foundPart.tsx';
import { MetPart } from './metPart.tsx';
import { QuestionPart } from './questionPart.tsx';
import { shrinkPhoto } from './shrinkPhoto.ts';
import { SigningLines } from './signingLines.tsx';
import { formQuestion } from './visitQuestions.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';
import { WarningPart } from './warningPart.tsx';

const route = getRouteApi('/visits/$household');

export function VisitFormPage() {
  const { household } = route.useParams();
  return <VisitToHousehold key={household} household={household} />;
}

function VisitToHousehold({ household }: { readonly household: string }) {
  const say = useWords(visitWords);
  const language = useLanguage();
  const form = useSuspenseQuery(formQuestion(household)).data;
  const queries = useQueryClient();
  const { draft, change, leftAt, goOn, drop } = useKeptDraft(`visit.${household}`, newDraft);
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const sendPhotos = useMutation({
    mutationFn: async (visit: number) => {
      for (const photo of photos) {
        const body = new FormData();
        body.append('photo', await shrinkPhoto(photo), 'photo.jpg');
        await ask(`/visits/${visit}/photos`, undefined, { method: 'POST', body });
      }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['visits', 'list', household] }),
  });
  const save = useMutation({
    mutationFn: async () => (await send<{ visits: VisitFate[] }>('POST', '/visits', { visits: [orderOf(draft, form, photos.length)] })).visits[0],
    onSuccess: async (fate) => {
      if (fate?.visit == null) return;
      drop();
      if (photos.length > 0) sendPhotos.mutate(fate.visit);
      await Promise.all(['visits', 'warnings', 'work-orders', 'households'].map((room) => queries.invalidateQueries({ queryKey: [room] })));
    },
  });
  const fate = save.data;
  const isDone = fate?.visit != null;
  return (
    <>
      <PageHead title={say('formOf', { head: seen(form.head, language) })} note={inLanguage(form.home, language)} />
      <p className={classes.bar}>
        <Link to="/visits">{say('back')}</Link>
        <Link to="/households/$no" params={{ no: household }} preload={false}>
          {say('toFile')}
        </Link>
        <May needs="appeals.create">
          <Link to="/appeals/new" search={{ person: form.members.find(({ isChild, isNamed }) => isNamed && !isChild)?.no }}>
            {say('takeAppeal')}
          </Link>
        </May>
        <span className="small quiet">{form.lastVisit === null ? say('never') : say('lastVisit', { day: day(form.lastVisit, language) })}</span>
        {form.attempts > 0 && <span className="small quiet">{say('attemptsOf', { count: form.attempts })}</span>}
      </p>
      {fate && <FatePanel key={save.submittedAt} fate={fate} form={form} />}
      {sendPhotos.error && fate?.visit != null && (
        <div className={classes.actions}>
          <span>{say('photosFailed')}</span>
          <ProblemLine error={sendPhotos.error} />
          <button type="button" onClick={() => fate.visit !== null && sendPhotos.mutate(fate.visit)}>
            {say('again')}
          </button>
        </div>
      )}
      {!isDone && leftAt !== undefined && <LeftPanel at={leftAt} goOn={goOn} drop={() => drop()} lost={say('photosLost')} />}
      {!isDone && leftAt === undefined && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <MetPart form={form} draft={draft} change={change} />
          {draft.outcome === 'met' && (
            <>
              <WarningPart warnings={form.warnings} draft={draft} change={change} />
              <QuestionPart questions={form.questions} draft={draft} change={change} />
              <FoundPart form={form} draft={draft} change={change} />
            </>
          )}
          <EvidencePart draft={draft} change={change} photos={photos} setPhotos={setPhotos} />
          {draft.outcome === 'met' && <SigningLines warnings={form.warnings} draft={draft} />}
          <ProblemLine error={save.error} />
          <p className={classes.actions}>
            <button type="submit" className="primary" disabled={save.isPending}>
              {say(save.isPending ? 'saving' : 'save')}
            </button>
          </p>
        </form>
      )}
      <EarlierVisits household={household} />
    </>
  );
}
