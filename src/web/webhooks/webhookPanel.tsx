/** One webhook: how it does, and what can be done with it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { webhookFormats } from '#catalog/notices/webhookFormats.ts';
import type { webhookSecret, webhookTest, WebhookRow } from '#features/notices/contract.ts';
import type { z } from 'zod';
import { send } from '../parts/ask.ts';
import { moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { ProblemLine } from '../parts/problemLine.tsx';
import { MessageTable } from './messageTable.tsx';
import { webhooksQuestion } from './webhookQuestions.ts';
import classes from './webhooks.module.css';
import { webhookWords } from './webhookWords.ts';

interface WebhookPanelParts {
  readonly webhook: WebhookRow;
  readonly showSecret: (secret: string) => void;
}

export function WebhookPanel({ webhook, showSecret }: WebhookPanelParts) {
  const say = useWords(webhookWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const [isShown, setShown] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const path = `/webhooks/${webhook.id}`;
  // Without its messages, which are gone with a webhook that was removed.
  const onSettled = () => queries.invalidateQueries({ queryKey: webhooksQuestion.queryKey, exact: true });
  const test = useMutation({ mutationFn: () => send<z.infer<typeof webhookTest>>('POST', `${path}/test`), onSettled });
  const pause = useMutation({ mutationFn: (paused: boolean) => send('PATCH', path, { paused }), onSettled });
  const renew = useMutation({
    mutationFn: () => send<z.infer<typeof webhookSecret>>('POST', `${path}/secret`),
    onSuccess: ({ secret }) => showSecret(secret),
  });
  const remove = useMutation({ mutationFn: () => send('DELETE', path), onSettled });
  const isPaused = webhook.pausedAt !== null;
  return (
    <section className={`${classes.one} ${isPaused ? classes.paused : ''}`} aria-label={webhook.name}>
      <h2>{webhook.name}</h2>
      <p className={classes.facts}>
        <span>{webhookFormats[webhook.format][language]}</span>
        <span>{webhook.host}</span>
        <span>{webhook.areaName}</span>
        <span>{say('kindsOf', { count: webhook.kinds.length })}</span>
      </p>
      <p className={classes.facts}>
        {isPaused && <span>{say('paused')}</span>}
        <span>{webhook.sentAt === null ? say('neverSent') : say('lastSent', { at: moment(webhook.sentAt, language) })}</span>
        {webhook.waiting > 0 && <span>{say('waiting', { count: webhook.waiting })}</span>}
        {webhook.givenUp > 0 && <span className={classes.trouble}>{say('givenUp', { count: webhook.givenUp })}</span>}
        {webhook.error !== null && <span className={classes.trouble}>{say('error', { code: webhook.error })}</span>}
      </p>
      {test.data && <p role="status">{test.data.arrived ? say('arrived') : say('notArrived', { code: test.data.error ?? '' })}</p>}
      <ProblemLine error={test.error ?? pause.error ?? renew.error ?? remove.error} />
      <p className={classes.acts}>
        <button type="button" className="plain" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {say(isShown ? 'hide' : 'messages')}
        </button>
        <May needs="webhooks.change">
          <button type="button" className="plain" disabled={test.isPending || isPaused} onClick={() => test.mutate()}>
            {say('test')}
          </button>
          <button type="button" className="plain" disabled={pause.isPending} onClick={() => pause.mutate(!isPaused)}>
            {say(isPaused ? 'goOn' : 'pause')}
          </button>
          {webhookFormats[webhook.format].secret === 'made' && (
            <button type="button" className="plain" disabled={renew.isPending} onClick={() => renew.mutate()}>
              {say('renew')}
            </button>
          )}
          {isAsked ? (
            <>
              <button type="button" className="primary" disabled={remove.isPending} onClick={() => remove.mutate()}>
                {say('sure')}
              </button>
              <button type="button" onClick={() => setAsked(false)}>
                {say('cancel')}
              </button>
            </>
          ) : (
            <button type="button" className="plain" onClick={() => setAsked(true)}>
              {say('remove')}
            </button>
          )}
        </May>
      </p>
      {isShown && <MessageTable webhook={webhook.id} />}
    </section>
  );
}
