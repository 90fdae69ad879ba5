/** Code lists about communities, disputes and legal aid. */
import { codeList } from './codeList.ts';

export const onOff = codeList('ON_OFF', 'O', [
  ['0', '停用', 'off'],
  ['1', '在用', 'on'],
]);

export const party = codeList('PARTY', 'O', [
  ['1', '党工委', 'Party working committee'],
  ['2', '党总支', 'general Party branch'],
  ['3', '党支部', 'Party branch'],
  ['4', '党小组', 'Party group'],
]);

export const teamRole = codeList('TEAM_ROLE', 'O', [
  ['1', '第一书记', 'first secretary'],
  ['2', '队长', 'team leader'],
  ['3', '队员', 'member'],
]);

export const gt = codeList('GT', 'O', [
  ['1', '治安巡逻', 'patrol'],
  ['2', '义警', 'volunteer police'],
  ['3', '平安志愿', 'safety volunteers'],
  ['4', '十联户', 'ten-household group'],
]);

export const elect = codeList('ELECT', 'O', [
  ['1', '推选', 'elected'],
  ['2', '聘任', 'appointed'],
  ['3', '兼任', 'held with another post'],
]);

export const dispute = codeList('DISPUTE', 'O kinds follow GB/T 31000-2015 in substance (not verified)', [
  ['1', '婚姻家庭', 'marriage and family'],
  ['2', '邻里', 'neighbours'],
  ['3', '物业', 'property management'],
  ['4', '劳动报酬', 'pay'],
  ['5', '山林土地', 'woodland and land'],
  ['6', '债务', 'debt'],
  ['7', '损害赔偿', 'damages'],
  ['8', '旧房拆除', 'removal of the old house'],
  ['9', '其他', 'other'],
]);

export const caseSrc = codeList('CASE_SRC', 'O', [
  ['1', '主动排查', 'found by screening'],
  ['2', '申请', 'applied for'],
  ['3', '移送', 'referred'],
  ['4', '诉求转来', 'from an appeal'],
]);

export const result = codeList('RESULT', 'O outcome of a dispute', [
  ['1', '达成', 'settled'],
  ['2', '未达成', 'not settled'],
  ['3', '终止', 'ended'],
  ['4', '移送', 'referred on'],
  ['5', '撤回', 'withdrawn'],
]);

export const escalation = codeList('ESCALATION', 'O', [
  ['1', '群体性', 'group of 10 or more'],
  ['2', '暴力或极端苗头', 'violence or sign of extremes'],
  ['3', '越级上访', 'petition to a higher level'],
  ['4', '家庭暴力', 'domestic violence'],
]);

export const laMatter = codeList('LA_MATTER', 'O', [
  ['1', '劳动', 'labour'],
  ['2', '工伤', 'work injury'],
  ['3', '婚姻', 'marriage'],
  ['4', '赡养', 'support of elders'],
  ['5', '交通', 'traffic'],
  ['6', '土地', 'land'],
  ['9', '其他', 'other'],
]);

export const laResult = codeList('LA_RESULT', 'O', [
  ['1', '胜诉', 'won'],
  ['2', '部分支持', 'partly won'],
  ['3', '调解', 'settled'],
  ['4', '败诉', 'lost'],
  ['5', '终止', 'ended'],
  ['6', '不予援助', 'aid refused'],
]);

export const activity = codeList('ACTIVITY', 'O', [
  ['1', '感恩教育', 'gratitude education'],
  ['2', '文明创建', 'civility'],
  ['3', '公共文化', 'public culture'],
  ['4', '民族传承', 'ethnic heritage'],
  ['5', '夜校', 'night school'],
]);
