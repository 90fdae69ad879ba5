/** The settings of what leaves the house: its public address, the mail server, the gateway of short messages, and relays. */
import type { MailSettings } from '../outgoing/mail.ts';
import type { SmsSettings } from '../outgoing/sms.ts';
import { defineProblems } from '../problems/problem.ts';
import { isOnThisMachine } from './oidcSettings.ts';

const problems = defineProblems('settings', {
  address: {
    kind: 'invalid',
    zh: 'ANJU_ADDRESS 须是本系统的网址，如 https://anju.example.gov.cn。',
    en: 'ANJU_ADDRESS must be the address of this house, as https://anju.example.gov.cn.',
  },
  smtp: {
    kind: 'invalid',
    zh: 'ANJU_SMTP 须形如 smtps://用户:密码@主机:465 或 smtp://主机:25（不用 TLS 时加 ?tls=off）。',
    en: 'ANJU_SMTP must look like smtps://user:password@host:465 or smtp://host:25 (with ?tls=off to do without TLS).',
  },
  'mail-from': {
    kind: 'invalid',
    zh: '设置了 ANJU_SMTP，还须用 ANJU_MAIL_FROM 写明发件人，如 anju@example.gov.cn。',
    en: 'With ANJU_SMTP, ANJU_MAIL_FROM must name the sender, as anju@example.gov.cn.',
  },
  sms: {
    kind: 'invalid',
    zh: 'ANJU_SMS 须是短信网关的 https 地址（本机可用 http）。',
    en: 'ANJU_SMS must be the https address of the gateway of short messages (http only on this machine).',
  },
  relays: {
    kind: 'invalid',
    zh: 'ANJU_RELAYS 中的“{part}”不对：应为 主机:端口。',
    en: '“{part}” in ANJU_RELAYS is not right: it must be host:port.',
  },
});

export interface OutgoingSettings {
  /** Where people reach the house, without a slash at its end: ANJU_ADDRESS. */
  readonly address?: string;
  /** ANJU_SMTP and ANJU_MAIL_FROM. */
  readonly mail?: MailSettings;
  /** ANJU_SMS and ANJU_SMS_TOKEN. */
  readonly sms?: SmsSettings;
  /** Receivers that webhooks may call on this machine or by plain http, as `host:port`: ANJU_RELAYS. */
  readonly relays?: readonly string[];
}

/** Reads ANJU_ADDRESS, _SMTP, _MAIL_FROM, _SMS, _SMS_TOKEN and _RELAYS. */
export function readOutgoing({
  ANJU_ADDRESS: address,
  ANJU_SMTP: smtp,
  ANJU_MAIL_FROM: from,
  ANJU_SMS: sms,
  ANJU_SMS_TOKEN: token,
  ANJU_RELAYS: relays,
}: NodeJS.ProcessEnv): { readonly outgoing?: OutgoingSettings } {
  if (!address && !smtp && !sms && !relays) return {};
  return {
    outgoing: {
      ...(address && { address: readAddress(address) }),
      ...(smtp && { mail: readMail(smtp, from) }),
      ...(sms && { sms: { url: readGateway(sms), ...(token && { token }) } }),
      ...(relays && { relays: relays.split(',').map(readRelay) }),
    },
  };
}

function readAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw problems.address();
  return text.replace(/\/+$/, '');
}

function readMail(text: string, from: string | undefined): MailSettings {
  if (!/^smtps?:\/\/./.test(text) || !URL.canParse(text)) throw problems.smtp();
  const { protocol, hostname, port, username, password, searchParams } = new URL(text);
  if (hostname === '') throw problems.smtp();
  if (!from || !/^[^<>]*<?[^\s@<>]+@[^\s@<>]+>?$/.test(from)) throw problems['mail-from']();
  const isSecure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (isSecure ? 465 : 25),
    isSecure,
    mayBeOpen: searchParams.get('tls') === 'off' || isOnThisMachine(text),
    ...(username !== '' && { user: decodeURIComponent(username), password: decodeURIComponent(password) }),
    from,
  };
}

function readGateway(text: string): string {
  if (!URL.canParse(text)) throw problems.sms();
  const { protocol } = new URL(text);
  if (protocol !== 'https:' && !(protocol === 'http:' && isOnThisMachine(text))) throw problems.sms();
  return text;
}

function readRelay(text: string): string {
  const part = text.trim();
  if (!/^[^\s:/]+:\d{1,5}$/.test(part)) throw problems.relays({ part });
  return part;
}
