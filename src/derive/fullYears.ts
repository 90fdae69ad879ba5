/** Age in full years on a day; 29 February turns a year older on 1 March. */
export function fullYears(birthDate: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
}
