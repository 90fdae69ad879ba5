/** Who does something: the person or system, by which way, and from where. */

export interface Actor {
  /** Number of the account; null where there is none (commands, jobs). */
  readonly account: number | null;
  readonly name: string;
  readonly via: 'web' | 'token' | 'command' | 'job';
  /** Network address of a request. */
  readonly address: string | null;
  /** The number that a screen shows and the log names. */
  readonly requestId: string | null;
}

/** The platform itself, in work that no person asked for at that moment. */
export const platformActor: Actor = { account: null, name: 'anju', via: 'job', address: null, requestId: null };
