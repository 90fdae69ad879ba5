/** The seven aspects (7个方面) under which the items stand, in their order, each with the folder of its items; five are named in the source document, F and G are proposals. */
export const aspects = [
  { code: 'A', zh: '基本公共服务配套', en: 'Basic public-service provision', folder: 'provision' },
  { code: 'B', zh: '居住', en: 'Housing', folder: 'housing' },
  { code: 'C', zh: '就业', en: 'Employment', folder: 'employment' },
  { code: 'D', zh: '就学', en: 'Schooling', folder: 'schooling' },
  { code: 'E', zh: '就医', en: 'Health care', folder: 'healthCare' },
  { code: 'F', zh: '收入与社会保障', en: 'Income and social protection', folder: 'incomeAndProtection' },
  { code: 'G', zh: '融入与社区治理', en: 'Integration and community governance', folder: 'integration' },
] as const;

export type AspectCode = (typeof aspects)[number]['code'];
