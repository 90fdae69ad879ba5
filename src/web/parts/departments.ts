/** What departments are called in the language of the screen; the house knows them by their Chinese names. */
import type { Language } from './language.ts';

const inEnglish: Readonly<Record<string, string>> = {
  人社局: 'human resources',
  住建局: 'housing and construction',
  保险承办机构: 'insurer',
  公安局: 'public security',
  农业农村局: 'agriculture',
  医保局: 'medical insurance',
  卫健局: 'health',
  司法局: 'justice',
  各部门: 'all departments',
  宣传部: 'publicity',
  工信局: 'industry',
  市场监管局: 'market supervision',
  平台: 'the platform',
  政法委: 'political and legal affairs',
  教育局: 'education',
  文旅局: 'culture and tourism',
  残联: 'disabled persons’ federation',
  民政局: 'civil affairs',
  消防: 'fire service',
  物业: 'property management',
  生态移民局: 'resettlement',
  社区: 'community',
  组织部: 'organisation',
  编办: 'staffing office',
  网格: 'grid',
  自然资源局: 'natural resources',
  街道: 'street',
  退役军人局: 'veterans',
  驻社区工作队: 'resident work team',
};

/** One department. */
export const departmentName = (zh: string, language: Language): string => (language === 'en' ? (inEnglish[zh] ?? zh) : zh);

/** Several departments in one line. */
export const departmentNames = (all: readonly string[], language: Language): string =>
  all.map((one) => departmentName(one, language)).join(language === 'en' ? ', ' : '、');
