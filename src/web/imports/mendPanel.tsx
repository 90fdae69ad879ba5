/** Mends one row that came back or waits: its cells as they stood, changed, and checked again by the same rules. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ImportFile, uploadReport } from '#features/imports/contract.ts';
import type { z } from 'zod';
import { send } from '../parts/ask.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { Refused } from '../parts/refused.tsx';
import classes from './importListPage.module.css';
import { keptRowQuestion } from './importQuestions.ts';
import { importWords } from './importWords.ts';
import { MendAdded } from './mendAdded.tsx';
import { MendCell } from './mendCell.tsx';

interface MendPanelParts {
  readonly run: ImportFile;
  readonly sheet: number;
  readonly line: number;
  readonly close: () => void;
}

export function MendPanel({ run, sheet, line, close }: MendPanelParts) {
  const say = useWords(importWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const row = useQuery(keptRowQuestion(run.id, sheet, line));
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  const mend = useMutation({
    mutationFn: (changes: Readonly<Record<string, string>>) =>
      send<z.infer<typeof uploadReport>>('POST', `/imports/${run.id}/rows/${sheet}/${line}`, { changes }),
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'kept' }),
  });
  const own = mend.data?.problems ?? run.problems.filter((problem) => problem.sheet === sheet && problem.line === line);
  const bad = new Set(own.map((problem) => problem.header));
  const change = (header: string, text: string) => setChanged({ ...changed, [header]: text });
  const isStored = mend.data !== undefined && mend.data.refused + mend.data.aside === 0;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    mend.mutate(changed);
  };
  return (
    <section className={`${classes.undo} no-print`} aria-live="polite">
      <h2>{say('mendTitle', { sheet: sheet + 1, line })}</h2>
      {row.error && <Refused error={row.error} />}
      {mend.error && <Refused error={mend.error} />}
      {isStored && <p>{say('mendStored')}</p>}
      {mend.data && !isStored && (
        <>
          <p>{say('mendBack')}</p>
          <ul className={classes.undoLines}>
            {mend.data.problems.map((problem) => (
              <li key={`${problem.header ?? ''} ${problem.code}`}>{inLanguage(problem, language)}</li>
            ))}
          </ul>
        </>
      )}
      {row.data && !isStored && (
        <form onSubmit={save}>
          <p className="small quiet">{say('mendHint')}</p>
          <div className={classes.cells}>
            {row.data.cells.map((cell) => (
              <MendCell
                key={cell.column}
                place={{ id: run.id, sheet, line }}
                cell={cell}
                isBad={bad.has(cell.header)}
                value={changed[cell.header]}
                change={(text) => change(cell.header, text)}
              />
            ))}
            <MendAdded run={run} cells={row.data.cells} needs={own.flatMap(({ needs }) => needs)} changed={changed} change={change} />
          </div>
          <p className={classes.wishes}>
            <button type="submit" className="primary" disabled={mend.isPending || Object.keys(changed).length === 0}>
              {say('mendSave')}
            </button>
            <button type="button" onClick={close}>
              {say('close')}
            </button>
          </p>
        </form>
      )}
      {(isStored || row.error) && (
        <button type="button" onClick={close}>
          {say('close')}
        </button>
      )}
    </section>
  );
}
