/** A hidden value as the screens name it: where it stands, and its field. */

/** Where a hidden value stands: a row of a register, or the person or household of a number. */
export interface HiddenIn {
  readonly register: string;
  readonly row?: number;
  readonly key?: string;
}

/** A field with its names. */
export interface HiddenField {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}
