/** The sentences of a refusal of single sign-on by its code, for the page to which the browser was sent back. */
import { problems } from './problems.ts';

const told = [
  problems['provider-down'],
  problems['provider-refused'],
  problems['provider-answer'],
  problems['provider-unknown'],
  problems['provider-second-factor'],
  problems['provider-off'],
  problems.disabled,
].map((problem) => problem.data());

export function refusalOf(code: string | undefined): { code: string; zh: string; en: string } | null {
  const problem = told.find((one) => one.code === code);
  return problem ? { code: problem.code, zh: problem.zh, en: problem.en } : null;
}
