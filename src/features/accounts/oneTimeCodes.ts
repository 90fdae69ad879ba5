/** The second factor: six digits from an app on a phone (TOTP, RFC 6238), and recovery codes for the day on which the phone is lost. */
import { randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';

/** Seconds for which a code holds. */
const period = 30;

export const newTotpSecret = (): string => generateSecret();

/** The address that an app reads from a QR code. */
export const totpAddress = (login: string, secret: string): string => generateURI({ issuer: '安居 Anju', label: login, secret, period });

/** The time step of a code that fits (one step early or late is let pass); undefined when none fits, or when its step was used already. */
export async function stepOf(secret: string, code: string, now: Date, lastUsed: number | null): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({ secret, token: code, period, epoch, epochTolerance: period });
  if (!result.valid) return undefined;
  const step = Math.floor(epoch / period) + result.delta;
  return lastUsed !== null && step <= lastUsed ? undefined : step;
}

/** Ten codes, each good once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => {
    const text = randomBytes(5).toString('hex');
    return `${text.slice(0, 5)}-${text.slice(5)}`;
  });
