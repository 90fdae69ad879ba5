/** R40 外部参照序列: external reference series. */
import { code } from '../kinds/code.ts';
import { decimal } from '../kinds/decimal.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const referenceSeries = register(
  {
    no: 'R40',
    name: 'reference_series',
    zh: '外部参照序列',
    en: 'External reference series',
    subject: 'area',
    key: ['series', 'area', 'period'],
    mode: 'state',
    every: 'year',
    staleAfterDays: 400,
    departments: ['农业农村局', '人社局'],
    sensitivity: 'public',
    settlementVia: [],
    note: 'added; catalogue data of an area, belongs to no settlement',
  },
  {
    series: code('REF_SERIES', { zh: '序列', en: 'series', required: 'yes', sensitivity: 'public', aliases: ['指标', '指标名称'] }),
    area: code('REGION', { zh: '地区', en: 'area', required: 'yes', sensitivity: 'public', aliases: ['区划代码', '县市'] }),
    period: text({
      zh: '时期',
      en: 'period',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['年度', '时间'],
      pattern: '^\\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$',
    }),
    value: decimal(14, 4, {
      zh: '数值',
      en: 'value',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['值'],
      note: 'unit is part of the name of the series',
    }),
    source: text({ zh: '来源', en: 'source', required: 'yes', sensitivity: 'public', aliases: ['数据来源', '出处'], maxLength: 200 }),
  },
);
