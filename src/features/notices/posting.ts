/** What is posted to a webhook, in its form, and whether its answer says that it was taken. */
import type { Posting } from '#platform/outgoing/post.ts';
import { cloudEvent } from './cloudEvent.ts';
import type { MessageNotice, WebhookTarget } from './message.ts';
import { checkRobotAnswer, dingtalkPosting, wecomPosting } from './robots.ts';

/** The posting of a message; one to a system holds exactly one notice. */
export function postingOf(
  target: WebhookTarget,
  notices: readonly MessageNotice[],
  { address, now }: { readonly address: string; readonly now: Date },
): Posting {
  if (target.format === 'wecom') return wecomPosting(target, notices, address);
  if (target.format === 'dingtalk') return dingtalkPosting(target, notices, address, now);
  const [notice] = notices;
  if (notice === undefined) throw new Error('a message without a notice');
  return cloudEvent(target, notice, { address, now });
}

/** Throws a `SendFailure` where the answer says that the message was not taken. */
export function readAnswer({ format }: WebhookTarget, text: string): void {
  if (format !== 'cloudevents') checkRobotAnswer(text);
}
