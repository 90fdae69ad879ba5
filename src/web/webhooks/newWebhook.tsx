/** Where to send, in which form, and what. */
import { type FormEvent, useState } from 'react';
import { groupedKinds } from '#catalog/notices/noticeGroups.ts';
import { leavesToSystems } from '#catalog/notices/noticeKinds.ts';
import { webhookFormats, type WebhookFormatName } from '#catalog/notices/webhookFormats.ts';
import type { webhookOrder } from '#features/notices/contract.ts';
import type { z } from 'zod';
import { areaName, useAreas } from '../parts/areas.ts';
import { KindChoices } from '../parts/kindChoices.tsx';
import { useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import classes from './webhooks.module.css';
import { webhookWords } from './webhookWords.ts';

interface NewWebhookParts {
  readonly error: unknown;
  readonly isMaking: boolean;
  readonly make: (order: z.infer<typeof webhookOrder>) => void;
  readonly cancel: () => void;
}

const groups = groupedKinds((_kind, name) => leavesToSystems(name));
const formats = Object.entries(webhookFormats);

export function NewWebhook({ error, isMaking, make, cancel }: NewWebhookParts) {
  const say = useWords(webhookWords);
  const language = useLanguage();
  const areas = useAreas().filter(({ level }) => ['prefecture', 'county', 'street', 'settlement'].includes(level));
  const [format, setFormat] = useState<WebhookFormatName>('cloudevents');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '');
    const chosen = form.getAll('kinds').map(String);
    make({ name: text('name'), format, url: text('url'), area: text('area'), kinds: chosen, ...(form.has('secret') && { secret: text('secret') }) });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <label>
        {say('name')}
        <input name="name" required maxLength={50} />
      </label>
      <label>
        {say('format')}
        <select value={format} onChange={(event) => setFormat(event.target.value as WebhookFormatName)}>
          {formats.map(([name, one]) => (
            <option key={name} value={name}>
              {one[language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('url')}
        <input name="url" type="url" required maxLength={1000} placeholder="https://" autoComplete="off" />
        <span>{say('urlHint')}</span>
      </label>
      {webhookFormats[format].secret === 'given' && (
        <label>
          {say('secret')}
          <input name="secret" required maxLength={200} placeholder="SEC…" autoComplete="off" />
        </label>
      )}
      <label>
        {say('area')}
        <select name="area" required>
          {areas.map((area) => (
            <option key={area.code} value={area.code}>
              {areaName(area, language)}
            </option>
          ))}
        </select>
      </label>
      <fieldset className={classes.choices}>
        <legend>{say('kinds')}</legend>
        <KindChoices groups={groups} isChosen={() => false} />
      </fieldset>
      <ProblemLine error={error} />
      <p className={classes.acts}>
        <button type="submit" className="primary" disabled={isMaking}>
          {say('make')}
        </button>
        <button type="button" onClick={cancel}>
          {say('cancel')}
        </button>
      </p>
    </form>
  );
}
