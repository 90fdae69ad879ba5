/** The settings of single sign-on: which provider vouches for people, and as whom we ask it. */
import { defineProblems } from '../problems/problem.ts';

const problems = defineProblems('settings', {
  'oidc-issuer': {
    kind: 'invalid',
    zh: 'ANJU_OIDC_ISSUER 须是 https 地址（本机可用 http）。',
    en: 'ANJU_OIDC_ISSUER must be an https address (http only on this machine).',
  },
  'oidc-client': {
    kind: 'invalid',
    zh: '设置了 ANJU_OIDC_ISSUER，还须设置 ANJU_OIDC_CLIENT_ID。',
    en: 'With ANJU_OIDC_ISSUER, ANJU_OIDC_CLIENT_ID must be set too.',
  },
});

/** A provider (OpenID Connect) and our registration with it. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Without a secret we are a public client, held by PKCE alone. */
  readonly clientSecret?: string;
  /** What the button of the sign-in page says. */
  readonly name: { readonly zh: string; readonly en: string };
  /** The claim that is a user name of ours: a first sign-in then links the account of that name. Absent: only an administrator links. */
  readonly match?: string;
}

/** Reads ANJU_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _NAME and _MATCH. */
export function readOidc({
  ANJU_OIDC_ISSUER: issuer,
  ANJU_OIDC_CLIENT_ID: clientId,
  ANJU_OIDC_CLIENT_SECRET: clientSecret,
  ANJU_OIDC_NAME: name,
  ANJU_OIDC_MATCH: match,
}: NodeJS.ProcessEnv): { readonly oidc?: OidcSettings } {
  if (!issuer) return {};
  if (!isSafe(issuer)) throw problems['oidc-issuer']();
  if (!clientId) throw problems['oidc-client']();
  return {
    oidc: {
      issuer,
      clientId,
      ...(clientSecret && { clientSecret }),
      name: name ? { zh: name, en: name } : { zh: '统一身份认证', en: 'Single sign-on' },
      ...(match && { match }),
    },
  };
}

/** Whether an address lies on this machine. */
export const isOnThisMachine = (address: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isOnThisMachine(address));
}
