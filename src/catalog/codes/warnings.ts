/** Code lists about warnings. */
import { codeList } from './codeList.ts';

export const level = codeList('LEVEL', 'O analogy to 突发事件应对法 art. 63; internal monitoring levels, not a public 预警', [
  ['1', '红', 'red'],
  ['2', '橙', 'orange'],
  ['3', '黄', 'yellow'],
  ['4', '蓝', 'blue'],
]);

export const clue = codeList('CLUE', 'O', [
  ['1', '系统', 'rule'],
  ['2', '自报', 'self-report'],
  ['3', '走访', 'visit'],
  ['4', '部门', 'department'],
  ['5', '迁出地', 'place of origin'],
]);

export const verdict = codeList('VERDICT', 'O', [
  ['1', '属实', 'true'],
  ['2', '已解决', 'already solved'],
  ['3', '误报', 'false alarm'],
  ['4', '待补', 'more facts needed'],
]);

export const falseReason = codeList('FALSE_REASON', 'O', [
  ['1', '数据错误', 'wrong data'],
  ['2', '外出务工', 'away for work'],
  ['3', '重复', 'duplicate'],
  ['9', '其他', 'other'],
]);

export const returnReason = codeList('RETURN_REASON', 'O', [
  ['1', '不属本单位职责', 'not our duty'],
  ['2', '不属本辖区', 'not our area'],
  ['3', '对象已迁出', 'the household has moved'],
  ['4', '须部门办理', 'a department has to do it'],
  ['9', '其他', 'other'],
]);

/** Reasons for which a statutory time limit stands still. */
export const pauseReason = codeList(
  'PAUSE_REASON',
  'GK the suspensions of administrative time limits; to be checked by the lawyer of the prefecture',
  [
    ['1', '不可抗力', 'force majeure'],
    ['2', '须以诉讼、仲裁、复议结果为依据', 'a court, arbitration or review has to decide first'],
    ['3', '鉴定、检验、评估期间', 'an expert is examining'],
    ['4', '依法须公示、听证期间', 'publicity or hearing required by law'],
  ],
);

export const silenceReason = codeList('SILENCE_REASON', 'O', [
  ['1', '已有项目在解决', 'a project under way solves it'],
  ['2', '等待政策或上级批复', 'waits for a decision from above'],
  ['3', '对象外出，约定返回后办理', 'away; agreed for the return'],
  ['4', '数据正在更正', 'the data are being corrected'],
  ['9', '其他', 'other'],
]);

export const subjectKind = codeList('SUBJECT_KIND', 'O', [
  ['person', '人员', 'person'],
  ['household', '户', 'household'],
  ['settlement', '安置点', 'settlement'],
  ['dispute', '矛盾纠纷', 'dispute'],
  ['appeal', '群众诉求', 'appeal'],
  ['school', '学校', 'school'],
  ['clinic', '医疗机构', 'clinic'],
  ['facility', '设施', 'facility'],
  ['device', '设备', 'device'],
  ['building', '楼栋', 'building'],
]);
