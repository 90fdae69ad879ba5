/** Sends short messages through a provider: what a provider must be able to do, and one that takes JSON by HTTP as an example. */
import type { Post } from './post.ts';

/** A short message. */
export interface ShortMessage {
  /** The same at each attempt. */
  readonly id: string;
  /** Digits of a mobile phone. */
  readonly to: string;
  readonly text: string;
}

/** A provider; throws a `SendFailure`. Another one is another file like this, and its choice in `outgoing.ts`. */
export interface Sms {
  send(message: ShortMessage): Promise<void>;
}

/** Where the gateway of the example takes messages, and the token that it knows us by. */
export interface SmsSettings {
  readonly url: string;
  readonly token?: string;
}

/** Posts `{ id, phone, text }` with a bearer token; any 2xx counts as taken. */
export function smsByHttp({ url, token }: SmsSettings, post: Post): Sms {
  return {
    send: async ({ id, to, text }) => {
      await post({
        url,
        body: JSON.stringify({ id, phone: to, text }),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'idempotency-key': id,
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
      });
    },
  };
}
