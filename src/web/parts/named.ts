/** The name of a state, verb or clock as it stands by itself: English ones begin with a capital. */
import { type Both, inLanguage, type Language } from './language.ts';

export function named(name: Both, language: Language): string {
  const text = inLanguage(name, language);
  return language === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
