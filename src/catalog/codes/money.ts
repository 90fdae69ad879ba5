/** Code lists about income, expense, allowances and insurance. */
import { codeList } from './codeList.ts';

export const income = codeList('INCOME', 'S the four kinds of income', [
  ['1', '工资性', 'wages'],
  ['2', '生产经营性', 'production and business'],
  ['3', '转移性', 'transfers'],
  ['4', '财产性', 'property'],
]);

export const incomeItem = codeList('INCOME_ITEM', 'O first digit = INCOME code', [
  ['10', '工资性(未分项)', 'wages, not itemised'],
  ['11', '县内务工', 'work inside the county'],
  ['12', '省内务工', 'work inside the province'],
  ['13', '省外务工', 'work outside the province'],
  ['14', '公益岗', 'public-welfare post'],
  ['20', '生产经营性(未分项)', 'production, not itemised'],
  ['21', '种植', 'crops'],
  ['22', '养殖', 'livestock'],
  ['23', '个体或加工', 'self-employed or processing'],
  ['24', '作坊', 'workshop'],
  ['30', '转移性(未分项)', 'transfers, not itemised'],
  ['31', '低保', 'subsistence allowance'],
  ['32', '养老金', 'pension'],
  ['33', '生态或耕地补贴', 'ecological or farmland subsidy'],
  ['34', '计生', 'family-planning award'],
  ['35', '赡养', 'support from children'],
  ['36', '保险赔付', 'insurance pay-out', { note: 'O first digit = INCOME code; one-off' }],
  ['40', '财产性(未分项)', 'property, not itemised'],
  ['41', '土地流转', 'land transfer rent'],
  ['42', '分红', 'dividend'],
  ['43', '房租', 'house rent'],
  ['44', '利息', 'interest'],
]);

export const collect = codeList('COLLECT', 'O', [
  ['1', '入户', 'home visit'],
  ['2', '电话', 'telephone'],
  ['3', '部门数据', 'department data'],
  ['4', '本人填报', 'self-report'],
  ['5', '流水凭证', 'bank statement'],
]);

export const expense = codeList('EXPENSE', 'O', [
  ['1', '医疗', 'medical'],
  ['2', '教育', 'education'],
  ['3', '住房灾害', 'housing or disaster'],
  ['4', '意外事故', 'accident'],
  ['5', '赡养照护', 'care'],
  ['6', '债务', 'debt'],
  ['9', '其他', 'other'],
]);

export const dibao = codeList('DIBAO', 'O', [
  ['1', '农村低保', 'rural'],
  ['2', '城市低保', 'urban'],
]);

export const dibaoClass = codeList('DIBAO_CLASS', 'O local classes', [
  ['A', 'A类', 'class A'],
  ['B', 'B类', 'class B'],
  ['C', 'C类', 'class C'],
]);

export const dibaoDecision = codeList('DIBAO_DECISION', 'O', [
  ['1', '批准', 'approved'],
  ['2', '不予批准', 'refused'],
  ['3', '在办', 'pending'],
]);

export const stop = codeList('STOP', 'O', [
  ['1', '收入超标', 'income over the line'],
  ['2', '死亡', 'died'],
  ['3', '迁出', 'moved out'],
  ['4', '自愿放弃', 'given up'],
  ['5', '核查不符', 'failed review'],
]);

export const claim = codeList('CLAIM', 'O', [
  ['1', '未申请', 'not filed'],
  ['2', '已受理', 'accepted'],
  ['3', '资料补正', 'papers to be completed'],
  ['4', '核定', 'assessed'],
  ['5', '已付', 'paid'],
  ['6', '拒赔', 'refused'],
  ['7', '撤销', 'withdrawn'],
]);

export const benefit = codeList('BENEFIT', 'O', [
  ['1', '城乡居保', 'urban-rural resident pension'],
  ['2', '职工养老', 'employee pension'],
  ['3', '高龄津贴', 'old-age allowance'],
  ['4', '残疾人两项补贴', 'two disability allowances'],
  ['5', '特困供养', 'extreme-hardship support'],
  ['6', '孤儿保障', 'orphan support'],
  ['7', '优抚', 'veteran support'],
  ['8', '临时救助', 'temporary relief'],
]);

export const benefitSt = codeList('BENEFIT_ST', 'O', [
  ['1', '参保缴费', 'contributing'],
  ['2', '中断', 'interrupted'],
  ['3', '领取', 'receiving'],
  ['4', '停发', 'stopped'],
  ['5', '未办', 'not arranged'],
]);

export const peril = codeList('PERIL', 'O', [
  ['1', '意外身故', 'accidental death'],
  ['2', '意外残疾', 'accidental disability'],
  ['3', '意外医疗', 'accident medical cost'],
  ['4', '火灾', 'fire'],
  ['5', '疾病', 'illness'],
  ['9', '其他', 'other'],
]);

export const fund = codeList('FUND', 'O', [
  ['1', '衔接资金', 'transition fund'],
  ['2', '就业补助资金', 'employment subsidy fund'],
  ['3', '县级资金', 'county fund'],
]);

export const refSeries = codeList('REF_SERIES', 'O', [
  ['poverty_lifted_income', '脱贫人口人均纯收入(元)', 'net income per head of all 脱贫人口 of the area, yuan'],
  ['poverty_lifted_income_growth', '脱贫人口人均纯收入增速(%)', 'growth of net income per head of all 脱贫人口 of the area, percent'],
  ['monitoring_line', '防返贫监测线(元/年)', 'monitoring line, yuan a head a year'],
  ['minimum_wage', '月最低工资标准(元)', 'monthly minimum wage, yuan'],
]);
