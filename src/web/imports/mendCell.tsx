/** One cell of a row that is mended; a number of a person is masked until somebody corrects it, and masked again when left as it was. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { keptRow } from '#features/imports/rowContract.ts';
import type { z } from 'zod';
import { useWords } from '../parts/language.ts';
import classes from './importListPage.module.css';
import { keptRowQuestion } from './importQuestions.ts';
import { importWords } from './importWords.ts';

interface MendCellParts {
  readonly place: { readonly id: number; readonly sheet: number; readonly line: number };
  readonly cell: z.infer<typeof keptRow>['cells'][number];
  readonly isBad: boolean;
  /** What the cell was changed to; undefined while it was not. */
  readonly value: string | undefined;
  readonly change: (text: string) => void;
}

export function MendCell({ place, cell, isBad, value, change }: MendCellParts) {
  const say = useWords(importWords);
  const queries = useQueryClient();
  const [whole, setWhole] = useState<string>();
  const isHidden = cell.isMasked && whole === undefined && value === undefined;
  const show = async () => {
    if (!isHidden) return;
    const { cells } = await queries.fetchQuery(keptRowQuestion(place.id, place.sheet, place.line, cell.column));
    setWhole(cells.find(({ column }) => column === cell.column)?.text ?? '');
  };
  return (
    <label className={isBad ? classes.bad : undefined}>
      {cell.column} {cell.header}
      <input
        name={cell.header}
        value={value ?? whole ?? cell.text}
        readOnly={isHidden}
        autoComplete="off"
        aria-invalid={isBad}
        title={isHidden ? say('masked') : undefined}
        onFocus={() => void show()}
        onBlur={() => setWhole(undefined)}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
}
