/** The provider of single sign-on (OpenID Connect): sends people there and trusts what it says of them, once everything fits that attempt. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type IDToken,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  type TokenEndpointResponse,
} from 'openid-client';
import type { Log } from '#platform/log/log.ts';
import { isOnThisMachine, type OidcSettings } from '#platform/settings/oidcSettings.ts';
import { problems } from './problems.ts';

/** What is remembered of an attempt until the browser comes back, in that browser alone. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider vouches for. */
export interface Identity {
  readonly subject: string;
  /** The value of the claim that is a user name of ours, where that is declared and the provider has not called it unverified. */
  readonly login: string | undefined;
  /** Whether the provider says that it checked more than one factor. */
  readonly withSecondFactor: boolean;
}

export interface Provider {
  readonly issuer: string;
  readonly name: OidcSettings['name'];
  /** Where to send the browser, and what to remember; `back` is where the provider sends it then. */
  begin(back: string): Promise<{ address: string; attempt: Attempt }>;
  /** Reads what the browser brought back. Throws `accounts.provider-…`. */
  finish(came: URL, attempt: Attempt): Promise<Identity>;
  /** Where a browser signs out of the provider as well; undefined where the provider offers no such page, or cannot be asked. */
  leaveAddress(back: string): Promise<string | undefined>;
}

/** Seconds that the provider has for an answer. */
const patience = 6;
/** Milliseconds for which its description of itself is trusted. */
const trustedFor = 600_000;

/** Shows the secret in the way that the provider knows; where it does not say, as the standard has it. */
const withSecret =
  (secret: string): ClientAuth =>
  (server, ...rest) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? ClientSecretPost : ClientSecretBasic)(secret)(server, ...rest);

/** Nothing is asked before somebody signs in: a provider that is down keeps nobody from starting. */
export function openProvider({ issuer, clientId, clientSecret, name, match }: OidcSettings, log: Log): Provider {
  let known: { configuration: Configuration; until: number } | undefined;
  const configuration = async (): Promise<Configuration> => {
    if (known !== undefined && known.until > performance.now()) return known.configuration;
    const address = new URL(issuer);
    const found = await discovery(address, clientId, undefined, clientSecret === undefined ? None() : withSecret(clientSecret), {
      timeout: patience,
      execute: [enableNonRepudiationChecks, ...(isOnThisMachine(issuer) ? [allowInsecureRequests] : [])],
    }).catch((cause: unknown) => {
      log.error('provider-not-reached', cause);
      throw problems['provider-down']({}, { cause });
    });
    known = { configuration: found, until: performance.now() + trustedFor };
    return found;
  };
  /** The claim that is our user name: in the token itself, or where the provider tells more about a person. */
  const nameIn = async (claim: string, { access_token: token }: TokenEndpointResponse, told: IDToken): Promise<string | undefined> => {
    const found = await configuration();
    const tellsMore = told[claim] === undefined && found.serverMetadata().userinfo_endpoint !== undefined;
    const claims: Readonly<Record<string, unknown>> = tellsMore
      ? await fetchUserInfo(found, token, told.sub).catch((cause: unknown) => {
          throw problemOf(cause);
        })
      : told;
    const name = claims[`${claim}_verified`] === false ? undefined : claims[claim];
    return typeof name === 'string' ? name : undefined;
  };
  return {
    issuer,
    name,
    async begin(back) {
      const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: back,
        scope: 'openid profile',
        response_type: 'code',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, attempt };
    },
    async finish(came, { state, nonce, verifier }) {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const tokens = await authorizationCodeGrant(await configuration(), came, checks).catch((cause: unknown) => {
        const problem = problemOf(cause);
        log.error('provider-answer-refused', problem);
        throw problem;
      });
      const claims = tokens.claims();
      if (claims === undefined) throw problems['provider-answer']();
      return {
        subject: claims.sub,
        login: match === undefined ? undefined : await nameIn(match, tokens, claims),
        withSecondFactor: Array.isArray(claims['amr']) && claims['amr'].includes('mfa'),
      };
    },
    async leaveAddress(back) {
      const found = await configuration().catch(() => undefined);
      if (found?.serverMetadata().end_session_endpoint === undefined) return undefined;
      return buildEndSessionUrl(found, { post_logout_redirect_uri: back }).href;
    },
  };
}

/** Codes of answers that were read and do not fit; whatever else went wrong lies with the network or the provider. */
const untrusted = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_PARSE_ERROR',
  'OAUTH_KEY_SELECTION_FAILED',
];

function problemOf(cause: unknown): Error {
  if (cause instanceof AuthorizationResponseError) return problems['provider-refused']({}, { cause });
  if (cause instanceof ResponseBodyError && cause.status < 500) return problems['provider-answer']({}, { cause });
  if (cause instanceof ClientError && untrusted.includes(cause.code ?? '')) return problems['provider-answer']({}, { cause });
  return problems['provider-down']({}, { cause });
}
