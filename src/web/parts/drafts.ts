/** What somebody was writing and has not sent: kept on the device for the one who wrote it, until it is sent or thrown away, they sign out, another signs in, or a day is over. */
interface Kept<Draft> {
  /** When it was written last, in milliseconds. */
  readonly at: number;
  readonly draft: Draft;
}

const prefix = 'anju.draft.';
const longestKept = 86_400_000;
const keyOf = (account: number, place: string): string => `${prefix}${account}.${place}`;

/** A browser that keeps nothing still lets people write. */
function onDevice<Answer>(work: () => Answer): Answer | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export function keepDraft(account: number, place: string, draft: unknown): void {
  onDevice(() => localStorage.setItem(keyOf(account, place), JSON.stringify({ at: Date.now(), draft })));
}

export function keptDraft<Draft>(account: number, place: string): Kept<Draft> | undefined {
  return onDevice(() => JSON.parse(localStorage.getItem(keyOf(account, place)) ?? 'null') as Kept<Draft> | null) ?? undefined;
}

export function dropDraft(account: number, place: string): void {
  onDevice(() => localStorage.removeItem(keyOf(account, place)));
}

/** Drops every draft; given who is there now, all but their own of the last day. */
export function dropDrafts(account?: number): void {
  onDevice(() => {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) {
      const place = account !== undefined && key.startsWith(keyOf(account, '')) ? key.slice(keyOf(account, '').length) : undefined;
      const kept = account !== undefined && place !== undefined ? keptDraft(account, place) : undefined;
      if (kept === undefined || kept.at < Date.now() - longestKept) localStorage.removeItem(key);
    }
  });
}
