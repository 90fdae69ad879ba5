/** Rights of the person over their data (个人信息保护法 arts. 44 to 50): what may be asked, who asks, and on which grounds data are erased. */

/** What may be asked, with the article that gives the right. */
export const rightKinds = {
  export: { zh: '查阅、复制', en: 'Copy of the data', article: '第四十五条' },
  correct: { zh: '更正、补充', en: 'Correction', article: '第四十六条' },
  restrict: { zh: '限制处理', en: 'Restriction', article: '第四十四条' },
  erase: { zh: '删除', en: 'Erasure', article: '第四十七条' },
} as const;
export type RightKind = keyof typeof rightKinds;

/** Where a request stands. */
export const rightStates = {
  open: { zh: '办理中', en: 'open' },
  done: { zh: '已办结', en: 'done' },
  standing: { zh: '限制中', en: 'standing' },
  lifted: { zh: '已解除', en: 'lifted' },
  waiting: { zh: '待复核', en: 'waiting for a second person' },
  erasing: { zh: '删除中', en: 'erasing' },
  refused: { zh: '不予办理', en: 'refused' },
} as const;
export type RightState = keyof typeof rightStates;

/** Who asks; whoever is not the person shows by what right. */
export const askers = {
  self: { zh: '本人', en: 'the person', needsProof: false },
  guardian: { zh: '监护人', en: 'the guardian', needsProof: true },
  kin: { zh: '近亲属（本人已去世）', en: 'next of kin (the person has died)', needsProof: true },
  office: { zh: '依职权', en: 'the office itself', needsProof: true },
} as const;
export type Asker = keyof typeof askers;

/** Grounds on which data are erased (art. 47). `evenActive`: also while the person is a relocated person to whom duties are open. */
export const erasureGrounds = {
  'purpose-done': { zh: '处理目的已实现、无法实现或者不再必要', en: 'the purpose is reached, or can no longer be', evenActive: false },
  'retention-over': { zh: '保存期限已届满', en: 'the retention period is over', evenActive: false },
  'consent-withdrawn': { zh: '个人撤回同意', en: 'consent was withdrawn', evenActive: false },
  unlawful: { zh: '违反法律、行政法规处理个人信息', en: 'the data were processed unlawfully', evenActive: true },
  'other-law': { zh: '法律、行政法规规定的其他情形', en: 'another law orders it', evenActive: true },
} as const;
export type ErasureGround = keyof typeof erasureGrounds;

/** What stands where a name or text was erased, and where one may not be shown. */
export const erasedMark = '已删除';
export const restrictedMark = { zh: '已限制', en: 'restricted' } as const;
