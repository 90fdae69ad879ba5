/** Webhooks (对外推送): where systems and group robots outside are told; made, tested, paused, given a new secret, removed. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { webhookMade, webhookOrder } from '#features/notices/contract.ts';
import type { z } from 'zod';
import { ShownOnce } from '../accounts/shownOnce.tsx';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { SystemTabs } from '../parts/systemTabs.tsx';
import { NewWebhook } from './newWebhook.tsx';
import { WebhookPanel } from './webhookPanel.tsx';
import { webhooksQuestion } from './webhookQuestions.ts';
import classes from './webhooks.module.css';
import { webhookWords } from './webhookWords.ts';

export function WebhookPage() {
  const say = useWords(webhookWords);
  const queries = useQueryClient();
  const mayChange = useMay('webhooks.change');
  const webhooks = useSuspenseQuery(webhooksQuestion).data;
  const [isOpen, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const make = useMutation({
    mutationFn: (order: z.infer<typeof webhookOrder>) => send<z.infer<typeof webhookMade>>('POST', '/webhooks', order),
    onSuccess: (made) => {
      setOpen(false);
      setSecret(made.secret);
      return queries.invalidateQueries({ queryKey: webhooksQuestion.queryKey });
    },
  });
  return (
    <>
      <PageHead title={say('title')} note={say('note')} help={[say('helpForm'), say('helpData'), say('helpRetry')]} />
      <SystemTabs />
      <div className={classes.list}>
        {secret !== null && <ShownOnce hint={say('secretOnce')} text={secret} doneWord={say('done')} done={() => setSecret(null)} />}
        {webhooks.length === 0 && <p>{say('none')}</p>}
        {webhooks.map((webhook) => (
          <WebhookPanel key={webhook.id} webhook={webhook} showSecret={setSecret} />
        ))}
        {mayChange &&
          (isOpen ? (
            <NewWebhook error={make.error} isMaking={make.isPending} make={make.mutate} cancel={() => setOpen(false)} />
          ) : (
            <p>
              <button type="button" onClick={() => setOpen(true)}>
                {say('add')}
              </button>
            </p>
          ))}
      </div>
    </>
  );
}
