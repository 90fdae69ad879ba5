/** Code lists about appeals. */
import { codeList } from './codeList.ts';

export const channel = codeList('CHANNEL', 'O', [
  ['1', '窗口', 'counter'],
  ['2', '网格上门', 'grid visit'],
  ['3', '电话12345', 'hotline 12345'],
  ['4', '小程序', 'mini-program'],
  ['5', '二维码', 'QR code'],
  ['6', '微警务群', 'police chat group'],
  ['7', '信件', 'letter'],
  ['8', '上级交办', 'assigned from above'],
  ['9', '系统外导入', 'imported from another system'],
]);

export const nature = codeList('NATURE', 'O', [
  ['1', '咨询', 'question'],
  ['2', '求助', 'request for help'],
  ['3', '投诉', 'complaint'],
  ['4', '举报', 'report of wrongdoing'],
  ['5', '建议', 'suggestion'],
  ['6', '申诉求决', 'plea for a decision'],
]);

export const appealCategory = codeList('APPEAL_CATEGORY', 'O local; GB/T 39666 to be loaded when available', [
  ['1', '设施配套', 'facilities'],
  ['2', '住房物业', 'housing and property'],
  ['3', '就业劳动', 'work and pay'],
  ['4', '教育就学', 'schooling'],
  ['5', '医疗医保', 'health and medical insurance'],
  ['6', '收入救助', 'income and relief'],
  ['7', '户籍证照', 'hukou and permits'],
  ['8', '社会治安', 'safety'],
  ['9', '邻里纠纷', 'disputes'],
  ['10', '土地权益', 'rural land rights'],
  ['11', '干部作风', 'conduct of staff'],
  ['99', '其他', 'other'],
]);

export const track = codeList('TRACK', 'O', [
  ['1', '12345', 'hotline rules'],
  ['2', '信访', 'petition rules'],
  ['3', '内部', 'internal rules'],
]);

export const appealResult = codeList('APPEAL_RESULT', 'O', [
  ['1', '解决', 'solved'],
  ['2', '部分解决', 'partly solved'],
  ['3', '解释疏导', 'explained'],
  ['4', '不予受理', 'not accepted'],
  ['5', '转办', 'referred on'],
  ['6', '撤回', 'withdrawn'],
]);

export const urgency = codeList('URGENCY', 'O', [
  ['1', '特急', '2 hours'],
  ['2', '紧急', '24 hours'],
  ['3', '一般', 'normal'],
  ['4', '缓办', 'may wait'],
]);

export const satis = codeList('SATIS', 'O', [
  ['1', '很满意', 'very satisfied'],
  ['2', '满意', 'satisfied'],
  ['3', '基本满意', 'fairly satisfied'],
  ['4', '不满意', 'not satisfied'],
  ['5', '未评', 'not rated'],
]);

export const review = codeList('REVIEW', 'O', [
  ['0', '无', 'none'],
  ['1', '复查中', 'first review under way'],
  ['2', '复查结', 'first review done'],
  ['3', '复核中', 'second review under way'],
  ['4', '终结', 'final'],
]);

/** Lawful reasons not to accept an appeal; where else to turn stands in `lifecycles/appealWays.ts`. */
export const appealRefusal = codeList(
  'APPEAL_REFUSAL',
  'P 信访工作条例 arts 20, 22, 31; GK the practice of 12345; to be checked by the lawyer of the prefecture',
  [
    ['1', '应由诉讼、仲裁、行政复议解决或正在其中', 'for a court, arbitration or administrative review'],
    ['2', '属纪检监察职权', 'for discipline inspection and supervision'],
    ['3', '不属本级受理范围', 'for another authority'],
    ['4', '同一事项正在办理', 'the same matter is in hand'],
    ['5', '同一事项已经终结', 'the same matter was decided for good'],
    ['6', '涉及国家秘密、商业秘密或他人隐私', 'touches secrets or the privacy of others'],
    ['7', '内容不明，无法联系核实', 'unclear, and nobody can be asked'],
  ],
);

export const reviewOutcome = codeList('REVIEW_OUTCOME', 'O', [
  ['1', '维持原答复', 'the answer stands'],
  ['2', '变更原答复', 'the answer is changed'],
  ['3', '撤销，责令重新办理', 'the answer is void: to be handled again'],
]);
