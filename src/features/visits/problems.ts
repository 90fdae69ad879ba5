/** What can be refused about visits. */
import { defineProblems } from '#platform/problems/problem.ts';

export const problems = defineProblems('visits', {
  'household-not-found': {
    kind: 'not-found',
    zh: '没有这一户，或者它不在您的辖区内。',
    en: 'There is no such household, or it lies outside your area.',
  },
  'not-found': { kind: 'not-found', zh: '没有这次走访，或者它不在您的辖区内。', en: 'There is no such visit, or it lies outside your area.' },
  'answer-not-found': { kind: 'not-found', zh: '没有这条答复，或者它不在您的辖区内。', en: 'There is no such answer, or it lies outside your area.' },
  'photo-not-found': { kind: 'not-found', zh: '没有这张照片，或者您不能查看。', en: 'There is no such photo, or you may not see it.' },
  unreadable: {
    kind: 'invalid',
    zh: '这条走访填写不完整或格式不对（{where}），请打开它改正后重发；其余的已照常处理。',
    en: 'This visit is incomplete or malformed ({where}): open it, mend it and send it again; the others were dealt with.',
  },
  'says-nothing': {
    kind: 'invalid',
    zh: '这次走访还没有内容：请至少勾选见到了谁，或填一项答复、一个问题、一条走访记录、一步预警办理；家里没人的，请选“家里没人”。',
    en: 'The visit says nothing yet: tick who was met, or give an answer, a problem, a note or a step of a warning; where nobody was at home, choose “Nobody was at home”.',
  },
  'in-future': {
    kind: 'invalid',
    zh: '走访时间晚于现在，请检查手机的日期和时间。',
    en: 'The visit lies in the future: check the clock of the phone.',
  },
  refused: { kind: 'invalid', zh: '走访没有通过检查：{zh}', en: 'The visit did not pass the checks: {en}' },
  failed: {
    kind: 'broken',
    zh: '这条走访暂时没能保存，请保留并稍后重发；请求编号 {request}。',
    en: 'This visit could not be saved now: keep it and send it again; request {request}.',
  },
  'stranger-met': { kind: 'invalid', zh: '“{person}”不是这一户的成员，请重新选择。', en: '“{person}” is no member of the household: choose again.' },
  'next-try-past': { kind: 'invalid', zh: '再访日期应在走访日之后。', en: 'The next try must come after the visit.' },
  'warning-elsewhere': { kind: 'invalid', zh: '预警{warning}不是这一户的。', en: 'Warning {warning} is not about this household.' },
  'not-asked': {
    kind: 'invalid',
    zh: '这一项不在走访可问的内容里，或您不能填写。',
    en: 'This is not among what a visit may ask, or you may not answer it.',
  },
  'beside-refused': {
    kind: 'invalid',
    zh: '同一行的“{field}”有问题，这一项一起退回，没有丢失。',
    en: '“{field}” of the same row is wrong: this answer came back with it and is kept.',
  },
  conflict: {
    kind: 'conflict',
    zh: '您走访期间“{field}”已被他人更改，两个答案都已保留，等待核定。',
    en: '“{field}” was changed by somebody else meanwhile: both answers are kept until a person decides.',
  },
  'settled-already': { kind: 'conflict', zh: '这条答复已经处理过了。', en: 'The answer was settled already.' },
  'changed-meanwhile': {
    kind: 'conflict',
    zh: '台账的值在您打开后又变了，请看过新值再决定。',
    en: 'The register changed after you opened it: look at the new value, then decide.',
  },
  'value-needed': { kind: 'invalid', zh: '请填写核定后的值。', en: 'Write the value that was decided on.' },
  'not-yours': { kind: 'not-allowed', zh: '只能改正自己走访中被退回的答复。', en: 'Only refused answers of one’s own visits may be mended.' },
  'photo-type': { kind: 'invalid', zh: '照片须是 JPEG 或 PNG。', en: 'A photo must be a JPEG or PNG.' },
  'photo-size': {
    kind: 'invalid',
    zh: '照片不能超过 {megabytes} MB。网页发送前会缩小到长边 1600 像素；其他程序请先照此缩小再传。',
    en: 'A photo may have {megabytes} MB at most. The page makes photos smaller before it sends them, to 1600 pixels at the longest side; other programs have to do the same.',
  },
  'photo-missing': { kind: 'invalid', zh: '没有收到照片，请重新选择。', en: 'No photo came: choose it again.' },
  'photos-full': { kind: 'conflict', zh: '一次走访最多 {most} 张照片。', en: 'A visit has at most {most} photos.' },
});
