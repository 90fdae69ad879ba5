/** Passwords: hashed with argon2id, held to the rules, compared in the same time whether or not somebody has the name. */
import { hash, verify } from '@node-rs/argon2';
import { randomInt } from 'node:crypto';
import { problems } from './problems.ts';

/** How many former passwords may not come again. */
export const remembered = 5;
/** Days after which a password has to be changed (等保 2.0: regular change). */
export const longestUse = 90;

const shortest = 10;
const longest = 128;
/** OWASP's recommendation for argon2id, which is the library's default: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a password, with its own salt and costs inside. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

const nobodys = hashPassword('nobody has this password');

/** Whether a password fits a hash; without one it works as long and answers no. */
export async function fits(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodys), password.normalize('NFKC'));
  return passwordHash !== null && matches;
}

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];
const common = [
  'password',
  'passw0rd',
  'qwerty',
  'asdfgh',
  'zxcvbn',
  'letmein',
  'welcome',
  'iloveyou',
  'anju',
  'admin',
  'woaini',
  '5201314',
  '1314520',
];

/** Throws `accounts.password-weak` with all that is missing. */
export function checkPassword(password: string, login: string): void {
  const lower = password.toLowerCase();
  const rules: readonly [boolean, string, string][] = [
    [[...password].length < shortest, `至少 ${shortest} 个字符`, `at least ${shortest} characters`],
    [[...password].length > longest, `最多 ${longest} 个字符`, `at most ${longest} characters`],
    [kinds.filter((kind) => kind.test(password)).length < 3, '小写、大写、数字、符号至少三种', 'three of: small letters, capitals, digits, signs'],
    [lower.includes(login.toLowerCase()), '不能含用户名', 'not the user name'],
    [common.some((word) => lower.includes(word)), '不能含常见密码', 'no common password'],
    [hasRun(lower), '不能有四个以上连续或重复的字符', 'no four characters in a row or alike'],
  ];
  const broken = rules.filter(([isBroken]) => isBroken);
  if (broken.length > 0) {
    throw problems['password-weak']({ zh: broken.map(([, zh]) => zh).join('，'), en: broken.map(([, , en]) => en).join(', ') });
  }
}

/** `1234`, `dcba`, `aaaa`. */
function hasRun(text: string): boolean {
  const codes = [...text].map((char) => char.codePointAt(0) ?? 0);
  return codes.some((_, at) =>
    [-1, 0, 1].some((step) => [1, 2, 3].every((next) => codes[at + next] !== undefined && codes[at + next] === (codes[at] ?? 0) + step * next)),
  );
}

const letters = 'abcdefghjkmnpqrstuvwxyz';
const digits = '23456789';

/** A password for one use, easy to read out: letters and digits that are not mistaken for each other. */
export function oneTimePassword(): string {
  const draw = (from: string, count: number): string => Array.from({ length: count }, () => from[randomInt(from.length)]).join('');
  for (;;) {
    const password = `${draw(letters.toUpperCase(), 4)}-${draw(letters, 4)}-${draw(digits, 4)}`;
    if (!hasRun(password.toLowerCase())) return password;
  }
}
