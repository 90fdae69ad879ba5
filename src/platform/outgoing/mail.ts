/** Sends letters by SMTP. */
import { createTransport } from 'nodemailer';
import { SendFailure } from './sendFailure.ts';

/** A mail server, and in whose name letters go. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else STARTTLS, which must succeed unless `mayBeOpen`. */
  readonly isSecure: boolean;
  /** Letters may go without TLS, as to a server on this machine. */
  readonly mayBeOpen: boolean;
  readonly user?: string;
  readonly password?: string;
  readonly from: string;
}

/** A letter of plain text. */
export interface Letter {
  /** The same at each attempt: receivers know the letter again by it. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends letters; throws a `SendFailure`. */
export interface Mail {
  send(letter: Letter): Promise<void>;
}

const patience = 10_000;

/** The mail server of the settings, connected for each letter. */
export function openMail({ host, port, isSecure, mayBeOpen, user, password, from }: MailSettings): Mail {
  const transport = createTransport({
    host,
    port,
    secure: isSecure,
    requireTLS: !isSecure && !mayBeOpen,
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // Letters hold text alone: nothing is read from files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.replace(/^.*@|>$/g, '') || host;
  return {
    send: async ({ id, to, subject, text }) => {
      await transport
        .sendMail({ from, to, subject, text, messageId: `<${id}@${domain}>`, headers: { 'Auto-Submitted': 'auto-generated' } })
        .catch((error: unknown) => {
          throw failureOf(error);
        });
    },
  };
}

/** A server that refuses one receiver for good (5xx to a letter) is not down; one that cannot be reached, or does not know us, is. */
function failureOf(error: unknown): SendFailure {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  if (typeof responseCode === 'number' && /^(RCPT|DATA)/.test(command ?? ''))
    return new SendFailure(`smtp ${responseCode}`, { isFinal: responseCode >= 500 }, { cause: error });
  const said =
    typeof responseCode === 'number' ? `smtp ${responseCode}` : typeof code === 'string' && /^[A-Z_0-9]{2,40}$/.test(code) ? code : 'failed';
  return new SendFailure(said, { isTargetDown: true }, { cause: error });
}
