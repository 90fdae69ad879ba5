/** How alike two texts are: the share of pairs of neighbouring signs that they have in common (Dice), 0 to 1. Signs are Chinese characters, letters and digits; blanks and marks do not count. */

function pairsOf(text: string): Set<string> {
  const signs = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ];
  if (signs.length < 2) return new Set(signs);
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`));
}

export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return (2 * common) / (a.size + b.size);
}
