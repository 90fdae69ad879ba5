/** Code lists about households, dwellings and visits. */
import { codeList } from './codeList.ts';

export const hhType = codeList('HH_TYPE', 'O', [
  [
    '1',
    '脱贫户',
    'lifted-out-of-poverty household (建档立卡)',
    { note: 'O; monitored 脱贫户 keep code 1; monitoring itself lives in relapse_object' },
  ],
  ['2', '监测对象(非脱贫户)', 'monitored household that was never registered poor'],
  ['3', '同步搬迁非贫困户', 'household moved along, not registered poor'],
  ['4', '整寨搬迁其他', 'other household of a whole-village move'],
]);

export const hhStatus = codeList('HH_STATUS', 'O', [
  ['1', '在住', 'living in'],
  ['2', '外出务工', 'away for work'],
  ['3', '季节居住', 'seasonal'],
  ['4', '回迁原址', 'moved back to the old place'],
  ['5', '迁出销户', 'moved out, closed'],
  ['6', '合户分户', 'merged or split, closed'],
]);

export const occupancy = codeList('OCCUPANCY', 'O', [
  ['1', '常住', 'lived in'],
  ['2', '间断(每月7天以上)', 'intermittent, at least 7 days a month'],
  ['3', '有人但非本户', 'occupied by others'],
  ['4', '空置有因', 'empty with reason'],
  ['5', '空置无因', 'empty without reason'],
  ['6', '出租', 'rented out'],
  ['7', '出售或转让', 'sold or transferred'],
]);

export const vacancyReason = codeList('VACANCY_REASON', 'O', [
  ['1', '外出务工', 'away for work'],
  ['2', '就学陪读', 'schooling or accompanying a pupil'],
  ['3', '住院就医', 'in hospital'],
  ['4', '照料亲属', 'caring for relatives'],
  ['5', '回原址生产', 'farming at the old place'],
  ['9', '其他', 'other'],
]);

export const hazard = codeList('HAZARD', 'O', [
  ['0', '无', 'none'],
  ['1', '一般', 'general (leak, doors, windows)'],
  ['2', '水电气燃气', 'water, power or gas'],
  ['3', '结构或大面积渗漏', 'structure or wide leak'],
  ['4', 'C/D级危房', 'certified class C or D'],
]);

export const ruralRight = codeList('RURAL_RIGHT', 'O', [
  ['1', '承包地', 'contracted land'],
  ['2', '宅基地', 'homestead'],
  ['3', '林地', 'woodland'],
  ['4', '集体收益分配', 'collective income'],
  ['5', '地力或退耕补贴', 'farmland or re-forestation subsidy'],
]);

export const visit = codeList('VISIT', 'O', [
  ['1', '入户', 'home visit'],
  ['2', '电话', 'telephone'],
  ['3', '视频', 'video'],
]);

export const objType = codeList('OBJ_TYPE', 'P 中农组发〔2021〕7号; end of validity is a default and must stay editable', [
  ['1', '脱贫不稳定户', 'unstable lifted household', { validTo: '2025-12-31' }],
  ['2', '边缘易致贫户', 'household on the edge of poverty', { validTo: '2025-12-31' }],
  ['3', '突发严重困难户', 'household in sudden severe difficulty', { validTo: '2025-12-31' }],
  ['4', '防止返贫致贫对象', 'object of relapse prevention', { validFrom: '2026-01-01', note: 'N local standard from 2026, must stay editable' }],
]);

export const risk = codeList('RISK', 'O', [
  ['1', '因病', 'illness'],
  ['2', '因残', 'disability'],
  ['3', '因学', 'schooling cost'],
  ['4', '因灾', 'disaster'],
  ['5', '因意外', 'accident'],
  ['6', '缺劳力', 'lack of labour'],
  ['7', '失业', 'unemployment'],
  ['8', '住房', 'housing'],
  ['9', '饮水', 'drinking water'],
  ['99', '其他', 'other'],
]);

export const measure = codeList('MEASURE', 'O', [
  ['1', '产业', 'production'],
  ['2', '就业', 'employment'],
  ['3', '健康', 'health'],
  ['4', '教育', 'education'],
  ['5', '住房', 'housing'],
  ['6', '饮水', 'drinking water'],
  ['7', '综合保障', 'social protection'],
  ['8', '社会帮扶', 'social help'],
  ['9', '心理', 'counselling'],
]);
