/** Shows what somebody got, in words and with the reason. */
import { readAreaTree } from '#features/areas/areaTree.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { NoticeFilter, NoticePage } from './contract.ts';
import { noticeText } from './noticeText.ts';
import { countUnread, pageOfReceived } from './queries.ts';
import { whyText } from './whyText.ts';

/** A page of an account's notices. */
export async function listNotices(database: Queryable, account: number, filter: NoticeFilter): Promise<NoticePage> {
  const { total, rows } = await pageOfReceived(database, account, filter);
  const tree = await readAreaTree(
    database,
    rows.flatMap(({ why }) => (why === null ? [] : [why.area])),
  );
  return {
    total,
    unread: await countUnread(database, account),
    rows: rows.map(({ id, kind, words, made_at: at, read_at: readAt, why }) => ({
      id,
      kind,
      ...noticeText({ kind, words }),
      why: whyText(kind, why, tree),
      at,
      readAt,
    })),
  };
}
