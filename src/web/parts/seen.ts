/** A name as it is shown in the language of the screen, also where it is withheld. */
import { unnamedWords, withheldWords } from '#derive/withheldWords.ts';
import type { Language } from './language.ts';

const marks = [withheldWords, ...Object.values(unnamedWords)];

export const seen = (text: string, language: Language): string => marks.find(({ zh }) => zh === text)?.[language] ?? text;
