/** The name of a register in the language of the screen. */
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { registersQuestion } from './registerQuestions.ts';

/** Answers names; the Chinese one that the server sent stands until the list of registers has come. */
export function useRegisterName(): (name: string, zh: string) => string {
  const language = useLanguage();
  const seesRegisters = useMay('registers.read');
  const isAsked = language === 'en' && seesRegisters;
  const registers = useQuery({ ...registersQuestion, enabled: isAsked }).data;
  return (name, zh) => (language === 'en' ? (registers?.find((register) => register.name === name)?.en ?? zh) : zh);
}
