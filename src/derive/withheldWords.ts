/** What stands in place of a value or name that the caller may not see: never an empty place. */
import { restrictedMark } from '#catalog/personRights.ts';

export const withheldWords = { zh: '无权查看', en: 'withheld' } as const;

/** What stands in place of the name of somebody who is not named: nothing that could be taken for a name. */
export const unnamedWords = { minor: { zh: '（姓名不显示）', en: '(name not shown)' }, restricted: restrictedMark } as const;
