/** Whether somebody may be told of an appeal: by the same conditions by which they would see it. */
import { handleOf } from '#features/accounts/handleOf.ts';
import type { NoticeSight } from '#features/notices/noticeSight.ts';
import { seesAppeal } from './findAppeal.ts';

export const appealSight: NoticeSight = async (database, account, no, day) => seesAppeal(await handleOf(database, account, 'appeals.read', day), no);
