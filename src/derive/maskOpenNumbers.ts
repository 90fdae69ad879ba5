/** Masks identity numbers and phones in texts that people wrote: names of files, purposes, user names. */
import { maskNumber } from './mask.ts';

/** 18 or 15 characters of an identity number, 11 digits of a mobile phone, not part of a longer number; spaces may divide them. */
const openNumber = /(?<!\d)(?:\d(?: ?\d){16} ?[\dXx]|\d(?: ?\d){14}|1 ?[3-9](?: ?\d){9})(?!\d)/g;
const hash = /^[0-9a-f]{64}$/;

/** The same value with every open number in its texts masked. Hashes stay as they are: their digits say nothing. */
export function maskOpenNumbers<Value>(value: Value): Value {
  return mask(value) as Value;
}

function mask(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(mask);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [maskText(name), mask(inner)]));
}

function maskText(text: string): string {
  if (hash.test(text)) return text;
  // Wide digits are numbers too; a text without any stays as it was written.
  const plain = text.normalize('NFKC');
  const masked = plain.replace(openNumber, (found) => maskNumber(found.replaceAll(' ', '')));
  return masked === plain ? text : masked;
}
