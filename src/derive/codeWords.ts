/** A code of a list in words. */
import { codeLists } from '#catalog/catalog.ts';
import type { CodeListName } from '#catalog/codes/codeListNames.ts';

/** Its labels in both languages; the code itself where the list does not know it. */
export function codeWords(list: CodeListName, code: string): { readonly zh: string; readonly en: string } {
  const entry = codeLists[list].entries.find((one) => one.code === code);
  return entry ? { zh: entry.zh, en: entry.en } : { zh: code, en: code };
}
