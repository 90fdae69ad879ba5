/** The visit that is being written, kept on the device while it is; one that was left half-filled is offered first. */
import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, keptDraft } from '../parts/drafts.ts';
import { useMe } from '../parts/me.ts';
import { type Draft, newDraft } from './draft.ts';

interface VisitDraft {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** When a half-filled visit was left; undefined where none waits for a decision. */
  readonly leftAt: number | undefined;
  readonly goOn: () => void;
  /** Forgets what is kept. */
  readonly drop: () => void;
}

export function useVisitDraft(household: string): VisitDraft {
  const { account } = useMe();
  const place = `visit.${household}`;
  const [left, setLeft] = useState(() => keptDraft<Partial<Draft>>(account, place));
  const [draft, setDraft] = useState<Draft>(newDraft);
  const [isTouched, setTouched] = useState(false);
  useEffect(() => {
    if (isTouched) keepDraft(account, place, draft);
  }, [isTouched, account, place, draft]);
  return {
    draft,
    change: (part) => {
      setTouched(true);
      setDraft((now) => ({ ...now, ...part }));
    },
    leftAt: left?.at,
    goOn: () => {
      setDraft((now) => ({ ...now, ...left?.draft }));
      setTouched(true);
      setLeft(undefined);
    },
    drop: () => {
      dropDraft(account, place);
      setTouched(false);
      setLeft(undefined);
    },
  };
}
