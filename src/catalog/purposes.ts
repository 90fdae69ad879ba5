/** What for a hidden number or name of a person may be shown whole, and for how long. */

/** The lawful purposes for which a whole number or name may be asked. */
export const purposes = {
  'verify-identity': { zh: '核验身份', en: 'to verify who somebody is' },
  'contact-person': { zh: '联系本人或家属', en: 'to reach the person or the family' },
  'handle-warning': { zh: '办理预警、工单', en: 'to handle a warning or work order' },
  'handle-benefit': { zh: '办理待遇、参保、理赔', en: 'to handle a benefit, insurance or claim' },
  'correct-data': { zh: '核对、更正数据', en: 'to check or correct data' },
  'supervise-inspect': { zh: '督查、审计', en: 'to supervise or audit' },
  'lawful-request': { zh: '有关机关依法调取', en: 'an authority asks for it by law' },
} as const;
export type Purpose = keyof typeof purposes;

/** Least and most characters of the reason in a person's own words. */
export const reasonLength = { least: 6, most: 200 } as const;
/** Seconds for which a screen shows the value. */
export const secondsShown = 60;
/** How many values one person may be shown in an hour: what may be set, and what holds where nothing is. */
export const revealBounds = { least: 1, most: 1000, usual: 30 } as const;
