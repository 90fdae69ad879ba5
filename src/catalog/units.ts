/** Units of facts and parameters, which the standard names in Chinese, in both languages. */

const unitsInEnglish: Readonly<Record<string, string>> = {
  天: 'days',
  工作日: 'working days',
  月: 'months',
  个月: 'months',
  元: 'yuan',
  人: 'persons',
  户: 'households',
  类: 'types',
  次: 'times',
  小时: 'hours',
  个: '',
  栋: 'buildings',
  级: 'grades',
  件: 'cases',
  年: 'years',
  岁: 'years of age',
  名: 'persons',
  台: 'devices',
  处: 'places',
  项: 'items',
  间: 'rooms',
  '人/万人': 'per 10,000 persons',
  '‰': '‰',
  '元/年': 'yuan a year',
  倍: 'times',
  '%': '%',
};

/** A unit in both languages; one that has no English word stands as it is. */
export const unitWords = (zh: string): { readonly zh: string; readonly en: string } => ({ zh, en: unitsInEnglish[zh] ?? zh });
