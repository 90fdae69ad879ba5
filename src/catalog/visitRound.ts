/** When a household is due for a visit, and when somebody comes again after nobody was at home. */

/** A household that nobody has visited for so many days is due: absent households are contacted once a quarter. */
export const longNotVisitedDays = 90;

/** A child at risk is due so many days before the limit of D04 is reached, so that the visit comes before the warning. */
export const careLeadDays = 7;

/** After the first, second and third time that nobody was at home, one comes again after so many days; after the last, each time as long. */
export const againAfterDays: readonly [number, ...number[]] = [1, 3, 7];

/** States of a household (HH_STATUS) in which it is visited: everybody but those who left for good. */
export const visitedStates: readonly string[] = ['1', '2', '3'];

/** Why a household is due, the most urgent reasons first; each with the words of the screens. `key` names nobody: who may see children's data reads `care`. */
export const roundReasons = {
  order: { zh: '工单', en: 'work order' },
  care: { zh: '儿童关爱走访', en: 'care visit of a child' },
  key: { zh: '重点走访', en: 'household to look after' },
  again: { zh: '上次未遇，再访', en: 'nobody was home, come again' },
  questions: { zh: '台账待核', en: 'registers to be asked' },
  long: { zh: '久未走访', en: 'long not visited' },
} as const;

export type RoundReason = keyof typeof roundReasons;
