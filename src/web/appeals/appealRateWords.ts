/** Words of the page on how appeals go. */
import { defineWords } from '../parts/language.ts';

export const appealRateWords = defineWords('appealRates', {
  title: { zh: '诉求办理情况', en: 'How appeals go' },
  note: { zh: '按诉求登记日期统计', en: 'Counted over the appeals that came between two days' },
  help1: {
    zh: '按时率：已完成或已到期的时限中，按时完成的比例；退回不停表，经批准的延期按新的时限算。',
    en: 'In time: of the clocks that were met or are over, those met in time. A return stops no clock; a granted extension moves its end.',
  },
  help2: {
    zh: '重新办理按已答复的算，满意按作出评价的算，其余按全部算。您看不到的诉求不计入。',
    en: 'Re-opened of those answered, satisfied of those judged, the rest of all. Appeals that you do not see are not counted.',
  },
  toList: { zh: '诉求', en: 'Appeals' },
  none: { zh: '这段时间没有诉求', en: 'No appeal came in this time' },
  appeals: { zh: '诉求', en: 'Appeals' },
  closed: { zh: '办结', en: 'Closed' },
  acceptInTime: { zh: '受理按时', en: 'Accepted in time' },
  answerInTime: { zh: '答复按时', en: 'Answered in time' },
  reviewInTime: { zh: '复查按时', en: 'Reviewed in time' },
  reReviewInTime: { zh: '复核按时', en: 'Re-reviewed in time' },
  returned: { zh: '退回', en: 'Returned' },
  reopened: { zh: '重新办理', en: 'Re-opened' },
  refused: { zh: '不予受理', en: 'Not accepted' },
  merged: { zh: '并案', en: 'Merged' },
  repeated: { zh: '重复', en: 'Said again' },
  satisfied: { zh: '满意', en: 'Satisfied' },
});
