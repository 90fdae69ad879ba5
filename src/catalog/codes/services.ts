/** Code lists about schools, health institutions and facilities. */
import { codeList } from './codeList.ts';

export const staff = codeList('STAFF', 'O', [
  ['1', '教师', 'teacher'],
  ['2', '医务', 'medical'],
]);

export const move = codeList('MOVE', 'O', [
  ['1', '编制划转', 'post transferred'],
  ['2', '调配', 'reassigned'],
  ['3', '支教支医', 'secondment'],
  ['4', '新招', 'newly recruited'],
]);

export const qual = codeList('QUAL', 'O', [
  ['1', '执业医师', 'licensed physician'],
  ['2', '执业助理医师', 'licensed assistant physician'],
  ['3', '全科医生', 'general practitioner'],
  ['4', '护士', 'nurse'],
  ['5', '乡村医生', 'village doctor'],
  ['6', '教师资格', "teacher's certificate"],
]);

export const title = codeList('TITLE', 'O levels of GB/T 8561', [
  ['1', '正高级', 'senior professor level'],
  ['2', '副高级', 'associate senior'],
  ['3', '中级', 'intermediate'],
  ['4', '助理级', 'junior'],
  ['5', '员级', 'entry'],
  ['9', '未评', 'none'],
]);

export const stage = codeList('STAGE', 'O', [
  ['1', '幼儿园', 'kindergarten'],
  ['2', '小学', 'primary school'],
  ['3', '初中', 'junior secondary school'],
  ['4', '九年一贯制', 'nine-year school'],
  ['5', '高中', 'senior secondary school'],
  ['6', '中职', 'secondary vocational school'],
]);

export const build = codeList('BUILD', 'O', [
  ['1', '新建', 'newly built'],
  ['2', '改建', 'rebuilt'],
  ['3', '扩建', 'extended'],
  ['4', '改扩建', 'rebuilt and extended'],
  ['9', '原有', 'existing before, not built for the settlement', { note: 'O; added: not counted in the construction figures' }],
]);

export const grade = codeList('GRADE', 'O compared as a number', [
  ['0', '学前', 'pre-school'],
  ['1', '一年级', 'grade 1'],
  ['2', '二年级', 'grade 2'],
  ['3', '三年级', 'grade 3'],
  ['4', '四年级', 'grade 4'],
  ['5', '五年级', 'grade 5'],
  ['6', '六年级', 'grade 6'],
  ['7', '七年级', 'grade 7'],
  ['8', '八年级', 'grade 8'],
  ['9', '九年级', 'grade 9'],
  ['10', '高一', 'grade 10'],
  ['11', '高二', 'grade 11'],
  ['12', '高三', 'grade 12'],
]);

export const enrol = codeList('ENROL', 'O', [
  ['1', '在籍在校', 'enrolled and attending'],
  ['2', '在籍不在校', 'enrolled, not attending'],
  ['3', '无学籍', 'no enrolment record'],
  ['4', '休学', 'approved suspension'],
  ['5', '转出', 'transferred out'],
  ['6', '毕业', 'graduated'],
  ['7', '辍学', 'dropped out'],
  ['8', '送教', 'taught at home'],
]);

export const dropout = codeList('DROPOUT', 'O', [
  ['1', '厌学', 'weary of school'],
  ['2', '务工', 'working'],
  ['3', '早婚', 'early marriage'],
  ['4', '疾病残疾', 'illness or disability'],
  ['5', '家庭变故', 'family event'],
  ['6', '失联', 'out of contact'],
  ['9', '其他', 'other'],
]);

export const aid = codeList('AID', 'O', [
  ['1', '国家助学金', 'national grant'],
  ['2', '营养餐', 'school meals'],
  ['3', '寄宿生生活补助', 'boarding allowance'],
  ['4', '雨露计划', 'Yulu vocational grant'],
  ['5', '生源地贷款', 'student loan'],
]);

