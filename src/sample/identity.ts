/** Made-up identity numbers and organisation codes with right check digits; the division code 522399 belongs to no county. */
import { civil, type Day } from './days.ts';

const divisionCode = '522399';
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idCheck = '10X98765432';

/** The check character of an identity number (GB 11643) from its first 17 digits. */
export function idCheckCharacter(first17: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += (first17.charCodeAt(place) - 48) * (idWeights[place] ?? 0);
  return idCheck.charAt(sum % 11);
}

/** Gives out identity numbers, never one twice. */
export class IdentityOffice {
  private readonly given = new Map<number, number>();

  /** The next number for a birth date and a sex (1 male: odd, 2 female: even). */
  next(birth: Day, sex: 1 | 2): string {
    const slot = birth * 2 + sex;
    const count = this.given.get(slot) ?? 0;
    this.given.set(slot, count + 1);
    const sequence = count * 2 + (sex === 1 ? 1 : 2);
    if (sequence > 999) throw new RangeError(`no identity number left for ${civil(birth).iso}`);
    const first17 = `${divisionCode}${civil(birth).iso.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return first17 + idCheckCharacter(first17);
  }
}

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A unified social credit code (GB 32100) of the unassigned division 522399 for a serial number. */
export function organisationCode(serial: number): string {
  const first17 = `91${divisionCode}${String(serial).padStart(9, '0')}`;
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += usccAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return first17 + usccAlphabet.charAt((31 - (sum % 31)) % 31);
}

/** A mobile number for a serial number; the numbers of this made-up range are written with 199 00 at the front. */
export const mobileNumber = (serial: number): string => `199${String(serial % 100_000_000).padStart(8, '0')}`;
