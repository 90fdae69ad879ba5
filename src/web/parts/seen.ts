/** A name as it is shown in the language of the screen, also where it is withheld. */
import { withheldWords } from '#derive/withheldWords.ts';
import type { Language } from './language.ts';

export const seen = (text: string, language: Language): string => (text === withheldWords.zh ? withheldWords[language] : text);