export const specEdu = codeList('SPEC_EDU', 'O', [
  ['1', '随班就读', 'in an ordinary class'],
  ['2', '特教学校', 'special school'],
  ['3', '送教上门', 'taught at home'],
]);

export const clinic = codeList('CLINIC', 'O', [
  ['1', '社区卫生服务中心', 'community health centre'],
  ['2', '社区卫生服务站', 'community health station'],
  ['3', '卫生院', 'township hospital'],
  ['4', '医院分院', 'branch hospital'],
  ['5', '医务室', 'infirmary'],
]);

export const medins = codeList('MEDINS', 'O', [
  ['1', '城乡居民医保', 'resident scheme'],
  ['2', '职工医保', 'employee scheme'],
  ['3', '其他', 'other'],
  ['4', '未参保', 'not insured'],
]);

export const medAid = codeList('MED_AID', 'O', [
  ['1', '全额资助', 'fully subsidised'],
  ['2', '定额资助', 'fixed subsidy'],
  ['3', '无', 'none'],
]);

export const chronic = codeList('CHRONIC', 'O', [
  ['1', '高血压', 'hypertension'],
  ['2', '糖尿病', 'diabetes'],
  ['3', '结核病', 'tuberculosis'],
  ['4', '严重精神障碍', 'severe mental disorder'],
  ['5', '慢性肾病', 'chronic kidney disease'],
  ['6', '肿瘤', 'tumour'],
  ['9', '其他', 'other'],
]);

export const tenOnes = codeList('TEN_ONES', 'S named in the source document', [
  ['01', '党群服务中心', 'Party and public service centre'],
  ['02', '就业创业服务中心', 'employment and business service centre'],
  ['03', '综治中心', 'comprehensive governance centre'],
  ['04', '警务室', 'police room'],
  ['05', '儿童活动中心', "children's activity centre"],
  ['06', '综合便利超市', 'convenience supermarket'],
  [
    '07',
    '卫生服务机构',
    'health service point',
    { note: 'O names 07 to 10 are not in the source document (it says 等机构); unverified, must stay editable' },
  ],
  ['08', '幼儿园(学校)', 'kindergarten or school', { note: 'O unverified, must stay editable' }],
  ['09', '老年活动或日间照料中心', "elders' activity or day-care centre", { note: 'O unverified, must stay editable' }],
  ['10', '文化体育活动场所', 'culture and sports place', { note: 'O unverified, must stay editable' }],
]);

export const facSt = codeList('FAC_ST', 'O', [
  ['1', '筹建', 'planned'],
  ['2', '在建', 'under construction'],
  ['3', '在用', 'in use'],
  ['4', '停用', 'out of use'],
  ['5', '未开放', 'not opened'],
  ['6', '撤并', 'merged or closed'],
]);

export const outage = codeList('OUTAGE', 'O', [
  ['1', '停水', 'water cut'],
  ['2', '停电', 'power cut'],
  ['3', '停气', 'gas cut'],
  ['4', '通信', 'communication cut'],
  ['5', '道路', 'road cut'],
  ['6', '水质', 'drinking-water quality failed'],
  ['7', '电梯', 'lift'],
  ['8', '消防', 'fire equipment'],
  ['9', '停诊', 'clinic closed or no doctor'],
  ['10', '停用', 'facility closed'],
]);

export const device = codeList('DEVICE', 'O', [
  ['1', '电梯', 'lift'],
  ['2', '消防系统', 'fire system'],
  ['3', '二次供水', 'booster water supply'],
  ['4', '配电', 'power distribution'],
  ['9', '其他', 'other'],
]);

export const permit = codeList('PERMIT', 'O', [
  ['1', '有效', 'valid'],
  ['2', '待签注', 'endorsement due'],
  ['3', '功能中止', 'suspended'],
  ['4', '注销', 'cancelled'],
  ['5', '已转户籍', 'replaced by hukou transfer'],
  ['6', '办理中', 'applied for, not issued', { note: 'O; added: lets an application without a permit be recorded' }],
]);
