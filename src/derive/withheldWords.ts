/** What stands in place of a value that the caller may not see: never an empty place. */
export const withheldWords = { zh: '无权查看', en: 'withheld' } as const;
