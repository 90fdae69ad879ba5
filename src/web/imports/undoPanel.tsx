/** Takes an import back: first what would go, return and stay, then the confirmation. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UndoPreview } from '#features/imports/contract.ts';
import { send } from '../parts/ask.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { Refused } from '../parts/refused.tsx';
import { registersQuestion } from '../registers/registerQuestions.ts';
import classes from './importListPage.module.css';
import { undoQuestion } from './importQuestions.ts';
import { importWords } from './importWords.ts';

interface UndoPanelParts {
  readonly id: number;
  /** Called when it has been taken back. */
  readonly done?: () => void;
}

export function UndoPanel({ id, done }: UndoPanelParts) {
  const say = useWords(importWords);
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const preview = useQuery({ ...undoQuestion(id), enabled: isOpen });
  const undo = useMutation({
    mutationFn: () => send<UndoPreview>('POST', `/imports/${id}/undo`),
    onSuccess: () => {
      // What was previewed is done: asking for it again would be refused.
      setOpen(false);
      done?.();
      queries.removeQueries({ queryKey: undoQuestion(id).queryKey });
      return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'undo' });
    },
  });
  if (!isOpen) {
    return (
      <button type="button" className="no-print" onClick={() => setOpen(true)}>
        {say('undo')}
      </button>
    );
  }
  return (
    <section className={classes.undo} aria-live="polite">
      <h2>{say('undoTitle')}</h2>
      {preview.error && <Refused error={preview.error} />}
      {undo.error && <Refused error={undo.error} />}
      {preview.data && <Preview preview={preview.data} />}
      <p className={classes.wishes}>
        <button type="button" className="primary" disabled={!preview.data || undo.isPending} onClick={() => undo.mutate()}>
          {say('undoConfirm')}
        </button>
        <button type="button" onClick={() => setOpen(false)}>
          {say('keep')}
        </button>
      </p>
    </section>
  );
}

function Preview({ preview }: { readonly preview: UndoPreview }) {
  const say = useWords(importWords);
  const language = useLanguage();
  const registers = useQuery(registersQuestion).data ?? [];
  const lines = [
    preview.removed > 0 && say('undoRemoved', { count: preview.removed }),
    preview.returned > 0 && say('undoReturned', { count: preview.returned }),
    preview.history > 0 && say('undoHistory', { count: preview.history }),
    preview.deliveries > 0 && say('undoDeliveries', { count: preview.deliveries }),
    preview.warnings > 0 && say('undoWarnings', { count: preview.warnings }),
    ...preview.references.map(({ register, rows }) =>
      say('undoReferences', { register: registers.find((candidate) => candidate.name === register)?.[language] ?? register, rows }),
    ),
  ].filter((line) => line !== false);
  return (
    <>
      <ul className={classes.undoLines}>
        {lines.length === 0 && <li>{say('undoNothing')}</li>}
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {preview.keptCount > 0 && <li>{say('undoStays', { count: preview.keptCount })}</li>}
      </ul>
      {preview.kept.length > 0 && (
        <ul className={classes.kept}>
          {preview.kept.map((row) => (
            <li key={row.key}>{say('changedBy', { key: row.key, id: row.import })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
