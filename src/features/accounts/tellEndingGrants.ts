/** Tells of grants that end within two weeks: their holder, and the nearest of those who may renew them. */
import sql from 'sql-template-tag';
import { isRole } from '#catalog/roles.ts';
import type { NoticeSource } from '#features/notices/noticeSource.ts';
import { notify } from '#features/notices/notify.ts';

const daysBefore = 14;

export const tellEndingGrants: NoticeSource = {
  name: 'grants-that-end',
  tell: async (tx, day) => {
    // A deputy's grant ends as it was meant to; a leaver's grants too.
    const ending = await tx.query<{ grant_id: number; account_id: number; role: string; area_code: string; valid_to: string }>(sql`
      select grant_id, account_id, role, area_code, valid_to from account_grant join account using (account_id)
      where revoked_at is null and stands_for is null and valid_to > ${day}::date and valid_to <= ${day}::date + ${daysBefore}::integer
        and disabled_at is null and leaves_on is null order by grant_id`);
    for (const { grant_id: grant, account_id: account, role, area_code: area, valid_to: end } of ending) {
      if (!isRole(role)) continue;
      const object = { kind: 'grant', key: grant };
      const once = `${grant} ${end}`;
      await notify(
        tx,
        { kind: 'grants.ends', words: { role, day: end }, to: { accounts: [account] }, object, once },
        {
          kind: 'grants.ends-below',
          words: { account, role, day: end },
          to: { holders: { except: [account] } },
          places: [area],
          object,
          once,
        },
      );
    }
  },
};
