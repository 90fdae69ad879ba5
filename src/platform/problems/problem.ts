/** The problem kit: each thing that can be refused has a code, a kind, typed parameters, and a sentence in both languages. */

/** The seven kinds of problem; each has its HTTP status. */
export const problemKinds = {
  invalid: 422,
  'unknown-person': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-much': 429,
  broken: 500,
} as const;

/** One of the seven kinds. */
export type ProblemKind = keyof typeof problemKinds;

/** Values that a sentence names. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/** A problem as plain data: what answers, refused rows and logs carry. */
export interface ProblemData {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly zh: string;
  readonly en: string;
  readonly params: ProblemParams;
}

/** A problem that is thrown; the HTTP edge, the job runner and the CLI show its two sentences. */
export class AnjuProblem extends Error implements ProblemData {
  override readonly name = 'AnjuProblem';
  readonly code: string;
  readonly kind: ProblemKind;
  readonly zh: string;
  readonly en: string;
  readonly params: ProblemParams;

  constructor(data: ProblemData, options?: { cause?: unknown }) {
    super(`${data.code}: ${data.en}`, options);
    this.code = data.code;
    this.kind = data.kind;
    this.zh = data.zh;
    this.en = data.en;
    this.params = data.params;
  }

  /** The problem as plain data. */
  toJSON(): ProblemData {
    return { code: this.code, kind: this.kind, zh: this.zh, en: this.en, params: this.params };
  }
}

interface DeclaredProblem {
  readonly kind: ProblemKind;
  readonly zh: string;
  readonly en: string;
}

type Names<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type ParamsOf<D extends DeclaredProblem> = Readonly<Record<Names<D['zh']> | Names<D['en']>, string | number>>;
type Arguments<D extends DeclaredProblem> = [Names<D['zh']> | Names<D['en']>] extends [never]
  ? [params?: Record<string, never>, options?: { cause?: unknown }]
  : [params: ParamsOf<D>, options?: { cause?: unknown }];

/** Makes the problem to throw; `.data` makes it as plain data, without the cost of a stack (for cells and rows). */
export interface ProblemMaker<D extends DeclaredProblem> {
  (...args: Arguments<D>): AnjuProblem;
  data(...args: Arguments<D>): ProblemData;
}

/** Declares the problems of one room: `defineProblems('imports', { 'column-missing': { kind: 'invalid', zh: '缺少列“{header}”', en: '…' } })`. */
export function defineProblems<const Declared extends Readonly<Record<string, DeclaredProblem>>>(
  room: string,
  declared: Declared,
): { readonly [Name in keyof Declared]: ProblemMaker<Declared[Name]> } {
  const makers: Record<string, ProblemMaker<DeclaredProblem>> = {};
  for (const [name, { kind, zh, en }] of Object.entries(declared)) {
    const data = (params: ProblemParams = {}): ProblemData => ({ code: `${room}.${name}`, kind, zh: fill(zh, params), en: fill(en, params), params });
    const make = (params: ProblemParams = {}, options?: { cause?: unknown }): AnjuProblem => new AnjuProblem(data(params), options);
    makers[name] = Object.assign(make, { data });
  }
  return makers as { [Name in keyof Declared]: ProblemMaker<Declared[Name]> };
}

function fill(sentence: string, params: ProblemParams): string {
  return sentence.replace(/\{([^{}]+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
