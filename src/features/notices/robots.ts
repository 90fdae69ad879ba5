/** Notices for the robots of group chats: WeCom and DingTalk, in the markdown that both understand. */
import { createHmac } from 'node:crypto';
import type { Posting } from '#platform/outgoing/post.ts';
import { SendFailure } from '#platform/outgoing/sendFailure.ts';
import type { MessageNotice, WebhookTarget } from './message.ts';
import { noticeText } from './noticeText.ts';

const headers = { 'content-type': 'application/json; charset=utf-8' };
/** WeCom takes 4,096 bytes of markdown, DingTalk 20,000: what does not fit is counted. */
const mostBytes = 3_800;

const titleOf = (notices: readonly MessageNotice[]): string => {
  const [first] = notices;
  return notices.length === 1 && first ? noticeText(first).title.zh : `${notices.length} 条通知`;
};

/** One line a notice, with its number, so that a line that came twice is seen to be the same. */
function linesOf(notices: readonly MessageNotice[], address: string): string {
  const lines = notices.map((notice) => {
    const { text, link, urgency } = noticeText(notice);
    const where = address === '' ? link : `[查看](${address}${link})`;
    return `${urgency === 'urgent' ? '**紧急** ' : ''}${text.zh} ${where} #${notice.id}`;
  });
  let kept = lines.length;
  while (kept > 1 && Buffer.byteLength(lines.slice(0, kept).join('\n\n')) > mostBytes) kept -= 1;
  return [...lines.slice(0, kept), ...(kept < lines.length ? [`另有 ${lines.length - kept} 条，请登录查看。`] : [])].join('\n\n');
}

/** For a WeCom group robot; its key stands in the address. */
export function wecomPosting({ url }: WebhookTarget, notices: readonly MessageNotice[], address: string): Posting {
  const content = `**安居 · ${titleOf(notices)}**\n\n${linesOf(notices, address)}`;
  return { url, headers, body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }) };
}

/** For a DingTalk group robot with 加签: the moment and its signature are added to the address. */
export function dingtalkPosting(
  { url, secrets: [secret = ''] }: WebhookTarget,
  notices: readonly MessageNotice[],
  address: string,
  now: Date,
): Posting {
  const signed = new URL(url);
  const timestamp = String(now.getTime());
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  const title = `安居 · ${titleOf(notices)}`;
  return {
    url: signed.href,
    headers,
    body: JSON.stringify({ msgtype: 'markdown', markdown: { title, text: `### ${title}\n\n${linesOf(notices, address)}` } }),
  };
}

/** Both answer 200 to whatever comes, and say in `errcode` whether they took it. Too many messages a minute is a reason to wait. */
export function checkRobotAnswer(text: string): void {
  let code: unknown;
  try {
    code = (JSON.parse(text) as { errcode?: unknown }).errcode;
  } catch {
    code = undefined;
  }
  if (code === 0) return;
  throw new SendFailure(`errcode ${typeof code === 'number' ? code : '?'}`, { isTargetDown: true });
}
