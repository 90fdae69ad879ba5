/** Fields of the register that the row must state though its sheet has no column for them, and a choice of the others. */
import { useQuery } from '@tanstack/react-query';
import type { ImportFile } from '#features/imports/contract.ts';
import type { keptRow } from '#features/imports/rowContract.ts';
import type { z } from 'zod';
import { useLanguage, useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { registersQuestion } from '../registers/registerQuestions.ts';
import classes from './importListPage.module.css';
import { importWords } from './importWords.ts';

interface MendAddedParts {
  readonly run: Pick<ImportFile, 'register'>;
  readonly cells: z.infer<typeof keptRow>['cells'];
  /** Headers that problems ask for. */
  readonly needs: readonly string[];
  readonly changed: Readonly<Record<string, string>>;
  readonly change: (header: string, text: string) => void;
}

export function MendAdded({ run, cells, needs, changed, change }: MendAddedParts) {
  const say = useWords(importWords);
  const language = useLanguage();
  const registers = useQuery({ ...registersQuestion, enabled: useMay('registers.read') });
  const fields = registers.data?.find(({ name }) => name === run.register)?.fields ?? [];
  const headers = new Set(cells.map(({ header }) => header));
  const missing = fields.filter(({ zh, aliases }) => ![zh, ...aliases].some((header) => headers.has(header)));
  const shown = [...new Set([...needs, ...Object.keys(changed).filter((header) => !headers.has(header))])];
  const nameOf = (header: string): string => fields.find(({ zh }) => zh === header)?.[language] ?? header;
  const others = missing.filter(({ zh }) => !shown.includes(zh));
  return (
    <>
      {shown.map((header) => (
        <label key={header} className={needs.includes(header) ? classes.bad : undefined}>
          {say('mendNotInSheet', { header: nameOf(header) })}
          <input
            name={header}
            value={changed[header] ?? ''}
            autoComplete="off"
            aria-invalid={needs.includes(header)}
            placeholder="#清空"
            onChange={(event) => change(header, event.target.value)}
          />
        </label>
      ))}
      {others.length > 0 && (
        <label>
          {say('mendMore')}
          <select value="" onChange={(event) => change(event.target.value, '')}>
            <option value="">{say('mendMoreChoose')}</option>
            {others.map(({ zh }) => (
              <option key={zh} value={zh}>
                {nameOf(zh)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
