/** Numbers, money, days and months as officials write them, in either language. */
import { unitWords } from '#catalog/units.ts';
import type { Language } from './language.ts';

const grouped = new Intl.NumberFormat('en-US');

/** 12345 → 12,345. */
export function count(value: number): string {
  return grouped.format(value);
}

/** A value with a fixed number of decimals; a dash where nothing is counted. */
export function decimal(value: number | null, decimals: number): string {
  if (value === null) return '—';
  return value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** 3 of 4 → 75.0%; a dash where nothing is counted. */
export const share = (some: number, of: number): string => (of === 0 ? '—' : `${((some / of) * 100).toFixed(1)}%`);

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthName = (month: string): string => monthNames[Number(month) - 1] ?? month;

/** 2026-11-03 → 2026年11月3日 · 3 Nov 2026. */
export function day(iso: string, language: Language): string {
  const [year = '', month = '', date = ''] = iso.slice(0, 10).split('-');
  return language === 'zh' ? `${year}年${Number(month)}月${Number(date)}日` : `${Number(date)} ${monthName(month)} ${year}`;
}

/** 2026-11-01 → 2026年11月 · Nov 2026. */
export function month(iso: string, language: Language): string {
  const [year = '', number = ''] = iso.split('-');
  return language === 'zh' ? `${year}年${Number(number)}月` : `${monthName(number)} ${year}`;
}

/** The clock of the house, wherever the reader's screen stands: China has one time, and no summer time. */
const clockOfHouse = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString();

/** A moment by the clock of the house: 2026年11月3日 09:14. */
export function moment(iso: string, language: Language): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const here = clockOfHouse(at);
  return `${day(here, language)} ${here.slice(11, 16)}`;
}

/** Today by the clock of the house, as 2026-11-03. */
export const today = (): string => clockOfHouse(new Date()).slice(0, 10);

/** Whole days from one day to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000);
}

/** Yuan as officials write them: from a million on in 万元, from a hundred million on in 亿元. */
export function money(yuan: number, language: Language, decimals = 0): string {
  if (language === 'en') return `${decimal(yuan, Number.isInteger(yuan) ? 0 : decimals)} yuan`;
  if (Math.abs(yuan) >= 1e8) return `${trimmed(yuan / 1e8)}亿元`;
  if (Math.abs(yuan) >= 1e6) return `${trimmed(yuan / 1e4)}万元`;
  return `${decimal(yuan, Number.isInteger(yuan) ? 0 : decimals)}元`;
}

function trimmed(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

/** A unit, which the standard names in Chinese, in the language of the screen. */
export function unit(zh: string, language: Language): string {
  return unitWords(zh)[language];
}

/** A value of a fact or parameter with its unit. */
export function amount(value: boolean | number | null, unitZh: string, language: Language): string {
  if (value === null) return language === 'zh' ? '未知' : 'unknown';
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  const shown = value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  const plural = unit(unitZh, language);
  const shownUnit = language === 'en' && value === 1 ? plural.replace(/^(working day|\w+)s\b/, '$1') : plural;
  return shownUnit === '' ? shown : `${shown}${language === 'zh' && shownUnit !== '%' ? '' : ' '}${shownUnit}`.replace(/ %$/, '%');
}

/** The number of a building as people say it: 3 → 3栋. */
export function building(number: string): string {
  return /^[\dA-Za-z-]+$/.test(number) ? `${number}栋` : number;
}

/** 1234567 → 1.2 MB. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
