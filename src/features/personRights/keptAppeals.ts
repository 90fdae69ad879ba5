/** Appeals of a person that whoever prepares the copy may not see: accusations, and those that complain about their own office. */
import { isHiddenAppeal, type Looker } from '#features/areas/hiddenAppeal.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** What is said of it in every copy that a person prepares, so that saying it tells nothing. */
export const keptWords = {
  zh: '经办人无权查看的诉求（如举报、反映经办人所在单位的），如有，由有权查看的单位保管，不在本包内；可向上一级主管部门申请查阅。',
  en: 'Appeals that whoever prepared this may not see (accusations, complaints about their own office), if there are any, are kept by those who may and are not in this package; ask the next higher office for them.',
} as const;

/** Their numbers, whichever version of the row says so. */
export async function keptAppeals(database: Queryable, looker: Looker, personNo: string): Promise<string[]> {
  const rows = await database.query<{ appeal_no: string }>(sql`
    select distinct appeal_no from (
      select appeal_no, nature, settlement_code from appeal union all select appeal_no, nature, settlement_code from appeal_history
    ) version
    where appeal_no in (select appeal_no from appeal where person_no = ${personNo} union select appeal_no from appeal_history where person_no = ${personNo})
      and ${isHiddenAppeal(looker, 'version')}`);
  return rows.map(({ appeal_no: no }) => no);
}
