/** A notice as a CloudEvent 1.0 in structured JSON, signed as Standard Webhooks describes: over id, moment and body, with HMAC-SHA256. */
import { createHmac } from 'node:crypto';
import type { Posting } from '#platform/outgoing/post.ts';
import type { MessageNotice, WebhookTarget } from './message.ts';
import { noticeText } from './noticeText.ts';

const prefix = 'whsec_';

/** What is posted. The id is that of the notice: whoever gets it twice knows it again. */
export function cloudEvent(
  { url, secrets }: WebhookTarget,
  notice: MessageNotice,
  { address, now }: { readonly address: string; readonly now: Date },
): Posting {
  const { title, text, link, urgency } = noticeText(notice);
  const body = JSON.stringify({
    specversion: '1.0',
    id: notice.uid,
    source: address || 'urn:anju',
    type: `anju.${notice.kind}`,
    time: notice.madeAt,
    ...(notice.objectKind !== null && { subject: `${notice.objectKind}/${notice.objectKey}` }),
    datacontenttype: 'application/json',
    data: { title, text, urgency, link: `${address}${link}`, settlement: notice.settlement, places: notice.places, words: notice.words },
  });
  const seconds = String(Math.floor(now.getTime() / 1000));
  return {
    url,
    body,
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': notice.uid,
      'webhook-timestamp': seconds,
      'webhook-signature': secrets.map((secret) => `v1,${signatureOf(secret, `${notice.uid}.${seconds}.${body}`)}`).join(' '),
    },
  };
}

const signatureOf = (secret: string, signed: string): string =>
  createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
    .update(signed)
    .digest('base64');

/** A secret of 32 bytes as receivers' libraries expect it. */
export const secretText = (bytes: Buffer): string => `${prefix}${bytes.toString('base64')}`;
