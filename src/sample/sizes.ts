/** How many people live in each settlement: a few large ones, many small ones, and exactly the whole number together. */

/** Head counts of the settlements, largest first. */
export function settlementSizes(people: number, settlements: number): number[] {
  const weights = Array.from({ length: settlements }, (_, rank) => weightOf(rank, settlements));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.floor((people * weight) / total));
  const left = people - sizes.reduce((sum, size) => sum + size, 0);
  for (let rank = 0; rank < left; rank += 1) sizes[rank] = (sizes[rank] ?? 0) + 1;
  return sizes;
}

/** In a small prefecture two settlements hold more than half of the people, so that one doctor can be too few for them. */
function weightOf(rank: number, settlements: number): number {
  if (settlements > 20) return Math.exp(-rank / 18) + 0.017;
  if (rank === 0) return 0.345;
  if (rank === 1) return 0.262;
  return (0.393 * 0.8 ** rank) / 2.56;
}
