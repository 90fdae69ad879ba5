/** The server's own certificate: read at the start, and again when its files change or SIGHUP comes, without a connection being dropped. */
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Server } from 'node:https';
import { createSecureContext } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import type { Log } from '../log/log.ts';
import { defineProblems } from '../problems/problem.ts';
import type { App } from './routes.ts';

const problems = defineProblems('http', {
  certificate: {
    kind: 'invalid',
    zh: '证书 {cert} 或私钥 {key} 不能使用（{reason}）。',
    en: 'The certificate {cert} or its key {key} cannot be used ({reason}).',
  },
});

/** Paths of certificate (with its chain) and key, in PEM. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Reads both and sees that they belong together; throws `http.certificate`. */
export function readCertificate({ cert, key }: TlsFiles): { cert: Buffer; key: Buffer } {
  try {
    const read = { cert: readFileSync(cert), key: readFileSync(key) };
    createSecureContext(read);
    return read;
  } catch (cause) {
    throw problems.certificate({ cert, key, reason: (cause as NodeJS.ErrnoException).code ?? 'PEM' }, { cause });
  }
}

/** How often the files are looked at, in milliseconds. */
const lookEvery = 5_000;

/** Takes a renewed certificate up. One that cannot be used is told to the log, and the one in use stays. */
export function keepCertificate(app: App, files: TlsFiles, log: Log): void {
  const takeUp = (): void => {
    try {
      const read = readCertificate(files);
      (app.server as unknown as Server).setSecureContext({ ...read, minVersion: 'TLSv1.2' });
      log.info('certificate-taken-up', { until: new X509Certificate(read.cert).validTo });
    } catch (error) {
      log.error('certificate-not-usable', error);
    }
  };
  const paths = [files.cert, files.key];
  app.addHook('onListen', async () => {
    for (const path of paths) watchFile(path, { interval: lookEvery, persistent: false }, takeUp);
    process.on('SIGHUP', takeUp);
  });
  app.addHook('onClose', async () => {
    for (const path of paths) unwatchFile(path, takeUp);
    process.off('SIGHUP', takeUp);
  });
}
