/** Plain words for the one who appeals: what each state means, what comes next, and where else to turn when nothing can be done here. */
import type { StateOf } from './lifecycle.ts';
import type { appealLifecycle } from './appeal.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}
type AppealState = StateOf<typeof appealLifecycle>;

/** What shows itself about appeals without anybody saying so. */
export const appealMarks = ['overdue', 'soon', 'returned', 're-opened', 'unsatisfied', 'extension-asked', 'repeated', 'accusation'] as const;

/** Whom a resident complains about, in their words. */
export const complainedAbout = ['nobody', 'community', 'street', 'county'] as const;

/** What a state means to the one who appeals. */
export const plainStates: Readonly<Record<AppealState, Words>> = {
  received: { zh: '您说的事我们收到了，正在看由谁来办。', en: 'We have it. We are looking who has to do it.' },
  accepted: { zh: '已经受理，正在交给能办的单位。', en: 'It is accepted and is being passed to those who can do it.' },
  handling: { zh: '有单位正在办。', en: 'Somebody is working on it.' },
  answered: { zh: '已经答复您。请看答复，告诉我们您满意不满意。', en: 'You have an answer. Read it, and tell us whether you are satisfied.' },
  closed: { zh: '这件事办完了。不满意还可以再提。', en: 'It is done. If you are not satisfied you can say so.' },
  reviewing: { zh: '上级单位正在复查。', en: 'A higher office is looking at it again.' },
  reviewed: { zh: '复查有了结果。不服还可以请求复核。', en: 'The higher office has answered. You can ask for one more review.' },
  're-reviewing': { zh: '再上一级正在复核。', en: 'The next higher office is looking at it.' },
  refused: { zh: '这件事不能在这里办。下面写着原因和该找谁。', en: 'This cannot be done here. Below stands why, and where to turn.' },
  final: { zh: '复核已经作出，这件事到此终结。', en: 'The last review is done. It is decided for good.' },
  archived: { zh: '这件事已经归档。有新情况请重新提。', en: 'It is filed away. If something is new, tell us again.' },
  withdrawn: { zh: '您已经撤回。需要时可以重新提。', en: 'You took it back. You can tell us again when you need to.' },
  merged: {
    zh: '有人反映了同一件事，已合在一起办。下面是合并后的进展。',
    en: 'Others told us the same: it is handled together. Below stands how far it is.',
  },
};

/** Where else to turn, by the lawful reason why an appeal is not accepted. */
export const elsewhereFor: Readonly<Record<string, Words>> = {
  '1': {
    zh: '向人民法院、劳动人事争议仲裁委员会或行政复议机关提出；请不起律师可到社区法律援助点或拨打 12348。',
    en: 'Turn to the court, labour arbitration or the office of administrative review; for free legal aid go to the legal aid point of the community or call 12348.',
  },
  '2': { zh: '向纪检监察机关举报，可拨打 12388。', en: 'Report it to the discipline inspection and supervision office: call 12388.' },
  '3': { zh: '向有权处理的机关提出；不知道找谁，可拨打 12345 问。', en: 'Turn to the authority in charge; if you do not know which, call 12345.' },
  '4': { zh: '同一件事已在办理，请用原来的编号和查询码看进展。', en: 'The same matter is in hand: follow it by its first number and code.' },
  '5': { zh: '这件事已有终结意见。有新的事实和证据可以重新提出。', en: 'It was decided for good. With new facts and evidence you can appeal again.' },
  '6': {
    zh: '请把涉及秘密和他人隐私的内容去掉后重新提出，或当面向有关机关反映。',
    en: 'Leave out what is secret or private to others and appeal again, or tell the authority in person.',
  },
  '7': { zh: '请到社区服务窗口当面说清，或拨打 12345 补充。', en: 'Come to the counter of the community and explain, or call 12345.' },
};

/** What was done, told to the one who appealed; what is not here is between the units. */
export const plainSteps: Readonly<Record<string, Words>> = {
  create: { zh: '您提交了诉求', en: 'You told us' },
  accept: { zh: '已受理', en: 'It was accepted' },
  refuse: { zh: '不予受理', en: 'It was not accepted' },
  reconsider: { zh: '经纠正，重新处理', en: 'That was mended: it goes on' },
  dispatch: { zh: '交给“{unit}”办理', en: 'It was given to “{unit}”' },
  transfer: { zh: '改由“{unit}”办理', en: 'It was given to “{unit}” instead' },
  return: { zh: '承办单位退回，正在另行安排，时限不变', en: 'The unit gave it back: another is being found, the time limit stays' },
  grant: { zh: '经批准延期到{until}', en: 'The time was extended until {until}' },
  reply: { zh: '已答复', en: 'You were answered' },
  'follow-up': { zh: '已回访', en: 'You were asked how it went' },
  judge: { zh: '您作了评价', en: 'You judged' },
  'send-back': { zh: '退回重办', en: 'It was sent back to be done again' },
  close: { zh: '办结', en: 'It was closed' },
  're-open': { zh: '重新办理', en: 'It was opened again' },
  'ask-review': { zh: '您请求复查', en: 'You asked for a review' },
  review: { zh: '复查已答复', en: 'The review was answered' },
  'ask-re-review': { zh: '您请求复核', en: 'You asked for a re-review' },
  're-review': { zh: '复核已答复，终结', en: 'The re-review was answered: it is final' },
  withdraw: { zh: '您撤回了诉求', en: 'You took it back' },
  merge: { zh: '与同一件事合并办理', en: 'It was put together with the same matter' },
};
