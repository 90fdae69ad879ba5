/** What an administrator sets: options of the command first, then the environment, then what fits a first try. */
import { join, resolve } from 'node:path';
import { type SuiteName, suiteNamed } from '../crypto/suite.ts';
import { type Allowances, readAllowances } from '../http/allowances.ts';
import { type OidcSettings, readOidc } from './oidcSettings.ts';
import { type OutgoingSettings, readOutgoing } from './outgoingSettings.ts';
import { projectPath } from './projectFolder.ts';

/** Where daily backups go. */
export interface BackupPlace {
  readonly folder: string;
  readonly keep: number;
  /** A folder for the keys that the backups need, away from them and from the data: ANJU_BACKUP_KEYS. */
  readonly keysFolder?: string;
}

/** The settings of a process. */
export interface Settings {
  /** Keys, uploads, and the embedded database: ANJU_DATA or `--data`, else `.data` beside the program. */
  readonly dataFolder: string;
  /** A PostgreSQL server to use instead of the embedded one: ANJU_DATABASE_URL. */
  readonly databaseUrl?: string;
  /** The key file, where it is not `keys.json` in the data folder: ANJU_KEY_FILE. */
  readonly keyFile?: string;
  /** The text of the keys itself, from a secret store: ANJU_KEYS. */
  readonly keyText?: string;
  /** The suite of keys that are made from now on: ANJU_SUITE, aes (AES-256-GCM, HMAC-SHA-256) or sm (SM4, HMAC-SM3). */
  readonly suite?: SuiteName;
  /** Further host names that the server answers to, as behind a proxy: ANJU_HOSTS, separated by commas. */
  readonly hosts: readonly string[];
  /** A folder for daily backups, best on another disk: ANJU_BACKUP. The newest ANJU_BACKUP_KEEP (14) are kept. */
  readonly backup?: BackupPlace;
  /** How links of the audit chain are hashed, SHA-256 when absent: ANJU_AUDIT_HASH=sm3. */
  readonly auditHash?: 'sm3';
  /** Paths of certificate and key in PEM: ANJU_TLS_CERT and ANJU_TLS_KEY. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** The address to listen on, 127.0.0.1 when absent: ANJU_LISTEN. */
  readonly listen?: string;
  /** Addresses or networks (10.0.0.0/8) of proxies whose word about who asks, and whether by https, is taken: ANJU_PROXIES, separated by commas. */
  readonly proxies?: readonly string[];
  /** How many requests a caller may send, where it is not as declared: ANJU_LIMITS. */
  readonly allowances?: Partial<Allowances>;
  /** The provider of single sign-on: ANJU_OIDC_ISSUER and what belongs to it. */
  readonly oidc?: OidcSettings;
  /** What leaves the house, and by which ways: ANJU_SMTP, ANJU_SMS and others. */
  readonly outgoing?: OutgoingSettings;
}

/** Reads the settings; an empty variable counts as not set. */
export function readSettings(options: { readonly data?: string | undefined } = {}, environment: NodeJS.ProcessEnv = process.env): Settings {
  const {
    ANJU_DATA,
    ANJU_DATABASE_URL,
    ANJU_HOSTS,
    ANJU_BACKUP,
    ANJU_BACKUP_KEEP,
    ANJU_BACKUP_KEYS,
    ANJU_TLS_CERT: cert,
    ANJU_TLS_KEY: key,
  } = environment;
  const { ANJU_KEY_FILE, ANJU_KEYS, ANJU_SUITE, ANJU_AUDIT_HASH, ANJU_LISTEN, ANJU_PROXIES, ANJU_LIMITS } = environment;
  return {
    dataFolder: resolve(options.data || ANJU_DATA || projectPath('.data')),
    ...(ANJU_DATABASE_URL && { databaseUrl: ANJU_DATABASE_URL }),
    ...(ANJU_KEY_FILE && { keyFile: resolve(ANJU_KEY_FILE) }),
    ...(ANJU_KEYS && { keyText: ANJU_KEYS }),
    ...(ANJU_SUITE && { suite: suiteNamed(ANJU_SUITE) }),
    hosts: listOf(ANJU_HOSTS),
    ...(ANJU_BACKUP && {
      backup: {
        folder: resolve(ANJU_BACKUP),
        keep: Math.max(1, Number.parseInt(ANJU_BACKUP_KEEP ?? '', 10) || 14),
        ...(ANJU_BACKUP_KEYS && { keysFolder: resolve(ANJU_BACKUP_KEYS) }),
      },
    }),
    ...(ANJU_AUDIT_HASH === 'sm3' && { auditHash: 'sm3' }),
    ...(cert && key && { tls: { cert: resolve(cert), key: resolve(key) } }),
    ...(ANJU_LISTEN && { listen: ANJU_LISTEN }),
    ...(ANJU_PROXIES && { proxies: listOf(ANJU_PROXIES) }),
    ...(ANJU_LIMITS && { allowances: readAllowances(ANJU_LIMITS) }),
    ...readOidc(environment),
    ...readOutgoing(environment),
  };
}

const listOf = (text = ''): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** Where uploaded files lie, sealed. */
export function uploadsFolder(dataFolder: string): string {
  return join(dataFolder, 'uploads');
}
