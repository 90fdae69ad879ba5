/** What is being written on a page, kept on the device while it is; what was left half-written is offered first. */
import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, keptDraft } from './drafts.ts';
import { useMe } from './me.ts';

interface KeptDraft<Draft> {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** When something half-written was left; undefined where none waits for a decision. */
  readonly leftAt: number | undefined;
  readonly goOn: () => void;
  /** Forgets what is kept, and begins anew. */
  readonly drop: (next?: Draft) => void;
}

/** `place` names what is written; `first` is what a page begins with. */
export function useKeptDraft<Draft extends object>(place: string, first: () => Draft): KeptDraft<Draft> {
  const { account } = useMe();
  const [left, setLeft] = useState(() => keptDraft<Partial<Draft>>(account, place));
  const [draft, setDraft] = useState<Draft>(first);
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
    drop: (next) => {
      dropDraft(account, place);
      setTouched(false);
      setLeft(undefined);
      if (next !== undefined) setDraft(next);
    },
  };
}
