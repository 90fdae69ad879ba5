/** The ways out of the house: posting to addresses, and mail and short messages where they are set up. */
import type { OutgoingSettings } from '../settings/outgoingSettings.ts';
import { type Mail, openMail } from './mail.ts';
import { openPost, type Post } from './post.ts';
import { type Sms, smsByHttp } from './sms.ts';

/** What can be sent, and how. */
export interface Outgoing {
  readonly post: Post;
  readonly mail?: Mail;
  readonly sms?: Sms;
  /** Where people reach the house, for links in what goes out; without it links are paths. */
  readonly address: string;
  /** Exceptions to which addresses may be called, as `host:port`. */
  readonly relays: readonly string[];
}

/** Opens the ways that the settings name. */
export function openOutgoing({ address = '', relays = [], mail, sms }: OutgoingSettings = {}): Outgoing {
  const post = openPost(relays);
  return {
    post,
    address,
    relays,
    ...(mail && { mail: openMail(mail) }),
    // The gateway is the administrator's own choice and may stand on this machine.
    ...(sms && { sms: smsByHttp(sms, openPost([hostAndPort(sms.url), ...relays])) }),
  };
}

function hostAndPort(text: string): string {
  const { protocol, hostname, port } = new URL(text);
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}
