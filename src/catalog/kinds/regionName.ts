/** Resolves a place to the listed county, else to its prefecture or province: `522401` → 520000, 「贵州省贵阳市」 → 520000, 「黔西南州兴义市」 → 522301. */
import { region } from '../codes/places.ts';
import type { CodeEntry } from '../codes/codeList.ts';
import { normalText } from './cellText.ts';

interface Place {
  readonly entry: CodeEntry;
  readonly full: string;
  /** The name without 省, 市, 县 and the like. */
  readonly short: string;
}

const kindOfPlace = /(?:壮族自治区|回族自治区|维吾尔自治区|特别行政区|布依族苗族自治州|自治区|新区|省|市|县)$/;
const places: readonly Place[] = region.entries.map((entry) => {
  const full = normalText(entry.zh).replace(/\(旧\)$/, '');
  return { entry, full, short: full.replace(kindOfPlace, '') };
});
const isProvince = ({ entry }: Place): boolean => entry.code.endsWith('0000');
const isPrefecture = ({ entry }: Place): boolean => entry.code.endsWith('00') && !entry.code.endsWith('0000');
const provinces = places.filter(isProvince);
const prefectures = places.filter(isPrefecture);
const counties = places.filter((place) => !isProvince(place) && !isPrefecture(place));
const byCode = new Map(region.entries.map((entry) => [entry.code, entry]));

const between = /^[\s\-·/,、>]+/;
const areaCode = /^(\d{6})(?:\d{3}|\d{6})?$/;
// 海南州 lies in Qinghai, 兴仁镇 in many counties: a short name before these is another place.
const otherPlace = /^(?:[州县区镇乡村路街]|藏族|蒙古族)/;
const otherTown = /^[镇乡村路街]/;
const prefectureWord = /^(?:布依族苗族自治州|自治州|州)/;

/** The listed region of a six-digit code outside the list, of a longer area code, or of a name that begins with a listed one. */
export function regionOf(text: string, on: string): CodeEntry | undefined {
  const code = areaCode.exec(text)?.[1];
  if (code !== undefined) return text.length > 6 && isListed(code, on) ? byCode.get(code) : byCode.get(`${code.slice(0, 2)}0000`);
  const province = startOf(text, provinces, otherPlace);
  if (province === undefined) return withinGuizhou(text, on);
  return province.place.entry.code === '520000' ? (withinGuizhou(province.rest, on) ?? province.place.entry) : province.place.entry;
}

function isListed(code: string, on: string): boolean {
  const entry = byCode.get(code);
  return entry !== undefined && isCurrent(entry, on);
}

const isCurrent = (entry: CodeEntry, on: string): boolean => (entry.validFrom ?? '') <= on && on <= (entry.validTo ?? '9999');

/** County or prefecture of a text whose province is Guizhou or unsaid. */
function withinGuizhou(text: string, on: string): CodeEntry | undefined {
  const prefecture = startOf(text, prefectures, /^(?!)/);
  const rest = prefecture === undefined ? text : prefecture.rest.replace(prefectureWord, '').replace(between, '');
  const current = counties.filter(({ entry }) => isCurrent(entry, on));
  return (startOf(rest, current, otherTown) ?? prefecture)?.place.entry;
}

/** The place with whose name a text begins, the full name before the short one, and what follows it. */
function startOf(text: string, among: readonly Place[], notAfterShort: RegExp): { place: Place; rest: string } | undefined {
  const full = among.find((place) => text.startsWith(place.full));
  if (full !== undefined) return { place: full, rest: text.slice(full.full.length).replace(between, '') };
  const short = among.find((place) => text.startsWith(place.short) && !notAfterShort.test(text.slice(place.short.length)));
  return short && { place: short, rest: text.slice(short.short.length).replace(between, '') };
}
