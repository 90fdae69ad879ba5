/** Code lists about warnings and items. */
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

export const item = codeList('ITEM', 'O the 34 items of the standard; names follow the standard in force', [
  ['A01', '“十个一”设施配套到位率', '“Ten Ones” facility completeness'],
  ['A02', '公共服务设施停用天数', 'Facility out-of-service days'],
  ['A03', '学校教师配备达标', 'Teacher staffing ratio'],
  ['A04', '医务人员配备达标', 'Medical staffing'],
  ['A05', '义务教育学位保障与大班额', 'School places and large classes'],
  ['A06', '水电气暖网路等市政中断', 'Utility outage'],
  ['B01', '稳定入住', 'Stable occupancy'],
  ['B02', '住房质量安全隐患', 'Housing defect and safety hazard'],
  ['B03', '安置住房不动产权证办理', 'Housing title registration'],
  ['B04', '电梯消防等公共设备安全', 'Lift and fire equipment'],
  ['B05', '安居险保障与理赔时效', 'Housing-security insurance'],
  ['C01', '零就业家庭', 'Zero-employment household'],
  ['C02', '劳动力失业及援助未落实', 'Unemployed without assistance'],
  ['C03', '搬迁劳动力就业率', 'Labour employment rate'],
  ['C04', '集中返乡失业苗头', 'Mass return or lay-off signal'],
  ['C05', '工资与公益性岗位补贴拖欠', 'Wage or post-subsidy arrears'],
  ['C06', '就业险应赔未赔', 'Employment insurance unpaid'],
  ['D01', '义务教育辍学与疑似辍学', 'Dropout and suspected dropout'],
  ['D02', '转学入学衔接', 'Transfer / admission gap'],
  ['D03', '教育资助应享未享', 'Entitled student aid not received'],
  ['D04', '留守困境儿童关爱走访', 'Care visits for children at risk'],
  ['E01', '基本医保未参保', 'Not covered by basic medical insurance'],
  ['E02', '高额医疗费用负担', 'High medical burden'],
  ['E03', '家庭医生签约与慢病随访', 'Family doctor and chronic follow-up'],
  ['E04', '基层医疗机构缺医停诊', 'Clinic without doctor'],
  ['F01', '家庭人均纯收入低于监测线', 'Per-capita net income under the line'],
  ['F02', '收入骤降与增速落后', 'Income shock and lagging growth'],
  ['F03', '刚性支出骤增', 'Rigid expense shock'],
  ['F04', '低保待遇衔接与动态核查', 'Subsistence allowance continuity'],
  ['F05', '养老等待遇应保未保', 'Pension and welfare entitlement gap'],
  ['G01', '户籍与居住证保障', 'Hukou or residence permit'],
  ['G02', '矛盾纠纷调处超期', 'Dispute overdue or escalating'],
  ['G03', '治理力量覆盖', 'Governance coverage'],
  ['G04', '群众诉求办理', 'Appeals handling'],
]);
