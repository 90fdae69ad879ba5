/** What somebody was writing and has not sent: kept on the device for the one who wrote it while they are signed in, until it is sent or thrown away, they sign out, another signs in, or a day is over. */
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

const keysKept = (): string[] => Object.keys(localStorage).filter((name) => name.startsWith(prefix));

/** Drafts of somebody whose session ran out, for as long as the page is open. */
const aside = new Map<string, string>();

/** Where nobody is signed in nothing is left on the device: drafts wait in the open page for the same person. */
export function setDraftsAside(): void {
  onDevice(() => {
    for (const key of keysKept()) {
      aside.set(key, localStorage.getItem(key) ?? '');
      localStorage.removeItem(key);
    }
  });
}

/** Drops every draft. */
export function dropDrafts(): void {
  setDraftsAside();
  aside.clear();
}

/** Drops all drafts but those of the last day of the one who is there now. */
export function keepDraftsOf(account: number): void {
  setDraftsAside();
  onDevice(() => {
    for (const [key, text] of aside)
      if (key.startsWith(keyOf(account, '')) && (JSON.parse(text) as Kept<unknown>).at > Date.now() - longestKept) localStorage.setItem(key, text);
  });
  aside.clear();
}
