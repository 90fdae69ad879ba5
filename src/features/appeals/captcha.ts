/** A check that a person sends the page: digits drawn as a picture, or a question in words for those who cannot see it. Works without the internet; the token carries its answer sealed, and serves once. */
import { randomInt } from 'node:crypto';
import type { Clock } from '#platform/clock/clock.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Captcha } from './publicContract.ts';
import { drawDigits } from './drawDigits.ts';

interface Asked {
  readonly answer: string;
  readonly seed: number;
  readonly until: number;
}

const minutes = 15;
const digits = 5;
const remembered = 10_000;

export interface Captchas {
  ask(kind: 'picture' | 'words'): Captcha;
  /** The picture of a token as SVG; undefined for a token that is not ours or over. */
  draw(token: string): string | undefined;
  /** Whether the answer is right; the token is used up by a right answer and by a wrong one. */
  passes(passed: { readonly token: string; readonly answer: string }): boolean;
}

export function openCaptchas(keys: Keys, clock: Clock): Captchas {
  const used = new Set<string>();
  const read = (token: string): Asked | undefined => {
    try {
      const asked = JSON.parse(keys.openText(Buffer.from(token, 'base64url'))) as Asked;
      return asked.until > clock.now().getTime() ? asked : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    ask(kind) {
      const { answer, question } = kind === 'picture' ? drawn() : asked();
      const sealed: Asked = { answer, seed: randomInt(2 ** 31), until: clock.now().getTime() + minutes * 60_000 };
      const token = keys.sealText(JSON.stringify(sealed)).toString('base64url');
      return { token, picture: kind === 'picture' ? `/public/captcha/picture?token=${token}` : null, question };
    },
    draw: (token) => {
      const asked = read(token);
      return asked && drawDigits(asked.answer, asked.seed);
    },
    passes({ token, answer }) {
      const asked = read(token);
      if (asked === undefined || used.has(token)) return false;
      used.add(token);
      if (used.size > remembered) used.delete(used.values().next().value ?? '');
      return answer.normalize('NFKC').replace(/\s/g, '') === asked.answer;
    },
  };
}

interface Question {
  readonly answer: string;
  readonly question: Captcha['question'];
}

function drawn(): Question {
  const answer = Array.from({ length: digits }, () => String(randomInt(10))).join('');
  return { answer, question: { zh: '请输入图中的五个数字', en: 'Type the five digits of the picture' } };
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const inEnglish = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const places = [
  ['第一', 'first'],
  ['第二', 'second'],
  ['第三', 'third'],
  ['第四', 'fourth'],
] as const;

/** Read out by a screen reader as it stands. */
function asked(): Question {
  const numbers = places.map(() => randomInt(10));
  const at = randomInt(places.length);
  const [zh, en] = places[at] ?? places[0];
  return {
    answer: String(numbers[at]),
    question: {
      zh: `有四个数：${numbers.map((number) => numerals[number]).join('、')}。请写出其中${zh}个数（写数字）`,
      en: `There are four numbers: ${numbers.map((number) => inEnglish[number]).join(', ')}. Type the ${en} of them as a digit`,
    },
  };
}
