/** What departments are called in the language of the screen. */
import { departments } from '#catalog/departments.ts';
import type { Language } from './language.ts';

const inEnglish: Readonly<Record<string, string>> = departments;

/** One department. */
export const departmentName = (zh: string, language: Language): string => (language === 'en' ? (inEnglish[zh] ?? zh) : zh);

/** Several departments in one line. */
export const departmentNames = (all: readonly string[], language: Language): string =>
  all.map((one) => departmentName(one, language)).join(language === 'en' ? ', ' : '、');
