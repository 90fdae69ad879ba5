/** Why a rule was refused: the exact spot in its text, and the reason in Chinese and English. */

export type RuleErrorCode =
  | 'syntax'
  | 'too-long'
  | 'not-supported'
  | 'unknown-name'
  | 'wrong-type'
  | 'mixed-numbers'
  | 'number-out-of-range'
  | 'result-out-of-range';

/** A place in the text of a rule: `offset` counts from 0, `line` and `column` from 1, all in UTF-16 units. */
export interface RulePosition {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A stretch of a rule's text, as half-open offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly code: RuleErrorCode;
  readonly position: RulePosition;
  /** How many characters from the position on are meant; 0 = the place between two characters. */
  readonly length: number;
  readonly zh: string;
  readonly en: string;

  constructor(code: RuleErrorCode, text: string, at: Span, zh: string, en: string) {
    const before = text.slice(0, at.start);
    const line = before.split('\n').length;
    const column = before.length - (before.lastIndexOf('\n') + 1) + 1;
    super(`${zh} ${en} (${line}:${column})`);
    this.code = code;
    this.position = { offset: at.start, line, column };
    this.length = Math.max(0, at.end - at.start);
    this.zh = zh;
    this.en = en;
  }
}
