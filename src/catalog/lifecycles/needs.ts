/** What moves ask for, said once: words, reasons from lists, days, people. */
import type { CodeListName } from '../codes/codeListNames.ts';
import type { Need } from './lifecycle.ts';

/** A text in words. */
export const words = (zh: string, en: string): Need => ({ kind: 'text', zh, en });
/** The same, which may be left out. */
export const wordsIfAny = (zh: string, en: string): Need => ({ kind: 'text', zh, en, optional: true });
/** A code of a list. */
export const oneOf = (list: CodeListName, zh: string, en: string): Need => ({ kind: 'code', list, zh, en });

export const note = words('说明', 'note');
export const noteIfAny = wordsIfAny('说明', 'note');
export const satisfactionIfAsked: Need = { kind: 'code', list: 'SATIS', zh: '群众满意度', en: 'satisfaction', optional: true };
export const owner: Need = { kind: 'person', zh: '责任人', en: 'person in charge' };
