/** Why something that was sent did not arrive: a short code without anything that the other side said. */

export interface FailureTraits {
  /** The other side as a whole did not answer: whatever else is for it may wait as well. */
  readonly isTargetDown?: boolean;
  /** Sending it again would change nothing. */
  readonly isFinal?: boolean;
}

/** A failed sending; the code (`timeout`, `http 503`, `smtp 550`) may be shown and kept. */
export class SendFailure extends Error {
  override readonly name = 'SendFailure';
  readonly code: string;
  readonly isTargetDown: boolean;
  readonly isFinal: boolean;

  constructor(code: string, { isTargetDown = false, isFinal = false }: FailureTraits = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
    this.isTargetDown = isTargetDown;
    this.isFinal = isFinal;
  }
}
