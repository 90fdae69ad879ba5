/** The seven aspects (7个方面) under which the items stand, in their order; five are named in the source document, F and G are proposals. */
export const aspects = [
  { code: 'A', zh: '基本公共服务配套', en: 'Basic public-service provision' },
  { code: 'B', zh: '居住', en: 'Housing' },
  { code: 'C', zh: '就业', en: 'Employment' },
  { code: 'D', zh: '就学', en: 'Schooling' },
  { code: 'E', zh: '就医', en: 'Health care' },
  { code: 'F', zh: '收入与社会保障', en: 'Income and social protection' },
  { code: 'G', zh: '融入与社区治理', en: 'Integration and community governance' },
] as const;

export type AspectCode = (typeof aspects)[number]['code'];
