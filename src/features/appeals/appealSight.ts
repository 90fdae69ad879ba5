/** Whether somebody may be told of an appeal: by the same conditions by which they would see it. Who was told of it once may hear that it went to others, unless it is hidden from them. */
import { handleOf } from '#features/accounts/handleOf.ts';
import { isHiddenAppeal } from '#features/areas/hiddenAppeal.ts';
import type { NoticeSight } from '#features/notices/noticeSight.ts';
import { wasTold } from '#features/notices/wasTold.ts';
import sql from 'sql-template-tag';
import { seesAppeal } from './findAppeal.ts';

export const appealSight: NoticeSight = async (database, account, no, day) => {
  const handle = await handleOf(database, account, 'appeals.read', day);
  if (await seesAppeal(handle, no)) return true;
  const isOpen = await database.maybe(sql`select 1 from appeal where appeal_no = ${no} and not ${isHiddenAppeal(handle.viewer)}`);
  return isOpen !== undefined && (await wasTold(database, account, { kind: 'appeal', key: no }));
};
